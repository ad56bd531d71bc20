internal import Reading

/// The days an axis of time is marked at.
enum TimeTicks {
  struct Tick {
    let day: CalendarDate
    let label: String
  }

  /// At most seven: first days of years or months, or days.
  static func between(_ first: CalendarDate, _ last: CalendarDate) -> [Tick] {
    for months in [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400] {
      let start = first.year * 12 + first.month - 1
      let end = last.year * 12 + last.month - 1
      if (end - start) / months > 7 { continue }
      let ticks = starts(ofEvery: months, first, from: start, through: end)
      if ticks.count < 2 { break }
      return ticks
    }
    let length = max(1, last.dayNumber - first.dayNumber)
    let step = [1, 2, 7, 14, 28].first { length / $0 <= 5 } ?? 28
    return stride(from: first.dayNumber + step / 2, through: last.dayNumber, by: step).map {
      let day = CalendarDate(dayNumber: $0)
      return Tick(day: day, label: day.description)
    }
  }

  /// - Parameters:
  ///   - months: how many from one tick to the next.
  ///   - start, end: months since the year 0.
  private static func starts(
    ofEvery months: Int, _ first: CalendarDate, from start: Int, through end: Int
  ) -> [Tick] {
    stride(from: (start + months - 1) / months * months, through: end, by: months).compactMap { month in
      guard let day = CalendarDate(year: month / 12, month: month % 12 + 1, day: 1), day >= first else {
        return nil
      }
      return Tick(day: day, label: months % 12 == 0 ? String(day.year) : String(day.description.prefix(7)))
    }
  }
}
