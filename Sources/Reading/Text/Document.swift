/// One input report, read and cut into sentences.
///
/// All ranges are UTF-8 byte ranges of `text`; `text.scalarRange(ofBytes:)` gives what users see.
public struct Document: Sendable, Identifiable {
  /// The file name, or the `id` of a JSON record.
  public var id: String
  /// The headline: given as a field or found in the text.
  public var title: String?
  public var text: SourceText
  /// ISO 639-1, or `und` when the text does not tell.
  public var language: String
  public var published: PublicationDate?
  public var source: String?
  public var url: String?
  /// Page furniture: takes no part in geocoding, but its bytes count.
  public var furniture: [Furniture]
  /// The sentences of the body, the headline included, in text order.
  public var sentences: [Sentence]
  /// The tokens of all sentences.
  public var tokens: TokenizedText
  /// What a user should know of how it was read ("decoded as Windows-1251").
  public var notices: [String]
  /// Of a long document that is read in parts; its offsets count from the start of the part.
  public var part: DocumentPart?

  public init(
    id: String, title: String? = nil, text: SourceText, language: String, published: PublicationDate? = nil,
    source: String? = nil, url: String? = nil, furniture: [Furniture] = [], sentences: [Sentence] = [],
    tokens: TokenizedText = TokenizedText(), notices: [String] = []
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.language = language
    self.published = published
    self.source = source
    self.url = url
    self.furniture = furniture
    self.sentences = sentences
    self.tokens = tokens
    self.notices = notices
  }
}

/// A sentence of the body.
public struct Sentence: Sendable {
  public enum Role: Sendable { case headline, body }

  public let range: Range<Int>
  /// Indices into `Document.tokens`.
  public let tokens: Range<Int>
  /// Number of the paragraph, from 0, headline included.
  public let paragraph: Int
  public let role: Role

  public init(range: Range<Int>, tokens: Range<Int>, paragraph: Int, role: Role) {
    self.range = range
    self.tokens = tokens
    self.paragraph = paragraph
    self.role = role
  }
}

/// A part of the page that is not the report.
public struct Furniture: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case menu, caption, share, related, footer, legal, metadata, repetition
  }

  public let range: Range<Int>
  public let kind: Kind

  public init(range: Range<Int>, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

/// When a document was published, as far as it says so itself.
public struct PublicationDate: Hashable, Sendable {
  public let date: CalendarDate
  /// Where the text says so; `nil` for a field of a JSON record.
  public let evidence: Range<Int>?

  public init(date: CalendarDate, evidence: Range<Int>? = nil) {
    self.date = date
    self.evidence = evidence
  }
}
