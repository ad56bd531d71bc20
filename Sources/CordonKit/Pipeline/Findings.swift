internal import CaseStore
internal import Incidents
internal import Proximity
internal import Reading

/// What a run has found so far.
struct Findings {
  private(set) var findings: [DocumentFindings] = []
  private(set) var documents: [DocumentRecord] = []
  private(set) var mentions: [MentionRecord] = []
  private var known = KnownDocuments()

  /// Adds what was found in a document, unless the same was read before.
  mutating func add(_ found: FoundInDocument, content: ContentHash) {
    guard !known.holds(content) else { return }
    known.insert(found.record.id, content)
    findings.append(found.findings)
    documents.append(found.record)
    mentions += found.mentions
  }

  /// The id a document gets, since ids are what evidence is traced by: its own unless another has it.
  func id(for document: Document, in file: String, content: ContentHash) -> String {
    known.id(for: document.id, in: file, content: content)
  }

  mutating func leaveOut(_ error: ReadingError) {
    documents.append(DocumentRecord(error))
  }
}
