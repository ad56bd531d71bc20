internal import GeoModel
public import Incidents
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
    public var incidents = 0
    /// The earliest hundred.
    public var first: [Incident] = []
  }

  /// Writes the GeoJSON layers with their styles, the QGIS project, `incidents.json`, `statements.json` and
  /// `documents.json`, each whole or not at all.
  ///
  /// The case passes by once, a portion at a time, and is never whole in memory.
  ///
  /// - Throws: ``FileWriteError`` when the folder cannot be made or written in; `GeometryError` when a ring's
  ///   radius is out of range; what the source throws.
  @discardableResult
  public func write(_ content: some CaseSource) throws -> Written {
    try AtomicFile.createFolder(folder)
    var tally = CaseTally(sites: content.sites, protected: content.protected, rings: content.rings)
    var written = Written()
    var incidents = try IncidentFiles(folder)
    try content.forEachPortion { portion in
      tally.add(portion.content)
      written.incidents += portion.content.incidents.count
      written.first += portion.content.incidents.prefix(max(0, 100 - written.first.count))
      try incidents.append(portion)
    }
    if let quoted = incidents.suspicious {
      incidents = try IncidentFiles(folder, quoted: quoted)
      try content.forEachPortion { try incidents.append($0) }
    }
    var counts = try incidents.commit()
    counts["sites"] = try write(tally.siteLayer)
    counts["rings"] = try write(try tally.ringLayer())
    counts["mentions"] = try writeMentions(of: content)
    try writeLists(of: content)
    try writeStyles(tally, counts, &written)
    return written
  }

  private func write(_ layer: Layer) throws -> Int {
    try AtomicFile.write(layer.geoJSON, to: path("\(layer.name).geojson"))
    return layer.rows.count
  }

  private func writeMentions(of content: some CaseSource) throws -> Int {
    let layer = CaseIndex(Case(incidents: [])).mentionLayer
    var quoted: Set<Int> = []
    while true {
      var stream = try LayerStream(layer, to: path("mentions.geojson"), quoted: quoted)
      try content.forEachMentions { mentions in
        for mention in mentions { try stream.append { $0.append(mention) } }
      }
      guard quoted.isEmpty, !stream.suspicious.isEmpty else {
        try stream.commit()
        return stream.count
      }
      quoted = stream.suspicious
    }
  }

  private func writeLists(of content: some CaseSource) throws {
    var statements = try ListStream(to: path(StatementsFile.name))
    try content.forEachStatements { portion in
      for statement in portion { try statements.append { $0.append(statement.fileValue) } }
    }
    try statements.commit()
    var documents = try ListStream(to: path(DocumentsFile.name))
    try content.forEachDocuments { portion in
      for document in portion { try documents.append { $0.append(document.fileValue) } }
    }
    try documents.commit()
  }

  /// - Parameter counts: how many features each layer has.
  private func writeStyles(_ tally: CaseTally, _ counts: [String: Int], _ written: inout Written) throws {
    let layers = try Case(incidents: []).layers()
    written.files = layers.map { "\($0.name).geojson" }
    for layer in layers where counts[layer.name] == 0 {
      written.notices.append("\(layer.name).geojson is empty and not in \(QGISProject.name)")
    }
    func put(_ text: String, _ name: String) throws {
      try AtomicFile.write(Array(text.utf8), to: path(name))
      written.files.append(name)
    }
    for layer in layers {
      guard let style = LayerStyle.named(layer.name, tally) else { continue }
      try put(style.file(family: layer.family), "\(layer.name).qml")
    }
    try put(
      QGISProject(tally: tally, layers: layers.filter { counts[$0.name] != 0 }).text, QGISProject.name)
    written.files += [IncidentsFile.name, StatementsFile.name, DocumentsFile.name]
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }
}
