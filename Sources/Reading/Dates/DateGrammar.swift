/// Finds date phrases in a row of date elements.
struct DateGrammar {
  let elements: [DateElement]
  /// The language writes "August 8".
  let monthFirst: Bool

  func dates() -> [RawDate] {
    var found: [RawDate] = []
    var free = 0
    for at in elements.indices where at >= free {
      guard let raw = date(at, notBefore: free) else { continue }
      found.append(raw)
      free = raw.elements.upperBound
    }
    return found
  }

  private func date(_ at: Int, notBefore free: Int) -> RawDate? {
    switch elements[at].value {
    case .ambiguousDate: return RawDate(elements: at..<(at + 1), what: .ambiguous)
    case .date(let day): return RawDate(elements: at..<(at + 1), what: .day(day))
    case .month(let month): return monthDate(at, month, free)
    case .weekday(let weekday):
      // "Friday, 14 November": the weekday only repeats what the date says.
      if let month = nextMonth(at) { return monthDate(month.at, month.month, free).map { $0.covering(at) } }
      return weekdayDate(at, weekday)
    case .season(let season): return seasonDate(at, season, free)
    case .word(let tag): return relative(at, tag, free)
    case .number(let value, let digits): return year(at, value, digits)
    default: return nil
    }
  }

  // MARK: Months

  private func monthDate(_ at: Int, _ month: Int, _ free: Int) -> RawDate? {
    var start = at
    var end = at + 1
    var (days, isRange, first) = daysBefore(at, free)
    if !days.isEmpty { start = first }
    if let night = nightBetweenDays(from: start, at, days, month) { return night }
    if days.isEmpty && monthFirst { (days, isRange, end) = daysAfter(end) }
    var year = RawDate.Year.unsaid
    (year, end) = yearAfter(end)
    if year == .unsaid, start == at, !days.isEmpty, isOther(end), word(at - 1, free) == "in_year" {
      // "In August 8 people died": what is counted follows.
      (days, isRange, end) = ([], false, at + 1)
    }
    if year == .unsaid, !days.isEmpty, isFuture(before: start, free) { return ahead(start..<end) }
    if year == .unsaid { (year, start) = yearBefore(start, free) }
    if let modifier = word(start - 1, free) {
      switch modifier {
      case "last" where year == .unsaid && days.isEmpty:
        year = .latest
        start -= 1
      case "this" where year == .unsaid && days.isEmpty:
        year = .back(0)
        start -= 1
      case "next", "future": return RawDate(elements: (start - 1)..<end, what: .future)
      default: break
      }
    }
    // "en juin dernier", "în iunie trecut"
    if year == .unsaid, days.isEmpty, isWord(end, "last") {
      year = .latest
      end += 1
    }
    end = absorbingWeekday(end)
    if isRange, days.count == 2, days[1] == days[0] + 1, let night = nightBefore(start, free) {
      // "în noaptea de 10 spre 11 februarie", "в ночь с 10 на 11 февраля": the night ends on the second.
      (days, isRange, start) = ([days[1]], false, night)
    }
    return RawDate(
      elements: start..<end, what: .month(month, days: days, isRange: isRange, year: year))
  }

  private func nightBefore(_ start: Int, _ free: Int) -> Int? {
    (1...3).lazy.map { start - $0 }.first {
      ["night_of", "overnight", "small_hours"].contains(word($0, free))
    }
  }

  /// "8 and 18 August", "8–10 August", "7th of August".
  private func daysBefore(_ at: Int, _ free: Int) -> (days: [Int], isRange: Bool, start: Int) {
    var cursor = at - 1
    if cursor >= free, isWord(cursor, "of") { cursor -= 1 }
    var days: [Int] = []
    var isRange = false
    var start = at
    while let (day, position) = dayBefore(cursor, free) {
      days.insert(day, at: 0)
      start = position
      cursor = position - 1
      guard cursor >= free else { break }
      let isJoint = isWord(cursor, "and") || isComma(cursor)
      let isSpan = isWord(cursor, "to") || isDash(cursor)
      guard isJoint || isSpan else { break }
      guard dayBefore(cursor - 1, free) != nil else { break }
      isRange = isRange || isSpan
      cursor -= 1
    }
    if days.count == 2, !isRange, word(start - 1, free) == "between" {
      isRange = true
      start -= 1
    }
    return (days, isRange && days.count == 2, start)
  }

