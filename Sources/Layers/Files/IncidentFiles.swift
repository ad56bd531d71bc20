internal import GeoModel
internal import Incidents
internal import Proximity

/// The files that incidents go to as they pass: their points, areas and links, and `incidents.json`.
struct IncidentFiles {
  private var points: LayerStream
  private var areas: LayerStream
  private var links: LayerStream
  private var list: ListStream
  private var lines = IncidentLines()

  /// - Parameter quoted: by layer, the columns written in quotation marks.
  /// - Throws: ``FileWriteError``.
  init(_ folder: String, quoted: [String: Set<Int>] = [:]) throws(FileWriteError) {
    let index = CaseIndex(Case(incidents: []))
    func stream(_ layer: Layer) throws(FileWriteError) -> LayerStream {
      try LayerStream(layer, to: "\(folder)/\(layer.name).geojson", quoted: quoted[layer.name] ?? [])
    }
    points = try stream(index.incidentLayer)
    areas = try stream(index.footprintLayer)
    links = try stream(index.linkLayer)
    list = try ListStream(to: "\(folder)/\(IncidentsFile.name)")
  }

  /// - Throws: ``FileWriteError``.
  mutating func append(_ portion: CasePortion) throws(FileWriteError) {
    var drawn = portion.content
    drawn.exposures = portion.content.drawnExposures
    let index = CaseIndex(drawn)
    try points.append(index.incidentLayer.rows)
    try areas.append(index.footprintLayer.rows)
    try links.append(index.linkLayer.rows)
    var rest = portion.content.exposures[...]
    for (number, incident) in portion.content.incidents.enumerated() {
      let own = rest.prefix { $0.incident == incident.id }
      rest = rest.dropFirst(own.count)
      try list.append { lines.append(incident, exposures: own, place: portion.places[number], to: &$0) }
    }
  }

  /// The columns that GIS programs would take for times, by layer; `nil` for none.
  var suspicious: [String: Set<Int>]? {
    let found = ["incidents": points.suspicious, "footprints": areas.suspicious, "links": links.suspicious]
    return found.values.allSatisfy(\.isEmpty) ? nil : found
  }

  /// - Returns: how many features each layer has.
  /// - Throws: ``FileWriteError``.
  mutating func commit() throws(FileWriteError) -> [String: Int] {
    try points.commit()
    try areas.commit()
    try links.commit()
    try list.commit()
    return ["incidents": points.count, "footprints": areas.count, "links": links.count]
  }
}
