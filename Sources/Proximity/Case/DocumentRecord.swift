public import Reading

/// What a case remembers of a document.
public struct DocumentRecord: Hashable, Sendable, Identifiable {
  public var id: String
  public var title: String?
  public var published: CalendarDate?
  /// ISO 639-1, or `und`.
  public var language: String
  public var source: String?
  public var url: String?
  /// How it was read, where a user should know.
  public var notices: [String]
  /// Why it was left out, as a sentence; `nil` for one that was read.
  public var leftOut: String?

  public init(
    id: String, title: String? = nil, published: CalendarDate? = nil, language: String = "und",
    source: String? = nil, url: String? = nil, notices: [String] = [], leftOut: String? = nil
  ) {
    self.id = id
    self.title = title
    self.published = published
    self.language = language
    self.source = source
    self.url = url
    self.notices = notices
    self.leftOut = leftOut
  }

  public init(_ document: Document) {
    self.init(
      id: document.id, title: document.title, published: document.published?.date,
      language: document.language, source: document.source, url: document.url, notices: document.notices)
  }
}
