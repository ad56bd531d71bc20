internal import GRDB
internal import GeoModel
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

extension CaseReader {
  /// Documents by id.
  ///
  /// - Parameter condition: SQL; all unless given.
  func forEachDocument(
    where condition: String = "true", _ arguments: StatementArguments = StatementArguments(),
    _ body: (DocumentRecord) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, title, published, language, source, url, notices, left_out FROM documents WHERE \(condition)
        ORDER BY id, fid
        """,
      arguments: arguments)
    while let row = try rows.next() {
      try body(
        DocumentRecord(
          id: row[0] ?? "", title: row[1], published: (row[2] as String?).flatMap { CalendarDate(iso: $0) },
          language: row[3] ?? "und", source: row[4], url: row[5], notices: Self.texts(row[6]),
          leftOut: row[7]))
    }
  }

  /// Mentions by document, then position.
  func forEachMention(_ body: (MentionRecord) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT document, start, "end", text, role, name, kind, geonameid, site_id, country, lon, lat,
          uncertainty_m, where_prec, probability, reasons
        FROM mentions ORDER BY document, start, "end"
        """)
    while let row = try rows.next() {
      guard let coordinate = Coordinate(longitude: row[10] ?? 0, latitude: row[11] ?? 0) else { continue }
      try body(
        MentionRecord(
          document: row[0] ?? "", start: row[1] ?? 0, end: row[2] ?? 0, text: row[3] ?? "",
          role: row[4] ?? "", name: row[5] ?? "", kind: row[6] ?? "", geonameID: row[7], siteID: row[8],
          country: row[9], coordinate: coordinate, uncertainty: Meters(row[12] ?? 0),
          wherePrecision: row[13] ?? 7, probability: row[14] ?? 0, reasons: Self.texts(row[15])))
    }
  }

  /// Statements by document, then position, with the incidents of the case they may speak of.
  func forEachStatement(_ body: (Incidents.Statement) throws -> Void) throws {
    var events = IncidentMerger.SiteEvents()
    // The cells hold what an analyst changed, too.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT w.id, i.site_id, i.date_from FROM incidents i JOIN gpkg_cordon_written w ON w.fid = i.fid
          JOIN gpkg_cordon_incidents c ON c.id = w.id
        WHERE i.site_id NOT NULL AND i.dismissed IS NOT 1 ORDER BY c.day, c.id
        """)
    while let row = try rows.next() {
      guard let day = (row[2] as String?).flatMap({ CalendarDate(iso: $0) }) else { continue }
      events.add(row[0], at: row[1], on: day)
    }
    try forEachStatement(among: events) { try body($0) }
  }

  /// - Parameters:
  ///   - events: those the statements may be about.
  ///   - condition: SQL; all unless given.
  func forEachStatement(
    among events: IncidentMerger.SiteEvents, where condition: String = "true",
    _ arguments: StatementArguments = StatementArguments(), _ body: (Incidents.Statement) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.data, a.data FROM gpkg_cordon_statements s LEFT JOIN accounts a ON a.fid = s.account
        WHERE \(condition)
        ORDER BY s.document, coalesce(a.start, json_extract(s.data, '$.statement.evidence.start')), s.rowid
        """,
      arguments: arguments)
    while let row = try rows.next() {
      var statement = try CaseCoding.siteStatement(try JSONValue(parsing: row[0] as String))
      if let data = row[1] as String? {
        // The statement was made from an outline; the words are the account's.
        guard let evidence = try CaseCoding.firstSentence(ofAccount: try JSONValue(parsing: data)) else {
          continue
        }
        statement = SiteStatement(
          site: statement.site, month: statement.month,
          statement: Incidents.Statement(reason: statement.statement.reason, evidence: evidence))
      }
      try body(events.resolved(statement))
    }
  }

  private static func texts(_ list: String?) -> [String] {
    (list.flatMap { try? JSONValue(parsing: $0) }?.array ?? []).compactMap(\.string)
  }
}
