public import Reading

/// A document with its places: what geocoding hands on.
public struct GeocodedDocument: Sendable {
  public var document: Document
  /// In text order, without overlaps; offsets count in the document's text.
  public var mentions: [Mention]
  /// One for each literal place or site mention that places something, in text order.
  public var locatives: [Locative]
  /// The lexicon's matches in sentences that were searched for them, by the sentence's index; those of others are
  /// not known.
  public var matches: [Int: [LexiconMatch]]

  public init(
    document: Document, mentions: [Mention], locatives: [Locative], matches: [Int: [LexiconMatch]] = [:]
  ) {
    self.document = document
    self.mentions = mentions
    self.locatives = locatives
    self.matches = matches
  }
}
