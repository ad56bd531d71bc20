internal import Incidents
public import Proximity

/// A document on its way into a case part by part, since it is too long to be held whole.
public struct LongDocument: Sendable {
  /// As the first part tells it.
  public let record: DocumentRecord
  /// Of all parts so far, each told by what it says.
  private(set) var content: ContentHash?

  public init(record: DocumentRecord) { self.record = record }

  mutating func append(_ part: NewDocument) {
    let before = content?.description ?? ""
    content = ContentHash(Array((before + part.content.description).utf8))
  }
}

extension CaseAddition {
  /// Takes a part in; its id is the document's, and its offsets count from the start of the document.
  ///
  /// - Throws: ``CaseStoreError``.
  public func add(_ part: NewDocument, to whole: inout LongDocument) throws(CaseStoreError) {
    try staging { try $0.addFindings(of: part) }
    whole.append(part)
  }

  /// Takes the document in that the parts made up, unless its content is known.
  ///
  /// - Throws: ``CaseStoreError``.
  public func finish(_ whole: LongDocument) throws(CaseStoreError) {
    guard let content = whole.content else { return }
    if known.holds(content) {
      try staging { try $0.discard(whole.record.id) }
      return addKnown()
    }
    try staging { try $0.add(whole.record, content: content.description) }
    noteAdded(whole.record.id, content)
  }
}
