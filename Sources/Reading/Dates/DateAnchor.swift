/// Turns date phrases into days, counted from the day of publication and never from today.
struct DateAnchor {
  let published: CalendarDate?

  struct Resolved {
    let value: DateValue
    let form: DateExpression.Form
    let reason: String
  }

  /// - Parameter previous: the last single day named before, for "a day earlier".
  /// - Returns: `nil` for what lies ahead or is no day that exists.
  func resolve(_ what: RawDate.What, words: String, previous: CalendarDate?) -> Resolved? {
    switch what {
    case .future: return nil
    case .day(let day): return absolute([DaySpan(day: day)], words)
    case .month(let month, let days, let isRange, let year):
      return self.month(month, days, isRange, year, words)
    case .weekday(let weekday, let isLast): return self.weekday(weekday, isLast, words)
    case .season(let season, let year): return self.season(season, year, words)
    case .relative(let tag, let amount): return relative(tag, amount, words, previous)
    case .decade(let year):
      guard let from = CalendarDate(year: year, month: 1, day: 1),
        let to = CalendarDate(year: year + 9, month: 12, day: 31)
      else { return nil }
      return absolute([DaySpan(from: from, to: to, precision: 5)], words)
    case .ambiguous:
      let reason = "“\(words)”: day and month could be either way round"
      return Resolved(value: .open(month: nil, day: nil, reason: reason), form: .absolute, reason: reason)
    case .year(let year): return yearSpan(year).flatMap { absolute([$0], words) }
    }
  }

  private func absolute(_ spans: [DaySpan], _ words: String) -> Resolved {
    Resolved(value: .spans(spans), form: .absolute, reason: "“\(words)”, a full date")
  }

  private func anchored(_ spans: [DaySpan], _ words: String, form: DateExpression.Form = .relative)
    -> Resolved
  {
    let day = published.map(\.description) ?? ""
    return Resolved(
      value: .spans(spans), form: form, reason: "“\(words)”, counted from publication on \(day)")
  }

  private func open(_ words: String, month: Int? = nil, day: Int? = nil) -> Resolved {
    let reason = "“\(words)”: the document is undated, so nothing tells the year or day it is counted from"
    return Resolved(value: .open(month: month, day: day, reason: reason), form: .relative, reason: reason)
  }

  // MARK: Months

  private func month(
    _ month: Int, _ days: [Int], _ isRange: Bool, _ year: RawDate.Year, _ words: String
  ) -> Resolved? {
    if case .explicit(let year) = year {
      return spans(year, month, days, isRange).map { absolute($0, words) }
    }
    guard let published else { return open(words, month: month, day: days.first) }
    let resolved: Int
    switch year {
    case .back(let years): resolved = published.year - years
    case .latest: resolved = month < published.month ? published.year : published.year - 1
    default:
      let first = CalendarDate(year: published.year, month: month, day: days.first ?? 1)
      if isAhead(month, days.first, published) { return nil }
      resolved = first.map { $0 <= published } ?? false ? published.year : published.year - 1
    }
    return spans(resolved, month, days, isRange).map { anchored($0, words) }
  }

  /// On 9 May "the 15th of May" is the one to come: nobody leaves the year out of a day almost a year ago.
  private func isAhead(_ month: Int, _ day: Int?, _ published: CalendarDate) -> Bool {
    [published.year, published.year + 1].contains { year in
      CalendarDate(year: year, month: month, day: day ?? 1).map {
        (1...Self.daysAhead).contains($0.dayNumber - published.dayNumber)
      } ?? false
    }
  }

  private static let daysAhead = 45

  private func spans(_ year: Int, _ month: Int, _ days: [Int], _ isRange: Bool) -> [DaySpan]? {
    if days.isEmpty { return monthSpan(year, month).map { [$0] } }
    let dates = days.compactMap { CalendarDate(year: year, month: month, day: $0) }
    guard dates.count == days.count else { return nil }
    if isRange, let first = dates.first, let last = dates.last, first < last {
      return [DaySpan(from: first, to: last)]
    }
    return dates.map(DaySpan.init(day:))
  }

