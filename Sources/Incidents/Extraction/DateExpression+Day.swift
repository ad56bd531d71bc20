import Reading

extension DateExpression {
  /// The single day it means, the last of several.
  var day: CalendarDate? {
    guard case .spans(let spans) = value, let last = spans.last, last.precision == 1 else { return nil }
    return last.to
  }

  /// That of the last day.
  var year: Int? {
    guard case .spans(let spans) = value else { return nil }
    return spans.last?.to.year
  }

  /// A year or several and nothing nearer: history, mostly.
  var isYearAlone: Bool {
    guard case .spans(let spans) = value else { return false }
    return spans.allSatisfy { $0.precision >= 5 }
  }
}
