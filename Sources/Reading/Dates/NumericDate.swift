/// Dates in figures: `2025-11-14`, `14.11.2025`, `14/11/2025`.
enum NumericDate {
  enum Reading: Equatable {
    case date(CalendarDate)
    /// Day and month could be either way round.
    case ambiguous
  }

  /// The date of three numbers; `nil` when they are none, or none that can be told.
  static func date(_ parts: [Int], separator: Character, monthFirst: Bool?) -> CalendarDate? {
    guard case .date(let date) = read(parts, separator: separator, monthFirst: monthFirst) else { return nil }
    return date
  }

  /// - Parameter monthFirst: the order when both are possible after a slash; `nil` leaves it open. With a
  ///   full stop the day always comes first.
  static func read(_ parts: [Int], separator: Character, monthFirst: Bool?) -> Reading? {
    guard parts.count == 3 else { return nil }
    let years = 1900...2100
    func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
      years.contains(year) ? CalendarDate(year: year, month: month, day: day) : nil
    }
    if years.contains(parts[0]) { return day(parts[0], parts[1], parts[2]).map(Reading.date) }
    let dayFirst = day(parts[2], parts[1], parts[0])
    let monthLeads = separator == "/" ? day(parts[2], parts[0], parts[1]) : nil
    switch (dayFirst, monthLeads) {
    case (let a?, let b?) where a != b:
      guard let monthFirst else { return .ambiguous }
      return .date(monthFirst ? b : a)
    case (let a?, _): return .date(a)
    case (nil, let b?): return .date(b)
    case (nil, nil): return nil
    }
  }
}