  private func monthSpan(_ year: Int, _ month: Int) -> DaySpan? {
    guard let from = CalendarDate(year: year, month: month, day: 1),
      let to = CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, year: year))
    else { return nil }
    return DaySpan(from: from, to: to, precision: 4)
  }

  private func yearSpan(_ year: Int) -> DaySpan? {
    guard let from = CalendarDate(year: year, month: 1, day: 1),
      let to = CalendarDate(year: year, month: 12, day: 31)
    else { return nil }
    return DaySpan(from: from, to: to, precision: 5)
  }

  // MARK: Weekdays, seasons and the rest

  /// The latest such day on or before publication; "last Friday" strictly before.
  private func weekday(_ weekday: Int, _ isLast: Bool, _ words: String) -> Resolved {
    guard let published else { return open(words) }
    var back = (published.weekday - weekday).modulo(7)
    if isLast && back == 0 { back = 7 }
    return anchored([DaySpan(day: published.adding(days: -back))], words)
  }

  /// Three months, winter from December; of winter the year is that of its January.
  private func season(_ season: Int, _ year: RawDate.Year, _ words: String) -> Resolved? {
    let firstMonth = [12, 3, 6, 9][season - 1]
    func span(_ year: Int) -> DaySpan? {
      let first = firstMonth == 12 ? year - 1 : year
      guard let from = CalendarDate(year: first, month: firstMonth, day: 1),
        let last = monthSpan(year, (firstMonth + 1) % 12 + 1)
      else { return nil }
      return DaySpan(from: from, to: last.to, precision: 5)
    }
    if case .explicit(let year) = year { return span(year).map { absolute([$0], words) } }
    guard let published else { return open(words) }
    var resolved = published.year
    if case .back(let years) = year { resolved -= years }
    if year == .latest, let this = span(resolved), this.to >= published { resolved -= 1 }
    return span(resolved).map { anchored([$0], words) }
  }

  private func relative(
    _ tag: String, _ amount: Int?, _ words: String, _ previous: CalendarDate?
  ) -> Resolved? {
    if tag.hasPrefix("then_") { return then(tag, amount, words, previous) }
    if tag.hasPrefix("later_") { return later(tag, amount, words, previous) }
    guard let published else { return open(words) }
    func days(_ from: Int, _ to: Int, _ precision: Int? = nil) -> Resolved {
      anchored(
        [DaySpan(from: published.adding(days: -from), to: published.adding(days: -to), precision: precision)],
        words)
    }
    switch tag {
    case "today": return days(0, 0)
    case "yesterday": return days(1, 1)
    case "before_yesterday": return days(2, 2)
    case "small_hours":
      // Of the day the story is at.
      return anchored([DaySpan(day: previous ?? published)], words, form: .night)
    case "overnight", "last_night": return anchored([DaySpan(day: published)], words, form: .night)
    case "day_earlier":
      return anchored([DaySpan(day: (previous ?? published).adding(days: -1))], words)
    case "recent_days": return days(6, 0)
    case "weekend":
      let saturday = (published.weekday - 6).modulo(7)
      return days(saturday, max(0, saturday - 1))
    case "this_week": return days(published.weekday - 1, 0)
    case "last_week": return days(published.weekday + 6, published.weekday, 3)
    case "this_month":
      guard let amount else { return days(published.day - 1, 0, 4) }
      guard amount <= published.day else { return nil }
      return days(published.day - amount, published.day - amount)
    case "last_month":
      let end = published.adding(days: -published.day)
      if let amount {
        return CalendarDate(year: end.year, month: end.month, day: amount).map {
          anchored([DaySpan(day: $0)], words)
        }
      }
      return monthSpan(end.year, end.month).map { anchored([$0], words) }
    case "this_year":
      return yearSpan(published.year).map {
        anchored([DaySpan(from: $0.from, to: published, precision: 5)], words)
      }
    case "last_year": return yearSpan(published.year - 1).map { anchored([$0], words) }
    case "ago_day":
      guard let amount else { return days(7, 1) }
      return days(amount, amount)
    case "ago_week":
      guard let amount else { return days(42, 14, 5) }
      return days(amount * 7 + 3, max(0, amount * 7 - 3), 3)
    case "ago_month":
      guard let amount, amount <= 1200 else { return days(240, 45, 5) }
      let index = published.year * 12 + published.month - 1 - amount
      return monthSpan(index / 12, index % 12 + 1).map { anchored([$0], words) }
    case "ago_year_today":
      guard let amount, amount < published.year,
        let day = CalendarDate(year: published.year - amount, month: published.month, day: published.day)
      else { return nil }
      return anchored([DaySpan(day: day)], words)
    case "ago_year":
      guard let amount, amount < published.year else { return nil }
      return yearSpan(published.year - amount).map { anchored([$0], words) }
    default: return nil
    }
  }

  /// "three days earlier": counted from the day the story named last, not from publication.
  private func then(_ tag: String, _ amount: Int?, _ words: String, _ previous: CalendarDate?) -> Resolved? {
    guard let previous else {
      let reason = "“\(words)”: the story names no day that it is counted from"
      return Resolved(value: .open(month: nil, day: nil, reason: reason), form: .relative, reason: reason)
    }
    let anchor = DateAnchor(published: previous)
    guard let resolved = anchor.relative("ago_" + tag.dropFirst("then_".count), amount, words, nil) else {
      return nil
    }
    return Resolved(
      value: resolved.value, form: .relative, reason: "“\(words)”, counted from \(previous), named before it")
  }

  /// "three days later": only days are counted exactly.
  private func later(_ tag: String, _ amount: Int?, _ words: String, _ previous: CalendarDate?) -> Resolved? {
    guard tag == "later_day", let amount, (1...366).contains(amount), let previous else { return nil }
    let day = previous.adding(days: amount)
    if let published, day > published { return nil }
    return Resolved(
      value: .spans([DaySpan(day: day)]), form: .relative,
      reason: "“\(words)”, counted from \(previous), named before it")
  }
}
