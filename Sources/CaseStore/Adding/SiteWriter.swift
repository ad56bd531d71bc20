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
  /// Where each site stands among all of them.
  private let places: [String: [Int]]

  init(_ db: Database, rules: CaseAddition.Rules, edits: Edits) {
    self.db = db
    self.rules = rules
    self.edits = edits
    places = Dictionary(grouping: rules.sites.indices) { rules.sites[$0].id }
  }

  /// - Parameter found: what happened at and near them; `nil` where it must be read.
  func write(_ sites: Set<String>, _ found: SiteFindings?) throws {
    // A few at a time: near the missions of a capital thousands of incidents may have happened.
    let sorted = sites.sorted()
    for start in stride(from: 0, to: sorted.count, by: Self.portion) {
      try writePortion(Set(sorted[start..<min(start + Self.portion, sorted.count)]), found)
    }
  }

  private static let portion = 50

  private func writePortion(_ sites: Set<String>, _ found: SiteFindings?) throws {
    let tally = try tally(of: sites, found)
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
    try CaseSchema.layer("sites").insert(tally.siteLayer.rows, into: db)
    try CaseSchema.layer("rings").insert(try tally.ringLayer().rows, into: db)
  }

  /// What happened at and near these sites.
  private func tally(of sites: Set<String>, _ found: SiteFindings?) throws -> CaseTally {
    let concerned = sites.flatMap { places[$0] ?? [] }.sorted()
    var tally = CaseTally(sites: concerned.map { rules.sites[$0] }, rings: rules.rings)
    if let found {
      found.add(to: &tally, at: sites)
      return tally
    }
    for site in sites.sorted() {
      let exposures = try Row.fetchCursor(
        try db.cachedStatement(
          sql: """
            SELECT e.data, c.site, count(*) FROM gpkg_cordon_exposures e
            JOIN gpkg_cordon_incidents c ON c.place = e.place
            WHERE e.site = ? GROUP BY e.place, c.site
            """),
        arguments: [site])
      while let row = try exposures.next() {
        let exposure = try CaseCoding.exposure(try JSONValue(parsing: row[0] as String), incident: "")
        tally.add(exposure, isOwn: (row[1] as String?) == site, times: row[2])
      }
      let own = try Row.fetchCursor(
        try db.cachedStatement(
          sql: """
            SELECT c.id, i.date_from, i.date_to FROM gpkg_cordon_incidents c JOIN incidents i ON i.id = c.id
            WHERE c.site = ? ORDER BY c.id
            """),
        arguments: [site])
      while let row = try own.next() {
        guard !Correction(values: edits[row[0]]).isDismissed else { continue }
        let days = [row[1] as String?, row[2]].compactMap { $0.flatMap { CalendarDate(iso: $0) } }
        tally.addOwn(at: site, until: days.max() ?? CalendarDate(dayNumber: 0))
      }
    }
    return tally
  }
}