  private func dayBefore(_ at: Int, _ free: Int) -> (Int, Int)? {
    var cursor = at
    if cursor >= free, isWord(cursor, "ordinal") {
      cursor -= 1
      if cursor >= free, isDash(cursor) { cursor -= 1 }
    }
    guard cursor >= free, case .number(let day, let digits) = elements[cursor].value,
      (1...2).contains(digits), (1...31).contains(day)
    else { return nil }
    return (day, cursor)
  }

  /// "August 8 and 18", "August 8–10".
  private func daysAfter(_ from: Int) -> (days: [Int], isRange: Bool, end: Int) {
    var days: [Int] = []
    var isRange = false
    var end = from
    var cursor = from
    while let next = dayAfter(cursor) {
      days.append(next.day)
      end = next.end
      let isSpan = isWord(end, "to") || isDash(end)
      guard isSpan || isWord(end, "and") || isComma(end), let more = dayAfter(end + 1) else { break }
      // "on May 5, 12 soldiers": what is counted follows.
      guard !(isComma(end) && isOther(more.end)) else { break }
      isRange = isRange || isSpan
      cursor = end + 1
    }
    return (days, isRange && days.count == 2, end)
  }

  func dayAfter(_ at: Int) -> (day: Int, end: Int)? {
    guard at < elements.count, case .number(let day, let digits) = elements[at].value,
      (1...2).contains(digits), (1...31).contains(day)
    else { return nil }
    var end = at + 1
    if isWord(end, "ordinal") { end += 1 } else if isDash(end), isWord(end + 1, "ordinal") { end += 2 }
    return (day, end)
  }

  /// ", 2025", "2025 року", "of last year", "этого года".
  private func yearAfter(_ from: Int) -> (RawDate.Year, Int) {
    var cursor = from
    if isComma(cursor) { cursor += 1 }
    if isWord(cursor, "of") { cursor += 1 }
    guard cursor < elements.count else { return (.unsaid, from) }
    switch elements[cursor].value {
    case .number(let year, digits: 4) where (1000...2200).contains(year):
      var end = cursor + 1
      if isDash(end), isWord(end + 1, "ordinal") { end += 2 }
      if isWord(end, "year_suffix") { end += 1 }
      if isYearWord(end) {
        // "avqustun 8-də, 2022-ci ilin martında": the year belongs to the month that follows it.
        if end + 1 < elements.count, case .month = elements[end + 1].value { return (.unsaid, from) }
        end += 1
      }
      return (.explicit(year), end)
    case .word("this_year") where !isComma(from): return (.back(0), cursor + 1)
    case .word("last_year") where !isComma(from): return (.back(1), cursor + 1)
    case .word("same_year") where !isComma(from): return (.told, cursor + 1)
    default: return (.unsaid, from)
    }
  }

  /// "2022-ci ilin mart ayında", "2025 Ağustos'unda", "this year in August" is not one.
  private func yearBefore(_ from: Int, _ free: Int) -> (RawDate.Year, Int) {
    var cursor = from - 1
    if cursor >= free, isWord(cursor, "this_year") || isWord(cursor, "last_year") {
      return (isWord(cursor, "this_year") ? .back(0) : .back(1), cursor)
    }
    if cursor >= free, isWord(cursor, "same_year") { return (.told, cursor) }
    if cursor >= free, isYearWord(cursor) { cursor -= 1 }
    if cursor >= free, isWord(cursor, "ordinal") { cursor -= 1 }
    if cursor >= free, isDash(cursor) { cursor -= 1 }
    guard cursor >= free, case .number(let year, digits: 4) = elements[cursor].value,
      (1000...2200).contains(year)
    else { return (.unsaid, from) }
    return (.explicit(year), cursor)
  }

  // MARK: Weekdays and seasons

