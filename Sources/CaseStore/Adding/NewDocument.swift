public import Incidents
public import Proximity
internal import Reading

/// One document with all that was found in it, on its way into a case.
public struct NewDocument: Sendable {
  public let record: DocumentRecord
  public let content: ContentHash
  /// Its accounts are incidents of their own, whatever other documents tell: those of a data set whose
  /// makers have told its events apart.
  public let standsAlone: Bool
  let published: CalendarDate?
  let siteClaims: [SiteClaim]
  let statements: [SiteStatement]
  let packed: PackedFindings

  /// Makes the rows of the case ready, which is to be done where the document was worked on.
  public init(
    record: DocumentRecord, content: ContentHash, findings: DocumentFindings, mentions: [MentionRecord] = [],
    standsAlone: Bool = false
  ) {
    self.record = record
    self.content = content
    self.standsAlone = standsAlone
    published = findings.published
    siteClaims = findings.siteClaims
    statements = findings.statements
    packed = PackedFindings(findings.accounts, mentions, standsAlone: standsAlone)
  }
}

/// What is in a case already, to tell new documents from known ones.
public struct KnownDocuments: Sendable {
  /// By id; documents that were left out are not here.
  private(set) var contents: [String: String] = [:]
  private(set) var hashes: Set<String> = []

  public init() {}

  public func holds(_ content: ContentHash) -> Bool { hashes.contains(content.description) }

  /// The id a new document gets: its own unless a document of other content has it; then with the name of its
  /// file before it, since two feeds may both count from 1; and when that is taken too, with an ending that
  /// follows from the content.
  ///
  /// - Parameter file: as the user named it; its folders are left out.
  public func id(for id: String, in file: String, content: ContentHash) -> String {
    guard isTaken(id, content) else { return id }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let qualified = "\(name)/\(id)"
    guard name == id || isTaken(qualified, content) else { return qualified }
    return "\(id)~\(content.description.prefix(8))"
  }

  private func isTaken(_ id: String, _ content: ContentHash) -> Bool {
    contents[id].map { $0 != content.description } ?? false
  }

  /// Whether a document of this id and other content is there.
  func differs(_ id: String, _ content: ContentHash) -> Bool {
    contents[id].map { $0 != content.description } ?? false
  }

  public mutating func insert(_ id: String, _ content: ContentHash) { insert(id, content.description) }

  mutating func insert(_ id: String, _ content: String) {
    contents[id] = content
    hashes.insert(content)
  }
}
