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
  /// - Parameters:
  ///   - inputs: paths of files and folders; `-` is standard input.
  ///   - leftOut: called, in order, for each input that gives no document; the rest goes on.
  /// - Throws: what opening the gazetteer, the sites or the lexicons throws, before anything is read;
  ///   `CancellationError`.
  public func run(_ inputs: [String], leftOut: (ReadingError) -> Void = { _ in }) async throws -> Case {
    let stages = try Stages(workspace: workspace)
    var collected = Findings()
    try await DocumentStream(inputs: inputs, reader: stages.reader, width: width).forEach(
      transform: { stages.findings($0, from: $1) },
      leftOut: { error in
        collected.leaveOut(error)
        leftOut(error)
      },
      receive: { document in
        guard let error = collected.add(document) else { return }
        leftOut(error)
      })
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
