/// A token, or a few, as the date grammar sees them.
struct DateElement {
  enum Value {
    /// A whole number with its count of digits; none for a number word.
    case number(Int, digits: Int)
    case month(Int)
    /// 1 = Monday ... 7 = Sunday.
    case weekday(Int)
    /// 1 winter, 2 spring, 3 summer, 4 autumn.
    case season(Int)
    /// A tag of the lexicon's `dates` section.
    case word(String)
    /// A numeric date: "14.11.2025".
    case date(CalendarDate)
    case comma, dash
    case other
  }

  let tokens: Range<Int>
  let value: Value
}

/// Turns the tokens of a sentence into date elements.
struct DateElementReader {
  let lexicon: Lexicon
  private let monthsNeedCapital: Bool

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    monthsNeedCapital = lexicon.entries(of: "language")["capitalized_months"] != nil
  }

  func elements(_ text: TokenizedText, _ tokens: Range<Int>, _ matches: [LexiconMatch]) -> [DateElement] {
    let words = matches.filter {
      ["months", "weekdays", "seasons", "dates", "numbers"].contains($0.section)
    }
    var byStart: [Int: LexiconMatch] = [:]
    for word in words {
      if let known = byStart[word.tokens.lowerBound], !Self.wins(word, over: known) { continue }
      byStart[word.tokens.lowerBound] = word
    }
    var elements: [DateElement] = []
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      let element = element(at, tokens.upperBound, text, byStart[at])
      elements.append(element)
      at = element.tokens.upperBound
    }
    return elements
  }

  /// The longer match; of equals the calendar word, so that "May" is not a modal verb's tag.
  private static func wins(_ a: LexiconMatch, over b: LexiconMatch) -> Bool {
    if a.tokens.count != b.tokens.count { return a.tokens.count > b.tokens.count }
    let order = ["months", "weekdays", "seasons", "dates", "numbers"]
    return (order.firstIndex(of: a.section) ?? 9) < (order.firstIndex(of: b.section) ?? 9)
  }

  private func element(
    _ at: Int, _ limit: Int, _ text: TokenizedText, _ match: LexiconMatch?
  ) -> DateElement {
    let token = text.tokens[at]
    switch token.kind {
    case .number: return numeric(at, limit, text)
    case .punctuation:
      switch text.folded(at) {
      case ",": return DateElement(tokens: at..<(at + 1), value: .comma)
      case "-", "–", "—": return DateElement(tokens: at..<(at + 1), value: .dash)
      case "." where at > 0 && text.tokens[at - 1].kind == .number:
        // "14. November": the dot makes the number an ordinal.
        return DateElement(tokens: at..<(at + 1), value: .word("ordinal"))
      default: return DateElement(tokens: at..<(at + 1), value: .other)
      }
    case .word:
      guard let match else { return DateElement(tokens: at..<(at + 1), value: .other) }
      return DateElement(tokens: match.tokens, value: value(match, token))
    }
  }

  private func value(_ match: LexiconMatch, _ token: Token) -> DateElement.Value {
    switch match.section {
    case "months":
      if monthsNeedCapital && token.casing == .lower { return .other }
      return Int(match.tag).map { .month($0) } ?? .other
    case "weekdays": return Int(match.tag).map { .weekday($0) } ?? .other
    case "seasons": return Int(match.tag).map { .season($0) } ?? .other
    case "numbers":
      if let value = Int(match.tag) { return .number(value, digits: 0) }
      return match.tag == "some" ? .word("some") : .other
    default: return .word(match.tag)
    }
  }

  /// A number, or a date in digits: `14.11.2025`, `2025-11-14`, `2025/11/14`, `14/11/2025`.
  private func numeric(_ at: Int, _ limit: Int, _ text: TokenizedText) -> DateElement {
    let first = text.folded(at)
    let dotted = first.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if dotted.count == 3, let date = date(dotted) {
      return DateElement(tokens: at..<(at + 1), value: .date(date))
    }
    if at + 4 < limit, ["-", "/"].contains(text.folded(at + 1)), text.folded(at + 1) == text.folded(at + 3),
      text.tokens[at].range.upperBound == text.tokens[at + 1].range.lowerBound,
      let date = date([first, text.folded(at + 2), text.folded(at + 4)])
    {
      return DateElement(tokens: at..<(at + 5), value: .date(date))
    }
    guard let value = Int(first) else { return DateElement(tokens: at..<(at + 1), value: .other) }
    return DateElement(tokens: at..<(at + 1), value: .number(value, digits: first.utf8.count))
  }

  /// Year first, or day first; a pair that could be either in a language that writes the month
  /// first is no date.
  private func date(_ parts: [String]) -> CalendarDate? {
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    if parts[0].count == 4 { return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) }
    guard parts[2].count == 4 else { return nil }
    let monthFirst = lexicon.entries(of: "language")["month_before_day"] != nil
    if monthFirst {
      if numbers[0] <= 12 && numbers[1] <= 12 && numbers[0] != numbers[1] { return nil }
      if numbers[1] > 12 { return CalendarDate(year: numbers[2], month: numbers[0], day: numbers[1]) }
    }
    return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
  }
}
