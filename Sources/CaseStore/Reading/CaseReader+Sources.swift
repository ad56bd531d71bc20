internal import GRDB
internal import GeoModel
internal import Incidents
internal import Layers
internal import Reading

extension CaseReader {
  /// Adds to an incident what it rests on: accounts by document and position, claims, and what its values were
  /// chosen by. What stays out is counted as unread.
  ///
  /// - Parameters:
  ///   - row: its number in the layer.
  ///   - accounts: how many at most, those that tell most; all unless given.
  ///   - claims: how many at most; all unless given.
  func complete(
    _ incident: inout Incident, row: Int64, accounts accountLimit: Int = .max, claims claimLimit: Int = .max
  ) throws {
    incident.accounts = try accounts(of: row, limit: accountLimit)
    incident.claims = try claims(of: incident.id, limit: claimLimit)
    let details = try db.cachedStatement(sql: "SELECT details FROM gpkg_cordon_incidents WHERE id = ?")
    if let text = try String.fetchOne(details, arguments: [incident.id]) {
      try CaseCoding.add(details: try JSONValue(parsing: text), to: &incident)
    }
    let read = incident.documents.count
    incident.unread.accounts = max(0, incident.unread.accounts - incident.accounts.count)
    incident.unread.documents = max(0, incident.unread.documents - read)
    incident.unread.claims = max(0, incident.unread.claims - incident.claims.count)
    incident.unread.disagreements = 0
  }

  private func accounts(of row: Int64, limit: Int) throws -> [Account] {
    var accounts: [Account] = []
    try db.forEachRow(
      """
      SELECT g.data FROM gpkg_cordon_sources s JOIN accounts a ON a.fid = s.account
        JOIN gpkg_cordon_accounts g ON g.fid = s.account
      WHERE s.incident = ? AND s.rank < ? ORDER BY a.document, a.start, a.fid
      """, row, Int64(limit)
    ) { accounts.append(try AccountCoding.decode($0.blob(0), find: shapes.find)) }
    return accounts
  }

  private func claims(of incident: String, limit: Int) throws -> [Claim] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT claimant, stance, about, weapon, scope, document, start, end, quote FROM claims
        WHERE incident_id = ? ORDER BY fid LIMIT ?
        """)
    return try Row.fetchAll(statement, arguments: [incident, limit]).compactMap { row in
      guard let stance = (row[1] as String?).flatMap(Claim.Stance.init(rawValue:)),
        let scope = (row[4] as String?).flatMap(Claim.Scope.init(rawValue:))
      else { return nil }
      return Claim(
        claimant: row[0] ?? "", stance: stance, about: row[2], weapon: row[3], scope: scope,
        evidence: Evidence(document: row[5] ?? "", start: row[6] ?? 0, end: row[7] ?? 0, quote: row[8] ?? ""))
    }
  }

  /// Adds the documents that tell most of an incident, by accounts that say no more.
  func addDocuments(to incident: inout Incident, row: Int64, limit: Int) throws {
    let documents = try documents(of: row, limit: limit)
    incident.accounts = documents.map { Account(document: $0, kind: incident.kind) }
    incident.unread.documents = max(0, incident.unread.documents - documents.count)
    incident.unread.accounts = max(0, incident.unread.accounts - documents.count)
  }

  /// Ids of the documents that tell of an incident, in their order.
  ///
  /// - Parameter limit: how many accounts to look at, those that tell most first; all unless given.
  func documents(of row: Int64, limit: Int = .max) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT DISTINCT d.id FROM gpkg_cordon_sources s JOIN documents d ON d.fid = s.document
        WHERE s.incident = ? AND s.rank < ? ORDER BY d.id
        """)
    return try String.fetchAll(statement, arguments: [row, limit])
  }
}
