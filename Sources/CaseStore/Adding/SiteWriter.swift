internal import GRDB
internal import Gazetteer
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

/// Writes the rows of sites and rings anew where an incident near them changed.
struct SiteWriter {
  private let db: Database
  private let rules: CaseAddition.Rules
  private let edits: Edits

  init(_ db: Database, rules: CaseAddition.Rules, edits: Edits) {
    self.db = db
    self.rules = rules
    self.edits = edits
  }

  func write(_ sites: Set<String>) throws {
    // A few at a time: near the missions of a capital thousands of incidents may have happened.
    let sorted = sites.sorted()
    for start in stride(from: 0, to: sorted.count, by: Self.portion) {
      try writePortion(Set(sorted[start..<min(start + Self.portion, sorted.count)]))
    }
  }

  private static let portion = 50

  private func writePortion(_ sites: Set<String>) throws {
    let content = try surroundings(of: sites)
    let index = CaseIndex(content)
    let ids = String(decoding: JSONValue.array(sites.sorted().map(JSONValue.string)).utf8, as: UTF8.self)
    for (layer, column) in [("sites", "id"), ("rings", "site_id")] {
      try db.execute(
        sql: """
          DELETE FROM rtree_\(layer)_geom WHERE id IN (
            SELECT fid FROM \(layer) WHERE \(column) IN (SELECT value FROM json_each(?)))
          """,
        arguments: [ids])
      try db.execute(
        sql: "DELETE FROM \(layer) WHERE \(column) IN (SELECT value FROM json_each(?))", arguments: [ids])
    }
    try CaseSchema.layer("sites").insert(index.siteLayer.rows, into: db)
    try CaseSchema.layer("rings").insert(try index.ringLayer().rows, into: db)
  }

  /// The sites, the exposures to them, and the incidents that are theirs, without words and shapes.
  private func surroundings(of sites: Set<String>) throws -> Case {
    var content = Case(incidents: [], sites: rules.sites.filter { sites.contains($0.id) }, rings: rules.rings)
    for site in sites.sorted() {
      let places = try Row.fetchCursor(
        try db.cachedStatement(
          sql: "SELECT place, data FROM gpkg_cordon_exposures WHERE site = ? ORDER BY place"),
        arguments: [site])
      while let row = try places.next() {
        let value = try JSONValue(parsing: row[1] as String)
        let there = try String.fetchAll(
          try db.cachedStatement(sql: "SELECT id FROM gpkg_cordon_incidents WHERE place = ? ORDER BY id"),
          arguments: [row[0] as Int64])
        guard let first = there.first else { continue }
        let exposure = try CaseCoding.exposure(value, incident: first)
        content.exposures += there.map { id in
          Exposure(
            incident: id, site: exposure.site, best: exposure.best, nearest: exposure.nearest,
            farthest: exposure.farthest, bearing: exposure.bearing, within: [])
        }
      }
      let incidents = try Row.fetchCursor(
        try db.cachedStatement(
          sql: """
            SELECT c.id, i.date_from, i.date_to FROM gpkg_cordon_incidents c JOIN incidents i ON i.id = c.id
            WHERE c.site = ? ORDER BY c.id
            """),
        arguments: [site])
      while let row = try incidents.next() {
        let id: String = row[0]
        guard !Correction(values: edits[id]).isDismissed else { continue }
        content.incidents.append(Incident(id: id, site: site, from: row[1], to: row[2]))
      }
    }
    return content
  }
}

extension Incident {
  /// What counting incidents at a site needs.
  fileprivate init(id: String, site: String, from: String?, to: String?) {
    let first = from.flatMap { CalendarDate(iso: $0) } ?? CalendarDate(dayNumber: 0)
    let last = to.flatMap { CalendarDate(iso: $0) } ?? first
    let nowhere = Coordinate(reducing: 0, latitude: 0)
    self.init(
      id: id, date: DaySpan(from: first, to: max(first, last)), kind: .other,
      footprint: Footprint(
        geometry: .point(nowhere), best: nowhere, radius: .zero, relation: .at, anchorName: "",
        wherePrecision: 1, geoPrecision: 1, reason: ""))
    siteID = site
  }
}
