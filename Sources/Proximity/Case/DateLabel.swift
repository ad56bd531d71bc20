public import Reading

extension DaySpan {
  /// As exact as it is known, in ISO 8601: a day, a month, a year, or both ends ("2025-08-08/2025-08-18").
  public var label: String {
    if from == to { return from.description }
    let startsMonth = from.day == 1
    let endsMonth = to.day == CalendarDate.days(inMonth: to.month, year: to.year)
    if startsMonth, endsMonth, from.year == to.year {
      if from.month == to.month { return String(from.description.prefix(7)) }
      if from.month == 1, to.month == 12 { return String(from.description.prefix(4)) }
    }
    return "\(from)/\(to)"
  }
}
