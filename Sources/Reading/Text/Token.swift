/// A word, a number or a punctuation mark of a document.
public struct Token: Sendable {
  public enum Kind: Sendable { case word, number, punctuation }
  public enum Casing: Sendable { case lower, capitalized, upper, mixed, none }

  /// UTF-8 bytes of the text as read.
  public let range: Range<Int>
  /// The folded form: a range of `TokenizedText.folded`.
  let foldedRange: Range<Int>
  /// Hash of the folded form, as `Lexicon` keys it.
  let hash: UInt64
  public let kind: Kind
  public let casing: Casing
}

/// The tokens of a text with their folded forms.
public struct TokenizedText: Sendable {
  public internal(set) var tokens: [Token] = []
  var folded: [UInt8] = []

  public init() {}

  /// The folded form of a token: lower case, no diacritics, Latin or Cyrillic base letters.
  public func folded(_ index: Int) -> String {
    String(decoding: folded[tokens[index].foldedRange], as: UTF8.self)
  }

  /// The folded form as bytes; no allocation.
  public func foldedBytes(_ index: Int) -> ArraySlice<UInt8> {
    folded[tokens[index].foldedRange]
  }
}
