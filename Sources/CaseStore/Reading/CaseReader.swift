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

  /// The incidents whose rows stand in the layer and are not dismissed, by date, then id.
  ///
  /// - Parameters:
  ///   - rows: numbers of rows; all unless given.
  ///   - isWhole: with all the words, rules and footprints of their accounts.
  func incidents(rows: [Int64]? = nil, isWhole: Bool) throws -> [Incident] {
    var pending = Edits()
    for edit in try Edits.found(db, among: rows) { pending.set(edit.incident, edit.field, edit.value) }
    let earlier = try Edits(db)
    let among = rows.map { " AND i.fid IN (\($0.map(String.init).joined(separator: ", ")))" } ?? ""
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT c.id, c.data FROM gpkg_cordon_incidents c JOIN gpkg_cordon_written w ON w.id = c.id
          JOIN incidents i ON i.fid = w.fid
        WHERE true\(among) ORDER BY c.day, c.id
        """)
    var found: [Incident] = []
    while let row = try cursor.next() {
      let id: String = row[0]
      let correction = Correction(values: pending[id])
      let dismissed = pending[id]["dismissed"] == nil && Correction(values: earlier[id]).isDismissed
      guard !dismissed, !correction.isDismissed else { continue }
      var incident = try CaseCoding.incident(try JSONValue(parsing: row[1] as String), find: shapes.find)
      correction.apply(to: &incident)
      if isWhole { incident.accounts = try accounts(of: id) }
      found.append(incident)
    }
    return found
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

  /// Everything; sites are those of the case's own layers only when they are registered.
  func content(sites: [Site], rings: [Meters], withMentions: Bool = true) throws -> Case {
    var content = Case(
      incidents: try incidents(isWhole: true), sites: sites, rings: rings, documents: try documents(),
      mentions: withMentions ? try mentions() : [])
    let calculator = ExposureCalculator(sites: sites, rings: rings)
    let pending = Set(try Edits.found(db).map(\.incident))
    for incident in content.incidents {
      // What was measured stands unless the place was changed since.
      content.exposures +=
        pending.contains(incident.id) ? calculator.exposures(of: incident) : try exposures(of: incident.id)
    }
    content.reviews = try reviews()
    content.statements = try statements(among: content.incidents)
    return content
  }

  func exposures(of incident: String) throws -> [Exposure] {
    let statement = try db.cachedStatement(
      sql:
        "SELECT e.data FROM gpkg_cordon_incidents c JOIN gpkg_cordon_exposures e ON e.place = c.place WHERE c.id = ?"
    )
    return try String.fetchAll(statement, arguments: [incident])
      .map { try CaseCoding.exposure(try JSONValue(parsing: $0), incident: incident) }
      .sorted { ($0.best, $0.site) < ($1.best, $1.site) }
  }

  func reviews() throws -> [String: Review] {
    var edits = try Edits(db)
    for edit in try Edits.found(db) { edits.set(edit.incident, edit.field, edit.value) }
    return edits.values.compactMapValues { Correction(values: $0).review }
  }

  /// - Parameter condition: SQL; all unless given.
  func documents(
    where condition: String = "true", _ arguments: StatementArguments = StatementArguments()
  ) throws -> [DocumentRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, title, published, language, source, url, notices, left_out FROM documents WHERE \(condition)
        ORDER BY id, fid
        """,
      arguments: arguments
    ).map { row in
      let notices = (row[6] as String?).flatMap { try? JSONValue(parsing: $0) }?.array ?? []
      return DocumentRecord(
        id: row[0] ?? "", title: row[1], published: (row[2] as String?).flatMap { CalendarDate(iso: $0) },
        language: row[3] ?? "und", source: row[4], url: row[5], notices: notices.compactMap(\.string),
        leftOut: row[7])
    }
  }

  private func mentions() throws -> [MentionRecord] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT document, start, "end", text, role, name, kind, geonameid, site_id, country, lon, lat,
          uncertainty_m, where_prec, probability, reasons
        FROM mentions ORDER BY document, start, "end"
        """)
    var mentions: [MentionRecord] = []
    while let row = try rows.next() {
      guard let coordinate = Coordinate(longitude: row[10] ?? 0, latitude: row[11] ?? 0) else { continue }
      let reasons = (row[15] as String?).flatMap { try? JSONValue(parsing: $0) }?.array ?? []
      mentions.append(
        MentionRecord(
          document: row[0] ?? "", start: row[1] ?? 0, end: row[2] ?? 0, text: row[3] ?? "",
          role: row[4] ?? "", name: row[5] ?? "", kind: row[6] ?? "", geonameID: row[7], siteID: row[8],
          country: row[9], coordinate: coordinate, uncertainty: Meters(row[12] ?? 0),
          wherePrecision: row[13] ?? 7, probability: row[14] ?? 0, reasons: reasons.compactMap(\.string)))
    }
    return mentions
  }

  /// - Parameters:
  ///   - incidents: those the statements may be about.
  ///   - condition: SQL; all unless given.
  func statements(
    among incidents: [Incident], where condition: String = "true",
    _ arguments: StatementArguments = StatementArguments()
  ) throws -> [Incidents.Statement] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.data, a.data FROM gpkg_cordon_statements s LEFT JOIN accounts a ON a.fid = s.account
        WHERE \(condition)
        """,
      arguments: arguments)
    var found: [SiteStatement] = []
    while let row = try rows.next() {
      let statement = try CaseCoding.siteStatement(try JSONValue(parsing: row[0] as String))
      guard let data = row[1] as String? else {
        found.append(statement)
        continue
      }
      // The statement was made from an outline; the words are the account's.
      let account = try CaseCoding.account(try JSONValue(parsing: data), find: shapes.find)
      guard let evidence = account.sentences.first else { continue }
      found.append(
        SiteStatement(
          site: statement.site, month: statement.month,
          statement: Incidents.Statement(reason: statement.statement.reason, evidence: evidence)))
    }
    return IncidentMerger.resolved(found, among: incidents)
  }
}
