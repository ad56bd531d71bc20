/// Reads cardinal numbers: digits with grouping, number words, ranges and bounds.
///
/// The words stand in the lexicon's `numbers` section: a tag that is a whole number is its value;
/// `some` is a number without one; `at_least`, `at_most` and `about` qualify what follows or precedes.
public struct NumberReader: Sendable {
  private let lexicon: Lexicon

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The numbers of a run of tokens, in text order, without overlaps.
  public func quantities(in text: TokenizedText, _ tokens: Range<Int>) -> [Quantity] {
    quantities(in: text, tokens, matches: lexicon.matches(in: text, tokens))
  }

  /// The same, with the lexicon's matches already at hand.
  public func quantities(
    in text: TokenizedText, _ tokens: Range<Int>, matches: [LexiconMatch]
  ) -> [Quantity] {
    let words = matches.filter { $0.section == .numbers }
    if words.isEmpty, !text.tokens[tokens].contains(where: { $0.kind == .number }) { return [] }
    var byStart: [Int: LexiconMatch] = [:]
    for word in words { byStart[word.tokens.lowerBound] = word }
    var found: [Quantity] = []
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      if let (quantity, end) = range(at, tokens.upperBound, text, byStart) {
        found.append(qualified(quantity, words, text))
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  private struct Number {
    var tokens: Range<Int>
    /// `nil`: "several".
    var value: Double?
  }

  /// A number, or two joined by a dash: "40–50".
  private func range(
    _ start: Int, _ limit: Int, _ text: TokenizedText, _ words: [Int: LexiconMatch]
  ) -> (Quantity, Int)? {
    guard let first = number(start, limit, text, words) else { return nil }
    let dash = first.tokens.upperBound
    // "between 20 and 30", "40–50"
    let isBetween = start > 0 && words[dash]?.tag == "and" && words[start - 1]?.tag == "between"
    if let low = first.value, dash + 1 < limit, isBetween || isDash(dash, text),
      let second = number(dash + 1, limit, text, words), let high = second.value, high > low
    {
      let tokens = first.tokens.lowerBound..<second.tokens.upperBound
      let quantity = Quantity(
        tokens: tokens, number: tokens, value: (low + high) / 2, low: Int(low), high: Int(high),
        isApproximate: true)
      return (quantity, tokens.upperBound)
    }
    let whole = first.value.flatMap { $0 < 1e15 && $0 == $0.rounded() ? Int($0) : nil }
    let quantity = Quantity(
      tokens: first.tokens, number: first.tokens, value: first.value, low: whole, high: whole,
      isApproximate: first.value == nil)
    return (quantity, first.tokens.upperBound)
  }

  private func isDash(_ token: Int, _ text: TokenizedText) -> Bool {
    text.tokens[token].kind == .punctuation && ["-", "–", "—"].contains(text.folded(token))
  }

  private func number(
    _ start: Int, _ limit: Int, _ text: TokenizedText, _ words: [Int: LexiconMatch]
  ) -> Number? {
    guard start < limit else { return nil }
    var result: Number
    if text.tokens[start].kind == .number {
      guard let digits = digits(start, limit, text) else { return nil }
      result = digits
    } else {
      guard let word = words[start], let value = Self.value(word) else { return nil }
      result = Number(tokens: word.tokens, value: value.isNaN ? nil : value)
    }
    extend(&result, limit, text, words)
    return result
  }

  /// "two hundred and forty", "4 thousand": what follows multiplies or adds.
  private func extend(
    _ number: inout Number, _ limit: Int, _ text: TokenizedText, _ words: [Int: LexiconMatch]
  ) {
    guard var total = number.value else { return }
    var finished = 0.0
    var at = number.tokens.upperBound
    while at < limit {
      var next = at
      if let joint = words[next], joint.tag == "and" { next = joint.tokens.upperBound }
      if next < limit, text.tokens[next].kind == .punctuation, text.folded(next) == "-" {
        next += 1
      }
      guard let word = words[next], let value = Self.value(word), !value.isNaN else { break }
      if value >= 1000, total > 0 {
        finished += total * value
        total = 0
      } else if value == 100, total > 0, total < 100 {
        total *= 100
      } else if value == 12, word.tag == "dozen", total > 0, total < 100 {
        total *= 12
      } else if (10...19).contains(value), total == 60 || total == 80, text.folded(at) == "-" {
        // "soixante-douze", "quatre-vingt-dix-sept"
        total += value
      } else if value < 100,
        total == 0 || total.truncatingRemainder(dividingBy: 100) == 0 || value < 10 && isTens(total)
      {
        total += value
      } else {
        break
      }
      at = word.tokens.upperBound
      number.tokens = number.tokens.lowerBound..<at
    }
    number.value = finished + total
  }

  /// Where fifteen is "ten five" ("on beş"), ten goes on as twenty does.
  private func isTens(_ value: Double) -> Bool {
    let tens = value.truncatingRemainder(dividingBy: 100)
    return tens >= (lexicon.entries(of: "numbers")["15"] == nil ? 10 : 20)
      && tens.truncatingRemainder(dividingBy: 10) == 0
  }

  /// The value of a number word; NaN for "several", `nil` for a qualifier.
  private static func value(_ match: LexiconMatch) -> Double? {
    if let value = Double(match.tag), match.tag.first?.isNumber == true { return value }
    if match.tag == "dozen" { return 12 }
    return match.tag == "some" ? .nan : nil
  }

  /// Digits with the grouping of the language; "4 000" is one number.
  private func digits(_ start: Int, _ limit: Int, _ text: TokenizedText) -> Number? {
    guard let value = parsed(text.foldedBytes(start)) else { return nil }
    var total = value
    var end = start + 1
    while end < limit, text.tokens[end].kind == .number, total < 1e12, text.foldedBytes(start).count <= 3,
      text.foldedBytes(end).count == 3,
      text.tokens[end].range.lowerBound - text.tokens[end - 1].range.upperBound <= 3,
      let group = Int(text.folded(end)), total >= 1
    {
      total = total * 1000 + Double(group)
      end += 1
    }
    return Number(tokens: start..<end, value: total)
  }

  /// `1,200` and `1.200` are 1200; a mark before other than three digits is a decimal mark.
  private func parsed(_ bytes: ArraySlice<UInt8>) -> Double? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(where: { $0 == 0x2C || $0 == 0x2E }) else { return Double(text) }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    let isGrouped = parts.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(parts[0].count)
    let usesPoint = lexicon.entries(of: "language")["decimal_point"] != nil
    let isDecimalPoint = parts.count == 2 && usesPoint && text.contains(".")
    if isGrouped && !isDecimalPoint && parts[0] != "0" { return Double(parts.joined()) }
    guard parts.count == 2 else { return nil }
    return Double(parts.joined(separator: "."))
  }

  private func qualified(
    _ quantity: Quantity, _ words: [LexiconMatch], _ text: TokenizedText
  ) -> Quantity {
    // "50'den fazla", "50-dən çox": the bound follows a case ending.
    let next = quantity.tokens.upperBound
    let isSuffixed = next < text.tokens.count && text.tokens[next].kind == .punctuation
    if let after = words.first(where: {
      $0.tag == "at_least_after" && $0.tokens.lowerBound == (isSuffixed ? next + 1 : next)
    }) {
      return Quantity(
        tokens: quantity.tokens.lowerBound..<after.tokens.upperBound, number: quantity.number,
        value: quantity.value, low: quantity.low, high: nil, isApproximate: true)
    }
    let near = words.first { word in
      word.tokens.upperBound == quantity.tokens.lowerBound
        && ["at_least", "at_most", "about"].contains(word.tag)
    }
    guard let near else { return quantity }
    let tokens = near.tokens.lowerBound..<quantity.tokens.upperBound
    return Quantity(
      tokens: tokens, number: quantity.number, value: quantity.value,
      low: near.tag == "at_most" && quantity.low != nil ? 0 : quantity.low,
      high: near.tag == "at_least" ? nil : quantity.high, isApproximate: true)
  }
}
