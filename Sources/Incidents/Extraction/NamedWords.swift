import Geocoding

/// Where a mention stands and what its words do.
///
/// Without references, since rules look through those of a sentence again and again.
struct NamedWords {
  let tokens: Range<Int>
  /// UTF-8 bytes of the document's text.
  let range: Range<Int>
  let sentence: Int
  let role: Mention.Role
  /// Its place among the mentions of the document.
  let mention: Int

  init(_ mention: Mention, at place: Int) {
    tokens = mention.tokens
    range = mention.range
    sentence = mention.sentence
    role = mention.role
    self.mention = place
  }
}
