/// A word, a number or a punctuation mark of a document.
///
/// Positions are kept in 32 bits: a document is at most `DocumentSource.documentLimit` bytes long.
public struct Token: Sendable {
  public enum Kind: UInt8, Sendable { case word, number, punctuation }
  public enum Casing: UInt8, Sendable { case lower, capitalized, upper, mixed, none }

  @usableFromInline let start: UInt32
  @usableFromInline let end: UInt32
  @usableFromInline let foldedStart: UInt32
  @usableFromInline let foldedEnd: UInt32
  /// Of the folded form, as `Lexicon` keys it; see `WordHash`.
  public let hash: UInt64
  public let kind: Kind
  public let casing: Casing
  @usableFromInline let traits: Traits
  /// The byte of a mark of one, 255 for any other mark, 0 for what is none.
  let mark: UInt8
  /// The languages whose frequent words it is one of, a bit each as in `PageWords`; see `markFrequent`.
  var languages: UInt32 = 0

  @usableFromInline
  struct Traits: OptionSet, Sendable {
    @usableFromInline let rawValue: UInt8
    @usableFromInline init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Nothing but ASCII as written.
    static let isASCII = Traits(rawValue: 1)
    /// Nothing but letters, digits and marks of ASCII, so that it is as long as its folded form.
    static let isPlain = Traits(rawValue: 2)
    /// Nothing, or one space and nothing else, stands between it and what is before it.
    static let isClose = Traits(rawValue: 4)
    /// A word of nothing but small letters, which may have apostrophes between them; known of words beyond ASCII.
    static let isSmall = Traits(rawValue: 16)
    /// It may part segments of a line: it is a mark that may, or not close.
    static let mayPart = Traits(rawValue: 8)
  }

  /// - Precondition: no position exceeds 32 bits.
  @inline(__always)
  init(
    _ start: Int, _ end: Int, foldedStart: Int, foldedEnd: Int, hash: UInt64, kind: Kind, casing: Casing,
    traits: Traits, mark: UInt8 = 0
  ) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.foldedStart = UInt32(truncatingIfNeeded: foldedStart)
    self.foldedEnd = UInt32(truncatingIfNeeded: foldedEnd)
    self.hash = hash
    self.kind = kind
    self.casing = casing
    self.traits = traits
    self.mark = mark
  }

  /// Nothing but ASCII as written.
  @inlinable package var isASCII: Bool { traits.rawValue & 1 != 0 }
  /// Nothing but letters, digits and marks of ASCII: no apostrophe.
  @inlinable package var isPlain: Bool { traits.rawValue & 2 != 0 }
  /// A word beyond ASCII of nothing but small letters, which may have apostrophes between them.
  @inlinable package var isSmallBeyondASCII: Bool { traits.rawValue & 16 != 0 }
  /// Nothing, or one space and nothing else, stands between it and what is before it.
  @inline(__always) var isClose: Bool { traits.contains(.isClose) }

  /// The same as `range`.
  @inlinable package var place: Range<UInt32> { Range(uncheckedBounds: (start, end)) }
  /// UTF-8 bytes of the text as read.
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
  /// The folded form: a range of `TokenizedText.folded`.
  @inlinable public var foldedRange: Range<Int> { Int(foldedStart)..<Int(foldedEnd) }
}

/// The tokens of a text with their folded forms.
public struct TokenizedText: Sendable {
  public internal(set) var tokens: [Token] = []
  /// The folded forms of all tokens as UTF-8, one behind the other.
  public internal(set) var folded: [UInt8] = []
  /// Of the words among those of `guessedFrom`; see `markFrequent`.
  private(set) var frequentCounts = FrequentWords.Counts()

  public init() {}

  /// Looks every word up among the frequent ones of all languages.
  mutating func markFrequent(_ frequent: FrequentWords) {
    let counted = guessedFrom
    frequentCounts = tokens.withUnsafeMutableBufferPointer { frequent.mark($0, counted: counted) }
  }

  /// How many tokens there are up to the last word by which the language is guessed.
  var guessedFrom: Int {
    guard tokens.count > Self.mostGuessed else { return tokens.count }
    var words = 0
    for index in tokens.indices where tokens[index].kind == .word {
      words += 1
      if words > Self.mostGuessed { return index }
    }
    return tokens.count
  }

  private static let mostGuessed = 4000

  /// The folded form of a token: lower case, no diacritics, Latin or Cyrillic base letters.
  public func folded(_ index: Int) -> String {
    String(decoding: folded[tokens[index].foldedRange], as: UTF8.self)
  }

  /// The folded form as bytes; no allocation.
  @inlinable public func foldedBytes(_ index: Int) -> ArraySlice<UInt8> {
    folded[tokens[index].foldedRange]
  }
}
