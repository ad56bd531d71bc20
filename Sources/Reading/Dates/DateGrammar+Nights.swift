/// Nights between two days, in languages that name the days before the night; the night ends on the second.
extension DateGrammar {
  private static let nights: Set<String> = ["night_of", "last_night", "overnight"]

  /// "cümədən şənbəyə keçən gecə", "cumayı cumartesiye bağlayan gece".
  ///
  /// - Parameter at: where the first weekday stands.
  func nightBetweenWeekdays(_ at: Int) -> RawDate? {
    guard at + 1 < elements.count, case .weekday(let second) = elements[at + 1].value, isNight(at + 2) else {
      return nil
    }
    return RawDate(elements: at..<(at + 3), what: .weekday(second, isLast: false))
  }

  /// "mayın 2-dən 3-nə keçən gecə", "2 Mayıs'ı 3 Mayıs'a bağlayan gece".
  ///
  /// - Parameters:
  ///   - start: where the first day stands, or its month when that comes first.
  ///   - at: where the month stands.
  ///   - days: before the month.
  func nightBetweenDays(from start: Int, _ at: Int, _ days: [Int], _ month: Int) -> RawDate? {
    if days.isEmpty {
      guard let first = dayAfter(at + 1), let second = dayAfter(first.end), isNight(second.end) else {
        return nil
      }
      return night(start..<(second.end + 1), month, second.day)
    }
    guard days.count == 1, let second = dayAfter(at + 1), second.end < elements.count,
      case .month(let next) = elements[second.end].value, isNight(second.end + 1)
    else { return nil }
    return night(start..<(second.end + 2), next, second.day)
  }

  private func night(_ elements: Range<Int>, _ month: Int, _ day: Int) -> RawDate {
    RawDate(elements: elements, what: .month(month, days: [day], isRange: false, year: .unsaid))
  }

  private func isNight(_ at: Int) -> Bool { word(at, 0).map(Self.nights.contains) ?? false }
}
