internal import Gazetteer
internal import Reading

/// Tells when something else bears the name of a place: a club, a ship, a person ("Dinamo Minsk", "крейсер «Москва»",
/// "Johann von Bremen").
struct Bearers {
  let text: TaggedText

  /// Whether a word beside the name says so.
  func bear(_ span: NameSpan) -> Bool {
    let sentence = text.sentences[span.sentence].tokens
    return isBehindBearer(span, sentence) || isBeforeBearer(span, sentence) || isOfPerson(span, sentence)
  }

  /// "Dinamo Minsk", "the frigate Lancaster", "крейсер «Москва»"; a ferry "Odessa – Varna" goes from town to town, and
  /// where names have cases "Dinamo Kiyevdə" is in Kyiv.
  private func isBehindBearer(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    if text.endsInCase, span.isInflected { return false }
    var before = span.tokens.lowerBound - 1
    let next = span.tokens.upperBound
    let quote = UInt8(ascii: "\"")
    let isQuoted = before > sentence.lowerBound && text.mark(before) == quote
    if isQuoted {
      guard next < sentence.upperBound, text.mark(next) == quote else { return false }
      before -= 1
    }
    guard before >= sentence.lowerBound, text.tags[before].contains(.bearerBefore) else { return false }
    if isQuoted { return true }
    return text.adjoins(before, before + 1)
      && (next >= sentence.upperBound || text.mark(next) != UInt8(ascii: "-"))
  }

  /// "Boston Celtics", "Ankara gemisi".
  private func isBeforeBearer(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    let next = span.tokens.upperBound
    guard next < sentence.upperBound, !span.isInflected, text.tags[next].contains(.bearerAfter) else {
      return false
    }
    return text.adjoins(next - 1, next) && (text.isCapitalized(next) || text.endsInCase)
  }

  /// A first name and a particle before it.
  private func isOfPerson(_ span: NameSpan, _ sentence: Range<Int>) -> Bool {
    let particle = span.tokens.lowerBound - 1
    guard particle > sentence.lowerBound, text.tags[particle].contains(.surnameParticle) else { return false }
    return text.tags[particle - 1].contains(.firstName) && text.isCapitalized(particle - 1)
      && text.adjoins(particle - 1, particle)
  }
}
