import Foundation
import GRDB
import GeoModel
import Geocoding
import Incidents
import Layers
import Proximity
import Reading
import Testing

@testable import CaseStore

/// Incidents of which more is told than anybody reads.
struct ManyAccountsTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "case-\(UUID().uuidString).gpkg").path
  private let rules = CaseAddition.Rules(merger: IncidentMerger(sites: []), sites: [])
  private let center = Coordinate(reducing: 44.4, latitude: 33.3)

  /// A document that tells of an explosion in Baghdad; each fifth tells how many were killed.
  private func document(_ number: Int) throws -> NewDocument {
    let id = "report \(100 + number)"
    let quote = "An explosion shook Baghdad, «№ \(100 + number)»."
    let evidence = Evidence(
      document: id, start: 3, end: 3 + quote.unicodeScalars.count, quote: quote)
    var account = Account(document: id, kind: .explosion)
    account.sentences = [evidence]
    account.date = .span(DaySpan(day: CalendarDate(dayNumber: 19_558)))
    account.placeName = "Baghdad"
    account.countryCode = "IQ"
    if number % 5 == 0 { account.killed = Toll(count: 3, evidence: evidence) }
    account.footprint = Footprint(
      geometry: Self.square(around: center), best: center, radius: Meters(2000), relation: .inSettlement,
      anchorName: "Baghdad", wherePrecision: 2, geoPrecision: 1, reason: "disc of the city.")
    account.claims = [
      Claim(claimant: "Police", stance: .states, about: nil, weapon: nil, evidence: evidence)
    ]
    let statement = SiteStatement(
      site: number % 2 == 0 ? "a" : nil, month: nil,
      statement: Statement(reason: .aggregate, evidence: evidence))
    return NewDocument(
      record: DocumentRecord(id: id), content: ContentHash(Array(id.utf8)),
      findings: DocumentFindings(document: id, accounts: [account], statements: [statement]))
  }

  private func make(_ numbers: Range<Int>) throws {
    let addition = try CaseAddition(CaseFile(path: path))
    for number in numbers { try addition.add(try document(number)) }
    _ = try addition.commit(rules)
    addition.close()
  }

  @Test func aPageReadsThoseThatTellMostAndCountsTheRest() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try make(0..<40)
    let file = CaseFile(path: path)
    let content = try file.outline()
    let incident = try #require(content.incidents.first)
    #expect(content.incidents.count == 1)
    #expect(incident.accounts.isEmpty && incident.unread.accounts == 40 && incident.documentCount == 40)
    #expect(incident.tellsOfKilled && !incident.tellsOfInjured)

    var query = CaseEvidence.Query(told: [incident.id], selected: [incident.id], sites: nil)
    (query.accounts, query.claims, query.documents, query.statements) = (5, 7, 10, 3)
    let part = try file.evidence(query, of: content)
    let told = try #require(part.incidents[incident.id])
    #expect(told.accounts.map(\.document) == [100, 105, 110, 115, 120].map { "report \($0)" })
    #expect(told.unread.accounts == 35 && told.unread.documents == 35 && told.unread.claims == 33)
    #expect(told.accounts.allSatisfy { $0.killed?.count == 3 })
    #expect(part.statements.count == 3 && part.unread.statements == 37)
    #expect(part.documents.count + part.unread.documents == 40)
    #expect(part.documents.contains { $0.id == "report 120" } && part.tellings["report 120"] == 1)

    query = CaseEvidence.Query(told: [incident.id], selected: [incident.id], sites: ["a"])
    let whole = try file.evidence(query, of: content)
    let stored = try #require(try file.incidents().first)
    #expect(whole.incidents[incident.id]?.accounts.map(\.sentences) == stored.accounts.map(\.sentences))
    #expect(whole.incidents[incident.id]?.unread.accounts == 0 && stored.accounts.count == 40)
    // No incident of the case is at that site, and the query asks for what may concern those selected.
    #expect(whole.statements.isEmpty)
    #expect(try file.documents(of: [incident.id])[incident.id]?.count == 40)
  }

  @Test func statementsOfASiteAreFoundByAnIndex() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try make(0..<3)
    let plan = try DatabaseQueue(path: path).read { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN SELECT rowid FROM gpkg_cordon_statements s WHERE s.site IN ('a', 'b')"
      ).map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.contains("gpkg_cordon_statements_by_site") }, "\(plan)")
  }

  @Test func aCaseOfTheFirstFormatIsBroughtUpToDate() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try make(0..<6)
    let before = try content()
    try makeFirstFormat()
    let error = #expect(throws: CaseStoreError.self) { try CaseFile(path: path).check() }
    #expect(error?.problem == .older(1))
    try make(0..<6)
    try expectSame(try content(), before)
    try makeFirstFormat()
    try make(6..<9)
    let after = try content()
    try FileManager.default.removeItem(atPath: path)
    try make(0..<9)
    try expectSame(after, try content())
  }

  @Test func aCaseOfTheSecondFormatIsReadAsItIsAndAddedTo() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try make(0..<6)
    let before = try content()
    let incidents = try told()
    try makeSecondFormat()
    let packed = try content()["gpkg_cordon_accounts"]
    #expect(packed != before["gpkg_cordon_accounts"])
    #expect(try told() == incidents)
    // Nothing new: the file stays as it is.
    try make(0..<6)
    #expect(try format() == 2)
    try make(6..<9)
    var after = try content()
    let whole = try told()
    try FileManager.default.removeItem(atPath: path)
    try make(0..<9)
    var wanted = try content()
    #expect(try told() == whole)
    #expect(try format() == CaseSchema.format)
    // What stood there still does.
    let accounts = after.removeValue(forKey: "gpkg_cordon_accounts") ?? []
    #expect(Set(packed ?? []).isSubset(of: accounts))
    #expect(wanted.removeValue(forKey: "gpkg_cordon_accounts")?.count == accounts.count)
    try expectSame(after, wanted)
  }

  /// Format 3 did not say which accounts are told apart.
  @Test func aCaseOfTheThirdFormatIsReadAsItIsAndAddedTo() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try make(0..<6)
    let incidents = try told()
    try DatabaseQueue(path: path).write { db in
      try db.execute(
        sql: """
          ALTER TABLE accounts DROP COLUMN parted;
          UPDATE gpkg_cordon_meta SET value = 3 WHERE key = 'format';
          """)
    }
    #expect(try told() == incidents)
    try make(6..<9)
    let after = try content()
    #expect(try format() == CaseSchema.format)
    try FileManager.default.removeItem(atPath: path)
    try make(0..<9)
    try expectSame(after, try content())
  }

  private func format() throws -> Int { try DatabaseQueue(path: path).read(CaseFile.format) }

  /// All that is read of the accounts of all incidents.
  private func told() throws -> [String] {
    try CaseFile(path: path).incidents().flatMap { $0.accounts.map(String.init(describing:)) }
  }

  /// Lays the accounts out as the second format did.
  private func makeSecondFormat() throws {
    try DatabaseQueue(path: path).write { db in
      for (fid, json) in try said(db) {
        try db.execute(
          sql: "UPDATE gpkg_cordon_accounts SET data = ? WHERE fid = ?", arguments: [Packing.pack(json), fid])
      }
      try db.execute(sql: "UPDATE gpkg_cordon_meta SET value = 2 WHERE key = 'format'")
    }
  }

  /// What the accounts say as JSON, which the former formats had.
  private func said(_ db: Database) throws -> [(fid: Int, json: [UInt8])] {
    let shapes = ShapeStore(db)
    return try Row.fetchAll(db, sql: "SELECT fid, data FROM gpkg_cordon_accounts").map { row in
      let account = try (row[1] as Data).withUnsafeBytes { try AccountCoding.decode($0, find: shapes.find) }
      return (row[0], CaseCoding.value(of: account, keep: ShapeKeys.shared.key).utf8)
    }
  }

  private func expectSame(_ found: [String: [String]], _ wanted: [String: [String]]) throws {
    #expect(found.keys.sorted() == wanted.keys.sorted())
    for (table, rows) in wanted { #expect(found[table] == rows, "\(table)") }
  }

  /// All rows of all tables that hold what was told, as text; without the numbers of rows that are drawn anew.
  private func content() throws -> [String: [String]] {
    try DatabaseQueue(path: path).read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      var content: [String: [String]] = [:]
      for table in tables where !table.hasPrefix("rtree_") && table != "gpkg_extensions" {
        content[table] = try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { row in
          row.filter { !["claims", "footprints"].contains(table) || $0.0 != "fid" }
            .map { "\($0.0): \($0.1)" }.sorted().joined(separator: ", ")
        }.sorted()
      }
      return content
    }
  }

  /// Lays the case out as the first format did.
  private func makeFirstFormat() throws {
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: "ALTER TABLE accounts ADD COLUMN data TEXT")
      for (fid, json) in try said(db) {
        let data = String(decoding: json, as: UTF8.self)
        try db.execute(sql: "UPDATE accounts SET data = ? WHERE fid = ?", arguments: [data, fid])
      }
      try db.execute(
        sql: """
          ALTER TABLE accounts DROP COLUMN end;
          INSERT INTO gpkg_data_columns (table_name, column_name, name, mime_type)
            VALUES ('accounts', 'data', 'data_json', 'application/json');
          CREATE TABLE i (
            id TEXT PRIMARY KEY, day INTEGER NOT NULL, site TEXT, attached TEXT, edited TEXT NOT NULL,
            place INTEGER, data TEXT);
          INSERT INTO i SELECT id, day, site, attached, edited, place, '{}' FROM gpkg_cordon_incidents;
          CREATE TABLE s (document TEXT NOT NULL, account INTEGER, data TEXT);
          INSERT INTO s SELECT document, account, json_object(
              'site', site, 'month', month, 'statement', json_object(
                'reason', reason, 'evidence', json_object('start', start, 'end', end, 'quote', quote)))
            FROM gpkg_cordon_statements;
          DROP TABLE gpkg_cordon_accounts;
          DROP TABLE gpkg_cordon_sources;
          DROP TABLE gpkg_cordon_incidents;
          DROP TABLE gpkg_cordon_statements;
          ALTER TABLE i RENAME TO gpkg_cordon_incidents;
          ALTER TABLE s RENAME TO gpkg_cordon_statements;
          CREATE INDEX gpkg_cordon_incidents_by_place ON gpkg_cordon_incidents (place);
          CREATE INDEX gpkg_cordon_incidents_by_site ON gpkg_cordon_incidents (site);
          CREATE INDEX gpkg_cordon_statements_by_account ON gpkg_cordon_statements (account);
          DELETE FROM gpkg_extensions WHERE table_name IN ('gpkg_cordon_accounts', 'gpkg_cordon_sources');
          UPDATE gpkg_cordon_meta SET value = 1 WHERE key = 'format';
          """)
    }
  }

  private static func square(around center: Coordinate) -> Geometry {
    let corners = [(-0.02, -0.02), (0.02, -0.02), (0.02, 0.02), (-0.02, 0.02), (-0.02, -0.02)]
    return .polygon(
      Polygon(
        exterior: corners.map {
          Coordinate(reducing: center.longitude + $0.0, latitude: center.latitude + $0.1)
        }))
  }
}
