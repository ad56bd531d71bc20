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
  private let shapes: ShapeStore

  init(_ db: Database) {
    self.db = db
    shapes = ShapeStore(db)
  }

  /// An incident with accounts that say no more than their documents; `nil` when there is none.
  func outline(_ id: String) throws -> Incident? {
    let statement = try db.cachedStatement(sql: "SELECT data FROM gpkg_cordon_incidents WHERE id = ?")
    guard let data = try String.fetchOne(statement, arguments: [id]) else { return nil }
    return try CaseCoding.incident(try JSONValue(parsing: data), find: shapes.find)
  }

  /// The incidents whose rows stand in the layer and are not dismissed, by date, then id; those that an analyst drew
  /// among them.
  ///
  /// - Parameters:
  ///   - rows: numbers of rows; all unless given.
  ///   - isWhole: with all the words, rules and footprints of their accounts.
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
    var pending = Edits()
    for edit in try Edits.found(db, among: rows) { pending.set(edit.incident, edit.field, edit.value) }
    let earlier = try Edits(db)
    let among = rows.map { " AND i.fid IN (\($0.map(String.init).joined(separator: ", ")))" } ?? ""
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT c.id, c.place, c.data, c.day FROM gpkg_cordon_incidents c JOIN gpkg_cordon_written w ON w.id = c.id
          JOIN incidents i ON i.fid = w.fid
        WHERE true\(among) ORDER BY c.day, c.id
        """)
    var drawn = try drawnIncidents(rows: rows)[...]
    while let row = try cursor.next() {
      let id: String = row[0]
      let day: Int = row[3]
      while let next = drawn.first, (next.date.from.dayNumber, next.id) < (day, id) {
        try body(drawn.removeFirst(), nil)
      }
      let correction = Correction(values: pending[id])
      let dismissed = pending[id]["dismissed"] == nil && Correction(values: earlier[id]).isDismissed
      guard !dismissed, !correction.isDismissed else { continue }
      var incident = try CaseCoding.incident(try JSONValue(parsing: row[2] as String), find: shapes.find)
      correction.apply(to: &incident)
      if isWhole { incident.accounts = try accounts(of: id) }
      try body(incident, correction.values.isEmpty ? row[1] : nil)
    }
    for incident in drawn { try body(incident, nil) }
  }

  func accounts(of incident: String) throws -> [Account] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.data FROM gpkg_cordon_members m JOIN accounts a ON a.fid = m.account
        WHERE m.incident = ? ORDER BY a.document, a.start, a.fid
        """)
    return try String.fetchAll(statement, arguments: [incident]).map { data in
      try CaseCoding.account(try JSONValue(parsing: data), find: shapes.find)
    }
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

  /// Everything but mentions; sites are those of the case's own layers only when they are registered.
  func content(sites: [Site], rings: [Meters], rows: [Int64]? = nil, isWhole: Bool) throws -> Case {
    let contents = CaseContents(self, sites: sites, rings: rings, rows: rows, isWhole: isWhole)
    var content = Case(incidents: [], sites: sites, rings: rings)
    try contents.forEachPortion { portion in
      content.incidents += portion.content.incidents
      content.exposures += portion.content.exposures
    }
    content.reviews = try reviews()
    try forEachDocument { content.documents.append($0) }
    try forEachStatement { content.statements.append($0) }
    return content
  }

  func reviews() throws -> [String: Review] {
    var edits = try Edits(db)
    for edit in try Edits.found(db) { edits.set(edit.incident, edit.field, edit.value) }
    return edits.values.compactMapValues { Correction(values: $0).review }
  }

}
