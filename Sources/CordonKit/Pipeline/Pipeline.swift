internal import CaseStore
internal import Gazetteer
internal import GeoModel
internal import Geocoding
internal import Incidents
public import Proximity
public import Reading

/// The stages put together: documents in, a case out.
///
/// Documents are read and searched on all cores, a few at a time, and their texts are let go at once: what
/// stays is what was found in them. The result does not depend on the order of the inputs.
public struct Pipeline: Sendable {
  let workspace: Workspace
  let width: Int

  /// - Parameter width: how many documents are worked on at a time; all cores unless given.
  public init(workspace: Workspace, width: Int? = nil) {
    self.workspace = workspace
    self.width = max(1, width ?? Processors.count)
  }

  /// Reads everything the inputs name and works out what happened.
  ///
  /// The same words twice are one document; other words under the same id get the name of their file before it.
  ///
  /// - Parameters:
  ///   - inputs: paths of files and folders; `-` is standard input.
  ///   - leftOut: called, in order, for each input that gives no document; the rest goes on.
  /// - Throws: what opening the gazetteer, the sites or the lexicons throws, before anything is read;
  ///   `CancellationError`.
  public func run(_ inputs: [String], leftOut: (ReadingError) -> Void = { _ in }) async throws -> Case {
    let stages = try Stages(workspace: workspace)
    var collected = Findings()
    try await DocumentStream(inputs: inputs, reader: stages.reader, width: width).forEach(
      transform: { ReadDocument(document: $0, raw: $1, found: stages.findings($0)) },
      leftOut: { error in
        collected.leaveOut(error)
        leftOut(error)
      },
      receive: { collected.add($0.named(among: collected, stages), content: ContentHash($0.document)) })
    let report = stages.merger.merge(collected.findings.sorted { $0.document < $1.document })
    let sites = stages.sites.sites
    return Case(
      incidents: report.incidents, statements: report.statements,
      exposures: ExposureCalculator(sites: sites).exposures(of: report.incidents), sites: sites,
      documents: collected.documents.sorted { $0.id < $1.id },
      mentions: collected.mentions.sorted {
        ($0.document, $0.start, $0.end) < ($1.document, $1.start, $1.end)
      })
  }
}

/// A document with what was found in it, before its id is settled.
private struct ReadDocument: Sendable {
  let document: Document
  let raw: RawDocument
  let found: FoundInDocument

  /// Found anew under an id of its own when another document has this one.
  func named(among others: Findings, _ stages: Stages) -> FoundInDocument {
    let id = others.id(for: document, in: raw.file, content: ContentHash(document))
    guard id != document.id else { return found }
    var named = document
    named.id = id
    named.notices.append("another document of the case is named \(document.id)")
    return stages.findings(named)
  }
}
