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

  /// Writes the GeoJSON layers with their styles, the QGIS project, `incidents.json`, `statements.json` and
  /// `documents.json`, each whole or not at all.
  ///
  /// - Throws: ``FileWriteError`` when the folder cannot be made or written in; `GeometryError` when a ring's
  ///   radius is out of range.
  @discardableResult
  public func write(_ content: Case) throws -> Written {
    try AtomicFile.createFolder(folder)
    var written = Written()
    let layers = try content.layers()
    let index = CaseIndex(content)
    for layer in layers {
      let name = "\(layer.name).geojson"
      try put(layer.geoJSON, name, &written)
      if layer.rows.isEmpty {
        written.notices.append("\(name) is empty and not in \(QGISProject.name)")
      }
    }
    for layer in layers {
      guard let style = LayerStyle.named(layer.name, index: index) else { continue }
      try put(Array(style.file(family: layer.family).utf8), "\(layer.name).qml", &written)
    }
    try put(
      Array(QGISProject(index: index, layers: layers).text.utf8), QGISProject.name, &written)
    try put(
      IncidentsFile.encode(
        IncidentsFile.Contents(incidents: content.incidents, exposures: content.exposures)),
      IncidentsFile.name, &written)
    try put(StatementsFile.encode(content.statements), StatementsFile.name, &written)
    try put(DocumentsFile.encode(content.documents), DocumentsFile.name, &written)
    return written
  }

  private func put(_ bytes: [UInt8], _ name: String, _ written: inout Written) throws(FileWriteError) {
    try AtomicFile.write(bytes, to: "\(folder)/\(name)")
    written.files.append(name)
  }
}
