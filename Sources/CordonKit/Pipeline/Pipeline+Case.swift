public import CaseStore
internal import Gazetteer
internal import Geocoding
internal import Incidents
internal import Proximity
public import Reading

/// How far a run is.
public struct RunProgress: Hashable, Sendable {
  /// Documents read, known ones and those left out included.
  public var documents = 0
  /// Bytes of their files, and of all files; `nil` when that cannot be known, as of standard input.
  public var bytes = 0
  public var totalBytes: Int?
}

extension Pipeline {
  /// What a run is told and tells on its way.
  public struct Signals {
    /// Asked before each document; `true` ends the reading, and what was read is kept.
    public var isStopped: () -> Bool = { false }
    /// Called, in order, for each input that gives no document; the rest goes on.
    public var leftOut: (ReadingError) -> Void = { _ in }
    public var progress: (RunProgress) -> Void = { _ in }
    /// Called once, with who holds the case, when another run must be waited for.
    public var waiting: (String) -> Void = { _ in }

    public init() {}
  }

  /// Reads everything the inputs name and takes it into a case.
  ///
  /// Documents that the case has already, by their content, are passed over. Memory stays bounded by what is
  /// found in a few documents and by the outlines of the case's accounts.
  ///
  /// - Parameters:
  ///   - inputs: paths of files and folders; `-` is standard input.
  ///   - replacing: whether everything in the case but an analyst's edits gives way to the inputs.
  /// - Returns: what changed; `nil` when not a single document could be read, and the case is as it was.
  /// - Throws: what opening the gazetteer, the sites or the lexicons throws; `CaseStoreError`, and the case is
  ///   as it was.
  public func add(
    _ inputs: [String], to file: CaseFile, replacing: Bool = false, signals: Signals = Signals()
  ) async throws -> CaseAddition.Changes? {
    let stages = try Stages(workspace: workspace)
    let addition = try CaseAddition(file, replacing: replacing)
    defer { addition.close() }
    var progress = RunProgress(totalBytes: DocumentSource(inputs).byteCount)
    var failure: (any Error)?
    let known = addition.known
    var long: LongDocument?
    try await DocumentStream(inputs: inputs, reader: stages.reader, width: width, inParts: true).forEach(
      transform: { Arrival($0, from: $1, known: known, stages) },
      isStopped: { failure != nil || signals.isStopped() },
      leftOut: { error in
        signals.leftOut(error)
        progress.documents += 1
        signals.progress(progress)
        do { try addition.leaveOut(DocumentRecord(error)) } catch let problem { failure = problem }
      },
      receive: { arrival in
        if arrival.raw.part?.isLast ?? true { progress.documents += 1 }
        progress.bytes += arrival.bytes
        signals.progress(progress)
        if arrival.raw.part == nil {
          try addition.take(arrival, stages)
        } else {
          try addition.takePart(arrival, of: &long, stages)
        }
      })
    if let failure { throw failure }
    // Of a long document that the reading stopped in what was read is kept.
    if let long { try addition.finish(long) }
    guard addition.hasRead else { return nil }
    return try addition.commit(
      CaseAddition.Rules(merger: stages.merger, sites: stages.sites.sites, rings: stages.rings),
      waiting: signals.waiting)
  }
}

/// A document on its way into a case.
private struct Arrival: Sendable {
  let bytes: Int
  let read: Document
  let raw: RawDocument
  /// `nil` for one that the case has; a part is never known before the whole is.
  let document: NewDocument?

  /// - Parameter known: what the case holds; may lack what the same run has added.
  init(_ read: Document, from raw: RawDocument, known: KnownDocuments, _ stages: Stages) {
    bytes = raw.byteCount
    self.read = read
    self.raw = raw
    let content = ContentHash(read)
    guard raw.part != nil || !known.holds(content) else {
      document = nil
      return
    }
    var named = read
    named.id = Self.id(for: read, from: raw, known, content)
    if raw.part == nil, named.id != read.id {
      named.notices.append("another document of the case is named \(read.id)")
    }
    if let part = raw.part {
      if !part.isFirst { named.published = part.published.map { PublicationDate(date: $0) } }
      named.notices.append("longer than 1 MiB, so that it was read in parts of 64 KiB")
    }
    let found = stages.findings(named)
    document = NewDocument(
      record: found.record, content: content, findings: found.findings, mentions: found.mentions)
  }
}

extension Arrival {
  /// All parts of a document have one id, which therefore follows from no part's content.
  fileprivate static func id(
    for read: Document, from raw: RawDocument, _ known: KnownDocuments, _ content: ContentHash
  ) -> String {
    guard raw.part != nil else { return known.id(for: read.id, in: raw.file, content: content) }
    return known.id(for: raw.id, in: raw.file, content: ContentHash(Array("\(raw.file)\n\(raw.id)".utf8)))
  }
}

extension CaseAddition {
  /// Takes a part of a long document in; with the last one the document, unless the case has it.
  fileprivate func takePart(_ arrival: Arrival, of long: inout LongDocument?, _ stages: Stages) throws {
    guard var part = arrival.document else { return }
    // The same run may have given the id away.
    if part.record.id != Arrival.id(for: arrival.read, from: arrival.raw, known, part.content) {
      part = Arrival(arrival.read, from: arrival.raw, known: known, stages).document ?? part
    }
    var whole = long ?? LongDocument(record: part.record)
    try add(part, to: &whole)
    long = whole
    guard arrival.raw.part?.isLast ?? true else { return }
    long = nil
    try finish(whole)
  }

  /// Takes a document in, under another id when the same run has given its own away.
  fileprivate func take(_ arrival: Arrival, _ stages: Stages) throws {
    guard var document = arrival.document, !known.holds(document.content) else { return addKnown() }
    let id = known.id(for: arrival.read.id, in: arrival.raw.file, content: document.content)
    if id != document.record.id {
      document = Arrival(arrival.read, from: arrival.raw, known: known, stages).document ?? document
    }
    try add(document)
  }
}

extension DocumentRecord {
  /// An input that gave no document.
  init(_ error: ReadingError) {
    let place = error.line.map { "\(error.file):\($0)" } ?? error.file
    self.init(id: place, leftOut: error.reason)
  }
}
