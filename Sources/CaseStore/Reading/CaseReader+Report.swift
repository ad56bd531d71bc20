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

  /// Numbers of the rows of the incidents that ended last; `nil` when those are all. And how many more there are.
  func latestRows(_ limit: Int) throws -> (rows: [Int64]?, earlier: Int) {
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM gpkg_cordon_written WHERE fid > 0") ?? 0
    guard count > limit else { return (nil, 0) }
    let rows = try Int64.fetchAll(
      db,
      sql: """
        SELECT i.fid FROM incidents i JOIN gpkg_cordon_written w ON w.fid = i.fid
        WHERE i.dismissed IS NOT 1 ORDER BY i.date_to DESC, i.date_from DESC, w.id LIMIT ?
        """,
      arguments: [limit])
    return (rows, count - rows.count)
  }

  /// The layer of sites, in its order.
  ///
  /// - Parameter name: only those that have this id, name or alias, letter by letter.
  func sites(named name: String? = nil) throws -> [Site] {
    let condition = """
      WHERE id = ?1 OR name = ?1 OR EXISTS (SELECT 1 FROM json_each(sites.aliases) a WHERE a.value = ?1)
      """
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, name, kind, operator_country, host_country, city, address, lon, lat, accuracy_m, source, aliases
        FROM sites \(name == nil ? "" : condition) ORDER BY fid
        """,
      arguments: name.map { [$0] } ?? [])
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

  private static func places(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }
}
