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
    /// A numeric date whose day and month could be either way round: "04/05/2025".
    case ambiguousDate
    case comma, dash
    /// Any other punctuation mark.
    case mark
    case other
  }

  let tokens: Range<Int>
  let value: Value
}

/// Turns the tokens of a sentence into date elements.
struct DateElementReader {
  let lexicon: Lexicon
  private let monthsNeedCapital: Bool
  /// Months whose name is a common word of the language.
  private let unsureMonths: Set<String>

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    monthsNeedCapital = lexicon.entries(of: "language")["capitalized_months"] != nil
    unsureMonths = Set(lexicon.entries(of: "language")["unsure_months"] ?? [])
  }

  /// In the order in which they count.
  private static func rank(_ section: LexiconSection) -> Int? {
    switch section {
    case .months: 0
    case .weekdays: 1
    case .seasons: 2
    case .dates: 3
    case .numbers: 4
    default: nil
    }
  }

  func elements(_ text: TokenizedText, _ tokens: Range<Int>, _ matches: [LexiconMatch]) -> [DateElement] {
    // Neither a word of the calendar nor a figure: no date.
    guard
      matches.contains(where: { $0.section != .numbers && Self.rank($0.section) != nil })
        || text.tokens[tokens].contains(where: { $0.kind == .number })
    else { return [] }
    // The word that counts at a token and the unit of time there, as places among the matches; -1 for none.
    var byStart = [Int32](repeating: -1, count: 2 * tokens.count)
    let (base, units) = (tokens.lowerBound, tokens.count)
    for (place, word) in matches.enumerated() where Self.rank(word.section) != nil {
      let start = word.tokens.lowerBound - base
      if word.section == .dates, word.tag.hasPrefix("unit_") { byStart[units + start] = Int32(place) }
      if byStart[start] >= 0, !Self.wins(word, over: matches[Int(byStart[start])]) { continue }
      byStart[start] = Int32(place)
    }
    var elements: [DateElement] = []
    elements.reserveCapacity(tokens.count)
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      // "două luni" are two months, "luni" alone is Monday.
      let unit = Self.isAmount(elements.last) ? byStart[units + at - base] : -1
      let place = unit >= 0 ? unit : byStart[at - base]
      let match = place >= 0 ? matches[Int(place)] : nil
      let element = element(at, tokens.upperBound, text, match)
      at = element.tokens.upperBound
      let precedesNumber = at < tokens.upperBound && text.tokens[at].kind == .number
      if !Self.join(element, to: &elements, text, precedesNumber) { elements.append(element) }
    }
    return elements
  }

  private static func isAmount(_ element: DateElement?) -> Bool {
    switch element?.value {
    case .number, .word("some"): true
    default: false
    }
  }

  /// "Jan." is the month, "twenty-five" one number: joins what belongs to the element before.
  private static func join(
    _ element: DateElement, to elements: inout [DateElement], _ text: TokenizedText, _ precedesNumber: Bool
  ) -> Bool {
    guard let last = elements.last else { return false }
    switch (last.value, element.value) {
    case (.month, .mark)
    where precedesNumber && text.folded(element.tokens.lowerBound) == "."
      && isAttached(element, to: last, text):
      elements[elements.count - 1] = DateElement(
        tokens: last.tokens.lowerBound..<element.tokens.upperBound, value: last.value)
      return true
    case (_, .number(let ones, digits: 0)) where (1...9).contains(ones):
      let before = if case .dash = last.value { elements.count - 2 } else { elements.count - 1 }
      guard before >= 0, case .number(let tens, digits: 0) = elements[before].value, (20...90).contains(tens),
        tens % 10 == 0
      else { return false }
      let tokens = elements[before].tokens.lowerBound..<element.tokens.upperBound
      elements.removeSubrange(before...)
      elements.append(DateElement(tokens: tokens, value: .number(tens + ones, digits: 0)))
      return true
    default: return false
    }
  }

  private static func isAttached(_ element: DateElement, to last: DateElement, _ text: TokenizedText) -> Bool
  {
    text.tokens[last.tokens.upperBound - 1].range.upperBound
      == text.tokens[element.tokens.lowerBound].range.lowerBound
  }

  /// The longer match; of equals the calendar word, so that "May" is not a modal verb's tag.
  private static func wins(_ a: LexiconMatch, over b: LexiconMatch) -> Bool {
    if a.tokens.count != b.tokens.count { return a.tokens.count > b.tokens.count }
    return (rank(a.section) ?? 9) < (rank(b.section) ?? 9)
  }

  private func element(
    _ at: Int, _ limit: Int, _ text: TokenizedText, _ match: LexiconMatch?
  ) -> DateElement {
    let token = text.tokens[at]
    switch token.kind {
    case .number: return numeric(at, limit, text)
    case .punctuation:
      switch Self.mark(text, at) {
      case ",": return DateElement(tokens: at..<(at + 1), value: .comma)
      case "-", "–", "—": return DateElement(tokens: at..<(at + 1), value: .dash)
      case "." where at > 0 && text.tokens[at - 1].kind == .number:
        // "14. November": the dot makes the number an ordinal.
        return DateElement(tokens: at..<(at + 1), value: .word("ordinal"))
      case "'", "’": return suffix(at, limit, text)
      default: return DateElement(tokens: at..<(at + 1), value: .mark)
      }
    case .word:
      guard let match, !isPlainWord(match, text) else {
        return DateElement(tokens: at..<(at + 1), value: .other)
      }
      return DateElement(tokens: match.tokens, value: value(match, token))
    }
  }

  /// The scalar that a token's folded form is; `nil` for several.
  private static func mark(_ text: TokenizedText, _ at: Int) -> Unicode.Scalar? {
    let bytes = text.foldedBytes(at)
    if bytes.count == 1, let byte = bytes.first { return Unicode.Scalar(byte) }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  /// Romanian "mai" is May between figures only, and "more" everywhere else.
  private func isPlainWord(_ match: LexiconMatch, _ text: TokenizedText) -> Bool {
    guard match.section == .months, match.tokens.count == 1, !unsureMonths.isEmpty,
      unsureMonths.contains(text.folded(match.tokens.lowerBound))
    else { return false }
    func isNumber(_ index: Int) -> Bool {
      text.tokens.indices.contains(index) && text.tokens[index].kind == .number
    }
    return !isNumber(match.tokens.lowerBound - 1) && !isNumber(match.tokens.upperBound)
  }

  /// "2011'den", "8'inde": a case ending after a number.
  private func suffix(_ at: Int, _ limit: Int, _ text: TokenizedText) -> DateElement {
    guard at > 0, at + 1 < limit, text.tokens[at - 1].kind == .number, text.tokens[at + 1].kind == .word,
      text.tokens[at - 1].range.upperBound == text.tokens[at].range.lowerBound,
      text.tokens[at].range.upperBound == text.tokens[at + 1].range.lowerBound
    else { return DateElement(tokens: at..<(at + 1), value: .mark) }
    let isYear = text.tokens[at - 1].range.count == 4
    return DateElement(tokens: at..<(at + 2), value: .word(isYear ? "year_suffix" : "ordinal"))
  }

  private func value(_ match: LexiconMatch, _ token: Token) -> DateElement.Value {
    switch match.section {
    case .months:
      if monthsNeedCapital && token.casing == .lower { return .other }
      return Int(match.tag).map { .month($0) } ?? .other
    case .weekdays: return Int(match.tag).map { .weekday($0) } ?? .other
    case .seasons: return Int(match.tag).map { .season($0) } ?? .other
    case .numbers:
      if let value = Int(match.tag) { return .number(value, digits: 0) }
      return match.tag == "some" ? .word("some") : .other
    default: return .word(match.tag)
    }
  }

  /// A number, or a date in digits: `14.11.2025`, `2025-11-14`, `2025/11/14`, `14/11/2025`.
  private func numeric(_ at: Int, _ limit: Int, _ text: TokenizedText) -> DateElement {
    let first = text.folded(at)
    let dotted =
      first.utf8.contains(0x2E)
      ? first.split(separator: ".", omittingEmptySubsequences: false).map(String.init) : []
    if dotted.count == 3, let value = date(dotted, separator: ".") {
      return DateElement(tokens: at..<(at + 1), value: value)
    }
    if at + 4 < limit, text.tokens[at + 1].kind == .punctuation, ["-", "/"].contains(text.folded(at + 1)),
      text.folded(at + 1) == text.folded(at + 3),
      text.tokens[at].range.upperBound == text.tokens[at + 1].range.lowerBound,
      let value = date(
        [first, text.folded(at + 2), text.folded(at + 4)], separator: text.folded(at + 1) == "/" ? "/" : "-")
    {
      return DateElement(tokens: at..<(at + 5), value: value)
    }
    guard let value = Int(first) else { return DateElement(tokens: at..<(at + 1), value: .other) }
    return DateElement(tokens: at..<(at + 1), value: .number(value, digits: first.utf8.count))
  }

  /// Year first, or day first; after a slash a language that writes the month first leaves it open when
  /// both are possible.
  private func date(_ parts: [String], separator: Character) -> DateElement.Value? {
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      parts.contains(where: { $0.count == 4 })
    else { return nil }
    let monthFirst = lexicon.entries(of: "language")["month_before_day"] != nil
    switch NumericDate.read(
      parts.compactMap { Int($0) }, separator: separator, monthFirst: monthFirst ? nil : false)
    {
    case .date(let date): return .date(date)
    case .ambiguous: return .ambiguousDate
    case nil: return nil
    }
  }
}