  private func weekdayDate(_ at: Int, _ weekday: Int) -> RawDate {
    let before = word(at - 1, 0)
    if before == "next" || isFuture(before: at, 0) { return ahead(at..<(at + 1)) }
    if let night = nightBetweenWeekdays(at) { return night }
    // "de miercuri spre joi", "Wednesday to Thursday": the night ends on the second.
    if isWord(at + 1, "to") || isDash(at + 1), at + 2 < elements.count,
      case .weekday(let second) = elements[at + 2].value
    {
      return RawDate(elements: at..<(at + 3), what: .weekday(second, isLast: false))
    }
    // "vendredi dernier"
    if isWord(at + 1, "last") {
      return RawDate(elements: at..<(at + 2), what: .weekday(weekday, isLast: true))
    }
    let isLast = before == "last"
    return RawDate(elements: (isLast ? at - 1 : at)..<(at + 1), what: .weekday(weekday, isLast: isLast))
  }

  private func nextMonth(_ at: Int) -> (at: Int, month: Int)? {
    for next in (at + 1)..<min(at + 6, elements.count) {
      switch elements[next].value {
      case .month(let month): return (next, month)
      case .comma, .dash: continue
      case .number(_, digits: 1...2): continue
      case .word("ordinal"), .word("of"): continue
      default: return nil
      }
    }
    return nil
  }

  private func absorbingWeekday(_ end: Int) -> Int {
    let next = isComma(end) ? end + 1 : end
    guard next < elements.count, case .weekday = elements[next].value else { return end }
    // "on 8 August, Friday's strike" keeps its Friday: only a weekday at the end of its phrase repeats.
    return next == end ? next + 1 : end
  }

  private func seasonDate(_ at: Int, _ season: Int, _ free: Int) -> RawDate? {
    let (after, end) = yearAfter(at + 1)
    if after != .unsaid { return RawDate(elements: at..<end, what: .season(season, year: after)) }
    switch word(at - 1, free) {
    case "last": return RawDate(elements: (at - 1)..<end, what: .season(season, year: .latest))
    case "this": return RawDate(elements: (at - 1)..<end, what: .season(season, year: .back(0)))
    default: return nil
    }
  }

  // MARK: Relative phrases and years

  private static let plainTags: Set<String> = [
    "today", "yesterday", "before_yesterday", "overnight", "small_hours", "last_night", "day_earlier",
    "last_week",
    "this_week", "last_month", "this_month", "last_year", "this_year", "recent_days", "weekend",
  ]

  private func relative(_ at: Int, _ tag: String, _ free: Int) -> RawDate? {
    if tag == "tomorrow" { return RawDate(elements: at..<(at + 1), what: .future) }
    if tag == "last_year" || tag == "this_year", isMonth(at + 1) { return nil }
    if tag == "last_month" || tag == "this_month" {
      // "on the 2nd of last month"
      let (days, _, start) = daysBefore(at, free)
      if days.count == 1 { return RawDate(elements: start..<(at + 1), what: .relative(tag, amount: days[0])) }
    }
    // "bu ayın 7'sinde", "ötən ayın 7-də"
    if tag == "last_month_of" || tag == "this_month_of" {
      return dayAfter(at + 1).map { day, end in
        RawDate(elements: at..<end, what: .relative(String(tag.dropLast("_of".count)), amount: day))
      }
    }
    if Self.plainTags.contains(tag) {
      return RawDate(elements: at..<(at + 1), what: .relative(tag, amount: nil))
    }
    if tag.hasPrefix("holiday_") { return holiday(at, tag, free) }
    if tag.hasPrefix("unit_") { return unitAgo(at, tag, free) }
    if tag == "ago_prefix" { return agoUnit(at) }
    return nil
  }

  /// "New Year's Day 2014": the tag holds month and day.
  private func holiday(_ at: Int, _ tag: String, _ free: Int) -> RawDate? {
    let parts = tag.split(separator: "_").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    let (year, end) = yearAfter(at + 1)
    return RawDate(
      elements: at..<end, what: .month(parts[0], days: [parts[1]], isRange: false, year: year))
  }

  /// "three days ago", "a few weeks ago", "два дня назад".
  private func unitAgo(_ at: Int, _ tag: String, _ free: Int) -> RawDate? {
    let isThen = isWord(at + 1, "before_then")
    let isLater = isWord(at + 1, "later_then")
    guard isWord(at + 1, "ago") || isThen || isLater else { return nil }
    var kind = (isThen ? "then_" : isLater ? "later_" : "ago_") + tag.dropFirst("unit_".count)
    var end = at + 2
    if kind == "ago_year", isWord(end, "today") {
      kind = "ago_year_today"
      end += 1
    }
    guard at - 1 >= free else { return RawDate(elements: at..<end, what: .relative(kind, amount: 1)) }
    switch elements[at - 1].value {
    case .number(let amount, _):
      return RawDate(elements: (at - 1)..<end, what: .relative(kind, amount: amount))
    case .word("some"):
      return RawDate(elements: (at - 1)..<end, what: .relative(kind, amount: nil))
    default: return RawDate(elements: at..<end, what: .relative(kind, amount: 1))
    }
  }

