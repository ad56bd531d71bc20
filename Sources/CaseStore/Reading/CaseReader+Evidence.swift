internal import GRDB
internal import GeoModel
internal import Incidents
internal import Proximity

extension CaseReader {
  func evidence(_ query: CaseEvidence.Query, of content: Case) throws -> CaseEvidence {
    var evidence = CaseEvidence()
    let rows = try rows(of: query.selected)
    for var incident in content.incidents {
      // A row that an analyst drew rests on nothing else.
      guard let row = rows[incident.id] else { continue }
      if query.told.contains(incident.id) {
        let (choices, reasons) = (incident.choices, incident.confidenceReasons)
        try complete(&incident, row: row, accounts: query.accounts, claims: query.claims)
        // What an analyst says stands above.
        incident.choices.merge(choices) { _, said in said }
        if !reasons.isEmpty { incident.confidenceReasons = reasons }
      } else if query.listed.contains(incident.id) {
        try addDocuments(to: &incident, row: row, limit: query.accounts)
      } else {
        continue
      }
      evidence.incidents[incident.id] = incident
    }
    try addStatements(to: &evidence, query, among: content.incidents)
    try addDocuments(to: &evidence, query, rows: rows)
    return evidence
  }

  /// Numbers of the rows of incidents, by id.
  func rows(of incidents: [String]) throws -> [String: Int64] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT w.id, w.fid FROM json_each(?) j JOIN gpkg_cordon_written w ON w.id = j.value WHERE w.fid > 0
        """,
      arguments: [Self.list(incidents)])
    var found: [String: Int64] = [:]
    while let row = try rows.next() { found[row[0]] = row[1] }
    return found
  }

  /// One argument however long the list is: a statement takes only so many, and a reader may make no table.
  static func list(_ texts: some Sequence<String>) -> String {
    String(decoding: JSONValue.array(texts.map(JSONValue.string)).utf8, as: UTF8.self)
  }

  private func addStatements(
    to evidence: inout CaseEvidence, _ query: CaseEvidence.Query, among incidents: [Incident]
  ) throws {
    var events = IncidentMerger.SiteEvents()
    for incident in incidents { events.add(incident) }
    var condition = "true"
    var arguments = StatementArguments()
    if let sites = query.sites, !sites.isEmpty {
      condition = "s.site IN (SELECT value FROM json_each(?))"
      arguments = [Self.list(sites)]
    }
    let selected = query.sites == nil ? nil : Set(query.selected)
    func isWanted(_ concerned: [String]) -> Bool {
      selected.map { concerned.contains(where: $0.contains) } ?? true
    }
    let total = try forEachStatement(
      among: events, where: condition, arguments, isWanted: isWanted, limit: query.statements
    ) { evidence.statements.append($0) }
    evidence.unread.statements = total - evidence.statements.count
  }

  private func addDocuments(
    to evidence: inout CaseEvidence, _ query: CaseEvidence.Query, rows: [String: Int64]
  ) throws {
    let counts = try tellings(rows: rows.values.sorted())
    var cited = Set(evidence.statements.map(\.evidence.document))
    for incident in evidence.incidents.values {
      cited.formUnion(incident.accounts.map(\.document))
      cited.formUnion(incident.claims.map(\.evidence.document))
    }
    let citedRows = try Int64.fetchAll(
      db,
      sql: """
        SELECT d.fid FROM json_each(?) j JOIN documents d ON d.id = j.value WHERE d.left_out IS NULL
        """,
      arguments: [Self.list(cited.sorted())])
    var wanted = Set(citedRows)
    if query.sites == nil {
      let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM documents WHERE left_out IS NULL") ?? 0
      wanted.formUnion(
        try Int64.fetchAll(
          db, sql: "SELECT fid FROM documents WHERE left_out IS NULL ORDER BY id LIMIT ?",
          arguments: [query.documents]))
      evidence.unread.documents = max(0, total - wanted.count)
    } else {
      let total = wanted.union(counts.keys).count
      wanted.formUnion(counts.keys.sorted().prefix(query.documents))
      evidence.unread.documents = total - wanted.count
    }
    let list = "[" + wanted.sorted().map(String.init).joined(separator: ",") + "]"
    try forEachDocument(
      where: """
        fid IN (SELECT value FROM json_each(?1)) OR fid IN (
          SELECT fid FROM documents WHERE left_out IS NOT NULL ORDER BY id LIMIT ?2)
        """,
      [list, query.leftOut]
    ) { row, record in
      evidence.documents.append(record)
      evidence.tellings[record.id] = counts[row]
    }
    let leftOut = try Int.fetchOne(db, sql: "SELECT count(*) FROM documents WHERE left_out IS NOT NULL") ?? 0
    evidence.unread.leftOut = leftOut - evidence.documents.count { $0.leftOut != nil }
  }

  /// How many of some incidents each document tells of, by the numbers of their rows.
  private func tellings(rows: [Int64]) throws -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    let statement = try db.cachedStatement(
      sql: "SELECT DISTINCT document FROM gpkg_cordon_sources WHERE incident = ?")
    for row in rows {
      let documents = try Int64.fetchCursor(statement, arguments: [row])
      while let document = try documents.next() { counts[document, default: 0] += 1 }
    }
    return counts
  }
}
