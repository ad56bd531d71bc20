internal import Gazetteer
internal import Reading

/// Tells when a country or a capital stands for its government: "Moscow said", "talks between Baku
/// and Kyiv", "told Ankara", "the ambassador to Libya".
struct MetonymRules {
  let around: SpanSurroundings

  func isMetonym(_ index: Int) -> Bool {
    let span = around.spans[index]
    guard span.meaning.hasGovernment else { return false }
    let sentence = text.sentences[span.sentence].tokens
    return speaks(span, sentence) || isSpokenTo(span, sentence) || isRelated(span, sentence)
      || isRepresented(span, sentence) || isAgent(span, sentence) || hasOffice(span, sentence)
  }

  private var text: TaggedText { around.text }

  /// The subject of a verb of saying: nothing but an adverb or auxiliary between, and no preposition before.
  private func speaks(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    let before = span.tokens.lowerBound - 1
    if before >= sentence.lowerBound {
      let tags = text.tags[before]
      guard tags.isDisjoint(with: [.locative, .of, .direction, .adminBefore]),
        text.mark(before) != UInt8(ascii: ",")
          || !isListItem(span, sentence)
      else { return false }
    }
    var end = span.tokens.upperBound
    if end + 1 < sentence.upperBound, text.tags[end].contains(.conjunction), around.spanOfToken[end + 1] >= 0
    {
      end = around.spans[Int(around.spanOfToken[end + 1])].tokens.upperBound
    }
    // "Moskova, Ankara'yı suçladı": the object stands between the two.
    if end + 1 < sentence.upperBound, text.mark(end) == UInt8(ascii: ","), around.spanOfToken[end + 1] >= 0,
      around.spans[Int(around.spanOfToken[end + 1])].isInflected
    {
      end = around.spans[Int(around.spanOfToken[end + 1])].tokens.upperBound
    }
    for next in end..<min(sentence.upperBound, end + 3) {
      guard text.tokens[next].kind == .word else { return false }
      // What the London police say, no government says.
      if text.tags[next].contains(.publicBody), text.tags[next].isDisjoint(with: [.nationWord, .speech]) {
        return false
      }
      if text.tags[next].contains(.speech) { return true }
      // The auxiliary of "a accusé" is written like a preposition.
      if next == end, next + 1 < sentence.upperBound, text.tags[next + 1].contains(.speech),
        text.tokens[next].range.count <= 2, text.tags[next].contains(.common)
      {
        return true
      }
      guard text.tokens[next].casing == .lower, text.tags[next].isDisjoint(with: [.locative, .of]) else {
        return false
      }
    }
    return false
  }

  private func isListItem(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    let before = span.tokens.lowerBound - 2
    guard before >= sentence.lowerBound, around.spanOfToken[before] >= 0 else { return false }
    return span.isInflected == around.spans[Int(around.spanOfToken[before])].isInflected
  }

  /// The object of such a verb: "told Kyiv", "thanked Ankara", "a note was handed to Moscow".
  private func isSpokenTo(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    let before = span.tokens.lowerBound - 1
    guard before >= sentence.lowerBound else { return false }
    if before > sentence.lowerBound, text.tags[before - 1].contains(.handed), isLink(before) { return true }
    guard text.tags[before].contains(.receiver) else { return false }
    return text.tags[before].contains(.speech) && !text.tags[before].contains(.locative)
  }

  /// One side of a relation: "ties with Iran", "relations between Baku and Moscow".
  private func isRelated(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    var index = span.tokens.lowerBound - 1
    var steps = 0
    while index >= sentence.lowerBound, steps < 12 {
      if text.tags[index].contains(.relations) { return true }
      // "talks in Vienna" are held there.
      if text.tags[index].contains(.locative), !text.tags[index].contains(.relationLink) { return false }
      let isName = around.spanOfToken[index] >= 0
      let links = text.tokens[index].kind == .word && text.tokens[index].range.count <= 7
      let comma = text.mark(index) == UInt8(ascii: ",")
      guard isName || comma || (links && text.tokens[index].casing == .lower) else { return false }
      index -= 1
      steps += 1
    }
    return false
  }

  /// What an office is held for: "ambassador to Libya", "посла России".
  private func isRepresented(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    // Where endings do it, an office before a name is another thing: "Prezident Daşkəndə".
    if span.isInflected, ["az", "tr"].contains(text.document.language) { return false }
    var before = span.tokens.lowerBound - 1
    if before >= sentence.lowerBound, text.tags[before].contains(.article) { before -= 1 }
    if before > sentence.lowerBound, isLink(before) { before -= 1 }
    guard before >= sentence.lowerBound else { return false }
    return text.tags[before].contains(.institutionOf)
  }

  /// Who did it: "identified by Baku", "signed by Kenya, Uganda and Rwanda".
  private func isAgent(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    var before = span.tokens.lowerBound - 1
    while before > sentence.lowerBound,
      text.mark(before) == UInt8(ascii: ",") || text.tags[before].contains(.conjunction),
      around.spanOfToken[before - 1] >= 0
    {
      before = around.spans[Int(around.spanOfToken[before - 1])].tokens.lowerBound - 1
    }
    guard before > sentence.lowerBound, text.tags[before].contains(.agent) else { return false }
    guard text.tags[before].contains(.locative) else { return true }
    // "semnat în 2022 de X": a date may stand between.
    var verb = before - 1
    while verb > sentence.lowerBound,
      text.tokens[verb].kind == .number || !text.tags[verb].isDisjoint(with: [.calendar, .locative])
    {
      verb -= 1
    }
    return text.tags[verb].contains(.speech)
  }

  /// Whose office or force is spoken of: "US ambassador", "US troops".
  private func hasOffice(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    let next = span.tokens.upperBound
    guard next < sentence.upperBound, span.tokens.count == 1,
      text.tokens[span.tokens.lowerBound].casing == .upper,
      text.tokens[next].casing == .lower, text.adjoins(next - 1, next),
      !text.isPossessive(next - 1)
    else { return false }
    return !text.tags[next].isDisjoint(with: [.title, .nationWord])
  }

  /// "of", "to" and their like: a short lower-case word.
  private func isLink(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind == .word && token.casing == .lower
      && !text.tags[index].isDisjoint(with: [.of, .posted]) && token.range.count <= 4
  }
}