  /// "vor drei Tagen", "il y a deux jours", "acum trei zile".
  private func agoUnit(_ at: Int) -> RawDate? {
    var cursor = at + 1
    var amount: Int? = 1
    guard cursor < elements.count else { return nil }
    switch elements[cursor].value {
    case .number(let value, _):
      amount = value
      cursor += 1
    case .word("some"):
      amount = nil
      cursor += 1
    default: break
    }
    guard let unit = word(cursor, at), unit.hasPrefix("unit_") else { return nil }
    return RawDate(
      elements: at..<(cursor + 1), what: .relative("ago_" + unit.dropFirst("unit_".count), amount: amount))
  }

  /// "in 1983", "since 2011", "в 1983 году": a year that stands as one.
  private func year(_ at: Int, _ value: Int, _ digits: Int) -> RawDate? {
    guard digits == 4, (1500...2200).contains(value) else { return nil }
    var end = at + 1
    if value % 10 == 0, let tail = decadeEnd(at, end) {
      return RawDate(elements: at..<tail, what: .decade(value))
    }
    if isDash(end), isWord(end + 1, "ordinal") { end += 2 }
    let hasYearWord = isYearWord(end) || isWord(end, "year_suffix")
    // "2022-ci ilin mart ayında": the month that follows takes the year.
    let next = hasYearWord ? end + 1 : end
    if elements.indices.contains(next), case .month = elements[next].value { return nil }
    guard hasYearWord || ["in_year", "of"].contains(word(at - 1, 0)) else { return nil }
    return RawDate(elements: at..<next, what: .year(value))
  }

  /// "1990s", "1990-х годах", "les années 1990".
  private func decadeEnd(_ at: Int, _ next: Int) -> Int? {
    let suffix = isDash(next) || isWord(next, "ordinal") ? next + 1 : next
    if isWord(suffix, "decade") { return isYearWord(suffix + 1) ? suffix + 2 : suffix + 1 }
    return word(at - 1, 0) == "decade_prefix" ? next : nil
  }

  private func ahead(_ elements: Range<Int>) -> RawDate { RawDate(elements: elements, what: .future) }

  /// "planned for Friday", "will be held on 20 November".
  private func isFuture(before at: Int, _ free: Int) -> Bool {
    word(at - 1, free) == "future" || word(at - 2, free) == "future" && isOtherOrWord(at - 1)
  }

  // MARK: Looking at elements

  private func isMonth(_ at: Int) -> Bool {
    guard elements.indices.contains(at), case .month = elements[at].value else { return false }
    return true
  }

  private func isOther(_ at: Int) -> Bool {
    guard elements.indices.contains(at), case .other = elements[at].value else { return false }
    return true
  }

  private func isOtherOrWord(_ at: Int) -> Bool {
    if case .word = elements[at].value { return true }
    return isOther(at)
  }

  /// In some languages the year's word is the unit's, too.
  private func isYearWord(_ at: Int) -> Bool { isWord(at, "year") || isWord(at, "unit_year") }

  func word(_ at: Int, _ free: Int) -> String? {
    guard at >= max(0, free), at < elements.count, case .word(let tag) = elements[at].value else {
      return nil
    }
    return tag
  }

  private func isWord(_ at: Int, _ tag: String) -> Bool { word(at, 0) == tag }

  private func isComma(_ at: Int) -> Bool {
    guard elements.indices.contains(at), case .comma = elements[at].value else { return false }
    return true
  }

  private func isDash(_ at: Int) -> Bool {
    guard elements.indices.contains(at), case .dash = elements[at].value else { return false }
    return true
  }
}

extension RawDate {
  fileprivate func covering(_ at: Int) -> RawDate {
    RawDate(elements: min(at, elements.lowerBound)..<elements.upperBound, what: what)
  }
}
