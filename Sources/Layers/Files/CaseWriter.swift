public import Proximity

/// Writes a case into a folder.
public struct CaseWriter: Sendable {
  public let folder: String

  public init(folder: String) { self.folder = folder }

  /// What was written.
  public struct Written: Sendable {
    /// Names in the folder, in the order they were written.
    public var files: [String] = []
    /// What a user should know, one sentence each.
    public var notices: [String] = []
  }

  /// Writes the GeoJSON layers, `incidents.json` and `statements.json`, each whole or not at all.
  ///
  /// - Throws: ``FileWriteError`` when the folder cannot be made or written in; `GeometryError` when a ring's
  ///   radius is out of range.
  @discardableResult
  public func write(_ content: Case) throws -> Written {
    try AtomicFile.createFolder(folder)
    var written = Written()
    for layer in try content.layers() {
      let name = "\(layer.name).geojson"
      try AtomicFile.write(layer.geoJSON, to: "\(folder)/\(name)")
      written.files.append(name)
      if layer.rows.isEmpty {
        written.notices.append("\(name) is empty; programs that open it see a table without columns")
      }
    }
    try IncidentsFile.write(
      IncidentsFile.Contents(incidents: content.incidents, exposures: content.exposures),
      to: "\(folder)/\(IncidentsFile.name)")
    try AtomicFile.write(StatementsFile.encode(content.statements), to: "\(folder)/\(StatementsFile.name)")
    written.files += [IncidentsFile.name, StatementsFile.name]
    return written
  }
}
