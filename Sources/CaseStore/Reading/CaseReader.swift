internal import GRDB
internal import Gazetteer
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

/// Reads incidents back from a case, with what an analyst changed since the last run.
struct CaseReader {
  let db: Database
  let shapes: ShapeStore

  init(_ db: Database) {
    self.db = db
    shapes = ShapeStore(db)
  }

  /// An incident without what its accounts say; `nil` when there is none.
  func outline(_ id: String) throws -> Incident? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredIncident.selection) FROM gpkg_cordon_incidents c WHERE c.id = ?")
    return try Row.fetchOne(statement, arguments: [id])
      .map { try StoredIncident.incident(id, $0, from: 0, shapes: shapes) }
  }

  /// The incidents whose rows stand in the layer and are not dismissed, by date, then id; those that an analyst drew
  /// among them.
  ///
  /// - Parameters:
  ///   - rows: numbers of rows; all unless given.
  ///   - isWhole: with all that they rest on; else that is only counted, as unread.
  func incidents(rows: [Int64]? = nil, isWhole: Bool) throws -> [Incident] {
    var found: [Incident] = []
    try forEachIncident(rows: rows, isWhole: isWhole) { incident, _ in found.append(incident) }
    return found
  }

  /// As ``incidents(rows:isWhole:)``, one by one.
  ///
  /// - Parameter body: gets the incident and the number of its place; `nil` when what was measured there no
  ///   longer stands.
  func forEachIncident(
    rows: [Int64]? = nil, isWhole: Bool, _ body: (Incident, Int?) throws -> Void
  ) throws {
    let earlier = try Edits(db)
    let among = rows.map { " AND i.fid IN (\($0.map(String.init).joined(separator: ", ")))" } ?? ""
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT c.id, c.place, c.day, w.fid, \(Edits.differs), \(StoredIncident.selection)
        FROM gpkg_cordon_incidents c JOIN gpkg_cordon_written w ON w.id = c.id
          JOIN incidents i ON i.fid = w.fid
        WHERE true\(among) ORDER BY c.day, c.id
        """)
    var drawn = try drawnIncidents(rows: rows)[...]
    while let row = try cursor.next() {
      let id: String = row[0]
      let day: Int = row[2]
      while let next = drawn.first, (next.date.from.dayNumber, next.id) < (day, id) {
        try body(drawn.removeFirst(), nil)
      }
      var pending = Edits()
      if row[4] == true {
        for edit in try Edits.found(db, among: [row[3]]) {
          pending.set(edit.incident, edit.field, edit.value)
        }
      }
      let correction = Correction(values: pending[id])
      let dismissed = pending[id]["dismissed"] == nil && Correction(values: earlier[id]).isDismissed
      guard !dismissed, !correction.isDismissed else { continue }
      var incident = try StoredIncident.incident(id, row, from: 5, shapes: shapes)
      if isWhole { try complete(&incident, row: row[3]) }
      correction.apply(to: &incident)
      try body(incident, correction.values.isEmpty ? row[1] : nil)
    }
    for incident in drawn { try body(incident, nil) }
  }

  /// Numbers of the rows of incidents whose place or area comes into a box.
  ///
  /// - Parameter precision: the greatest GED `where_prec` of incidents that are known by their area alone.
  func rows(in boxes: [BoundingBox], atMostPrecision precision: Int = 7) throws -> [Int64] {
    var rows: Set<Int64> = []
    for box in boxes {
      let found = try Int64.fetchAll(
        db,
        sql: """
          SELECT w.fid FROM rtree_footprints_geom r JOIN footprints f ON f.fid = r.id
            JOIN gpkg_cordon_written w ON w.id = f.id
          WHERE r.maxx >= ?1 AND r.minx <= ?3 AND r.maxy >= ?2 AND r.miny <= ?4 AND f.where_prec <= ?5
          UNION
          SELECT r.id FROM rtree_incidents_geom r
          WHERE r.maxx >= ?1 AND r.minx <= ?3 AND r.maxy >= ?2 AND r.miny <= ?4
          """,
        arguments: [box.west, box.south, box.east, box.north, precision])
      rows.formUnion(found)
    }
    return rows.sorted()
  }

  /// - Parameter rows: numbers of rows to look at for what is not written down yet; all unless given.
  func reviews(rows: [Int64]? = nil) throws -> [String: Review] {
    var edits = try Edits(db)
    for edit in try Edits.found(db, among: rows) { edits.set(edit.incident, edit.field, edit.value) }
    return edits.values.compactMapValues { Correction(values: $0).review }
  }
}
