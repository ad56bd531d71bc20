internal import GRDB
internal import Gazetteer
internal import GeoModel
internal import Incidents
internal import Proximity

extension CaseReader {
  /// Numbers of the rows of the incidents that concern these sites.
  func rows(ofSites sites: [String]) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT w.fid FROM gpkg_cordon_incidents c JOIN gpkg_cordon_written w ON w.id = c.id
        WHERE c.site IN (\(Self.places(sites.count)))
        """,
      arguments: StatementArguments(sites))
  }

  /// The layer of sites, in its order.
  func sites() throws -> [Site] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, name, kind, operator_country, host_country, city, address, lon, lat, accuracy_m, source, aliases
        FROM sites ORDER BY fid
        """)
    var sites: [Site] = []
    while let row = try rows.next() {
      guard let coordinate = Coordinate(longitude: row[7] ?? .nan, latitude: row[8] ?? .nan) else { continue }
      let aliases = (row[11] as String?).flatMap { try? JSONValue(parsing: $0) }?.array ?? []
      sites.append(
        Site(
          id: row[0] ?? "", name: row[1] ?? "", kind: row[2] ?? "", operatorCountry: row[3],
          hostCountry: row[4] ?? "", city: row[5] ?? "", address: row[6], coordinate: coordinate,
          accuracy: Meters(row[9] ?? 0), source: row[10] ?? "", aliases: aliases.compactMap(\.string)))
    }
    return sites
  }

  /// Radii of the rings, ascending.
  func rings() throws -> [Meters] {
    let radii = try Double.fetchAll(db, sql: "SELECT DISTINCT radius_m FROM rings ORDER BY radius_m")
    return radii.isEmpty ? ExposureCalculator.standardRings : radii.map(Meters.init)
  }

  /// Statements about events at these sites.
  func statements(ofSites sites: [String], among incidents: [Incident]) throws -> [Incidents.Statement] {
    try statements(
      among: incidents, where: "json_extract(s.data, '$.site') IN (\(Self.places(sites.count)))",
      StatementArguments(sites))
  }

  /// These documents and those that were left out, by id.
  func documents(cited: Set<String>) throws -> [DocumentRecord] {
    // One argument: there may be more ids than a statement takes, and a reader may make no table.
    let list = JSONValue.array(cited.sorted().map(JSONValue.string))
    return try documents(
      where: "left_out IS NOT NULL OR id IN (SELECT value FROM json_each(?))",
      [String(decoding: list.utf8, as: UTF8.self)])
  }

  private static func places(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }
}
