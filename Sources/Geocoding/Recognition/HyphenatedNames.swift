internal import Reading

/// Tells names that are only parts of longer ones with hyphens: "Fontaine-sur-Somme", "Météo-France", "Mair
/// Bangor-Jones".
struct HyphenatedNames {
  let text: TaggedText
  /// What was found, in text order.
  let found: [SpanCollector.Found]

  /// `true` when a hyphen joins the name to what is no name of the gazetteer, or to a surname.
  func isPart(_ index: Int) -> Bool {
    let name = found[index]
    let sentence = text.sentences[name.sentence].tokens
    let before = neighbour(name.tokens.lowerBound, -1, sentence)
    let after = neighbour(name.tokens.upperBound - 1, 1, sentence)
    guard before != nil || after != nil else { return false }
    let first = before ?? name.tokens.lowerBound
    if isBehindFirstName(first, sentence) { return true }
    if let before, isJoint(before, -1, sentence) { return true }
    if let after, isJoint(after, 1, sentence) { return true }
    guard text.words.hyphenatesNames else { return false }
    if let after, !isName(after, index + 1) { return true }
    // "franco-allemand", "ex-Yougoslavie": what stands in small letters is no name.
    guard let before, !isName(before, index - 1) else { return false }
    return text.isCapitalized(before) || neighbour(before, -1, sentence) != nil
  }

  /// "Дар-уль-Аман": a word in small letters that a hyphen joins to another name, too.
  private func isJoint(_ token: Int, _ step: Int, _ sentence: Range<Int>) -> Bool {
    guard text.tokens[token].casing == .lower, let other = neighbour(token, step, sentence) else {
      return false
    }
    return text.isCapitalized(other)
  }

  private func isName(_ token: Int, _ index: Int) -> Bool {
    found.indices.contains(index) && found[index].tokens.contains(token)
  }

  /// The word that a hyphen joins to a token.
  private func neighbour(_ token: Int, _ step: Int, _ sentence: Range<Int>) -> Int? {
    let other = token + 2 * step
    // Mostly a word stands there.
    guard sentence.contains(other), text.tokens[token + step].kind == .punctuation,
      text.mark(token + step) == UInt8(ascii: "-"),
      text.tokens[other].kind == .word,
      text.adjoinsTightly(min(token, token + step), max(token, token + step)),
      text.adjoinsTightly(min(other, token + step), max(other, token + step))
    else { return nil }
    return other
  }

  private func isBehindFirstName(_ token: Int, _ sentence: Range<Int>) -> Bool {
    let before = token - 1
    return before >= sentence.lowerBound && text.isCapitalized(before) && text.adjoins(before, token)
      && text.tags[before].contains(.firstName)
  }
}
