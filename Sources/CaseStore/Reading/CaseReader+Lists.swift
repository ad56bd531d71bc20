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
    _ body: (Int64, DocumentRecord) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, title, published, language, source, url, notices, left_out, fid FROM documents WHERE \(condition)
        ORDER BY id, fid
        """,
      arguments: arguments)
    while let row = try rows.next() {
      try body(
        row[8],
        DocumentRecord(
          id: row[0] ?? "", title: row[1], published: (row[2] as String?).flatMap { CalendarDate(iso: $0) },
          language: row[3] ?? "und", source: row[4], url: row[5], notices: Self.texts(row[6]),
          leftOut: row[7]))
    }
  }

  /// Mentions by document, then position.
  func forEachMention(_ body: (MentionRecord) throws -> Void) throws {
    var document = ""
    try db.forEachRow(
      """
      SELECT document, start, "end", text, role, name, kind, geonameid, site_id, country, lon, lat,
        uncertainty_m, where_prec, probability, reasons
      FROM mentions ORDER BY document, start, "end"
      """
    ) { row in
      if !row.holds(document, at: 0) { document = row.text(0) ?? "" }
      guard let coordinate = Coordinate(longitude: row.real(10) ?? 0, latitude: row.real(11) ?? 0) else {
        return
      }
      try body(
        MentionRecord(
          document: document, start: row.integer(1) ?? 0, end: row.integer(2) ?? 0, text: row.text(3) ?? "",
          role: row.text(4) ?? "", name: row.text(5) ?? "", kind: row.text(6) ?? "",
          geonameID: row.integer(7),
          siteID: row.text(8), country: row.text(9), coordinate: coordinate,
          uncertainty: Meters(row.real(12) ?? 0), wherePrecision: row.integer(13) ?? 7,
          probability: row.real(14) ?? 0, reasons: row.texts(15)))
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
    _ = try forEachStatement(among: events) { try body($0) }
  }

  /// - Parameters:
  ///   - events: those the statements may be about.
  ///   - condition: SQL; all unless given.
  ///   - isWanted: asked with the incidents that statements of a site and month may speak of.
  ///   - limit: how many to read.
  /// - Returns: how many there are.
  func forEachStatement(
    among events: IncidentMerger.SiteEvents, where condition: String = "true",
    _ arguments: StatementArguments = StatementArguments(),
    isWanted: ([String]) -> Bool = { _ in true }, limit: Int = .max,
    _ body: (Incidents.Statement) throws -> Void
  ) throws -> Int {
    struct Topic: Hashable {
      let site: String?
      let month: Int?
    }
    var concerned: [Topic: [String]] = [:]
    var total = 0
    let topics = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.site, s.month, count(*) FROM gpkg_cordon_statements s WHERE \(condition) GROUP BY s.site, s.month
        """,
      arguments: arguments)
    while let row = try topics.next() {
      let incidents = events.incidents(at: row[0], month: row[1])
      guard isWanted(incidents) else { continue }
      concerned[Topic(site: row[0], month: row[1])] = incidents
      total += row[2] as Int
    }
    let words = try db.cachedStatement(
      sql: """
        SELECT coalesce(s.quote, substr(a.quote, 1, a.end - a.start)), coalesce(a.end, s.end), s.reason
        FROM gpkg_cordon_statements s LEFT JOIN accounts a ON a.fid = s.account WHERE s.rowid = ?
        """)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.rowid, s.site, s.month, s.document, s.start FROM gpkg_cordon_statements s WHERE \(condition)
        ORDER BY s.document, s.start, s.rowid
        """,
      arguments: arguments)
    var count = 0
    while let row = try rows.next() {
      guard count < limit else { break }
      guard let incidents = concerned[Topic(site: row[1], month: row[2])] else { continue }
      count += 1
      guard let told = try Row.fetchOne(words, arguments: [row[0] as Int64]), let quote: String = told[0],
        let reason = (told[2] as String?).flatMap(Incidents.Statement.Reason.init(rawValue:))
      else { continue }
      try body(
        Incidents.Statement(
          reason: reason,
          evidence: Evidence(document: row[3], start: row[4], end: told[1] ?? row[4], quote: quote),
          mayConcern: incidents))
    }
    return total
  }

  private static func texts(_ list: String?) -> [String] {
    (list.flatMap { try? JSONValue(parsing: $0) }?.array ?? []).compactMap(\.string)
  }
}
