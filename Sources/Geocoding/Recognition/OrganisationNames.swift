internal import Gazetteer
internal import Reading

/// Tells names of companies, teams and institutions that places stand in.
struct OrganisationNames {
  let text: TaggedText

  /// `true` for "Air Serbia", for a name that is all that quotation marks hold where a language quotes companies,
  /// ships and teams, and for the adjective of an institution ("Алтайский университет").
  func contain(_ span: NameSpan) -> Bool {
    let sentence = text.sentences[span.sentence].tokens
    return isBehindCompanyWord(span, sentence) || isQuoted(span, sentence) || isAdjective(span, sentence)
  }

  private func isBehindCompanyWord(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    var before = span.tokens.lowerBound - 1
    if before > sentence.lowerBound, text.mark(before) == UInt8(ascii: "-") { before -= 1 }
    return before >= sentence.lowerBound && text.tags[before].contains(.companyBefore)
      && text.isCapitalized(before)
      && text.adjoins(before, span.tokens.lowerBound)
  }

  /// A few words between the marks, the first with a capital, and no sentence.
  private func isQuoted(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    // «Dubayda isti idi» is said, and tells of Dubai.
    guard text.words.quotesOrganisations, !(text.endsInCase && span.isInflected) else { return false }
    var first = span.tokens.lowerBound
    while sentence.contains(first - 1), span.tokens.upperBound - first < Self.longestQuote,
      isQuotable(first - 1)
    {
      first -= 1
    }
    var end = span.tokens.upperBound
    while sentence.contains(end), end - first < Self.longestQuote, isQuotable(end) { end += 1 }
    // "в «Домодедове»" is there.
    if sentence.contains(first - 2), text.tags[first - 2].contains(.locative) { return false }
    return sentence.contains(first - 1) && sentence.contains(end) && isQuotationMark(first - 1)
      && isQuotationMark(end) && text.isCapitalized(first)
      && text.adjoinsTightly(first - 1, first) && text.adjoinsTightly(end - 1, end)
  }

  private static let longestQuote = 3

  private func isQuotable(_ token: Int) -> Bool {
    text.tokens[token].kind != .punctuation || text.mark(token) == UInt8(ascii: ",")
      || text.mark(token) == UInt8(ascii: "-")
  }

  private func isQuotationMark(_ token: Int) -> Bool { text.mark(token) == UInt8(ascii: "\"") }

  /// Behind an adjective may stand another one: "Алтайского государственного университета".
  private func isAdjective(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    guard !text.words.adjectiveForms.isEmpty, span.tokens.count == 1 else { return false }
    var next = span.tokens.upperBound
    if sentence.contains(next), text.tokens[next].casing == .lower, text.isAdjectival(next) { next += 1 }
    guard sentence.contains(next), text.tokens[next].casing == .lower, text.adjoins(next - 1, next) else {
      return false
    }
    return !text.tags[next].isDisjoint(with: [.institutionOf, .namedAfter, .media])
      && text.isAdjectival(span.tokens.lowerBound)
  }
}

extension TaggedText {
  /// Whether a word ends as adjectives do that are made of names.
  func isAdjectival(_ token: Int) -> Bool {
    let word = utf8[tokens[token].range]
    return words.adjectiveForms.contains { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
  }
}
