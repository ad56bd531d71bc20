internal import Incidents
internal import Proximity
internal import Reading

/// What a run has found so far.
struct Findings {
  private(set) var findings: [DocumentFindings] = []
  private(set) var documents: [DocumentRecord] = []
  private(set) var mentions: [MentionRecord] = []
  private var ids: Set<String> = []

  /// Adds a document; `nil` when all is well.
  ///
  /// Ids are what evidence is traced by: a second document with the same id is left out, with the reason.
  mutating func add(_ document: FoundInDocument) -> ReadingError? {
    guard ids.insert(document.record.id).inserted else {
      let error = ReadingError(
        .badData, file: document.file, line: document.line,
        "there is another document with the id '\(document.record.id)' before it; give it an id of its own")
      leaveOut(error)
      return error
    }
    findings.append(document.findings)
    documents.append(document.record)
    mentions += document.mentions
    return nil
  }

  mutating func leaveOut(_ error: ReadingError) {
    documents.append(DocumentRecord(error))
  }
}
