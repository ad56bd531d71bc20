internal import GRDB
internal import GeoModel
internal import Layers

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Brings a case of an earlier format up to date, within the transaction of a run that adds to it.
///
/// Format 1 kept what an account says as text in the list of accounts, and an incident with all its claims in one
/// value. What depends on the accounts is built anew by the run itself. Format 2 kept what an account says as packed
/// JSON, which stays where it is. Format 3 had no accounts that are told apart from others of their document.
enum CaseUpgrade {
  /// - Returns: whether there was anything to do; then all incidents must be built anew.
  static func run(_ db: Database) throws -> Bool {
    guard try CaseFile.format(db) < CaseSchema.earliestFormat else { return false }
    try packAccounts(db)
    try db.execute(
      sql: """
        ALTER TABLE gpkg_cordon_incidents RENAME TO old_incidents;
        ALTER TABLE gpkg_cordon_statements RENAME TO old_statements;
        DROP INDEX gpkg_cordon_incidents_by_place;
        DROP INDEX gpkg_cordon_incidents_by_site;
        DROP INDEX gpkg_cordon_statements_by_account;
        \(CaseSchema.incidents)
        \(CaseSchema.statements)
        INSERT INTO gpkg_cordon_incidents (id, attached, edited, place, day, site)
          SELECT id, attached, edited, place, day, site FROM old_incidents;
        INSERT INTO gpkg_cordon_statements
          SELECT document, account, json_extract(data, '$.site'), json_extract(data, '$.month'),
            json_extract(data, '$.statement.reason'), json_extract(data, '$.statement.evidence.start'),
            json_extract(data, '$.statement.evidence.end'),
            CASE WHEN account IS NULL THEN json_extract(data, '$.statement.evidence.quote') END
          FROM old_statements ORDER BY rowid;
        DROP TABLE old_incidents;
        DROP INDEX IF EXISTS mentions_by_id;
        DROP TABLE old_statements;
        """)
    for table in ["gpkg_cordon_accounts", "gpkg_cordon_sources"] { try CaseSchema.list(db, table) }
    try setFormat(db)
    return true
  }

  /// From now on this version's accounts may stand in the case.
  static func setFormat(_ db: Database) throws {
    if try !db.columns(in: "accounts").contains(where: { $0.name == "parted" }) {
      try db.execute(sql: "ALTER TABLE accounts ADD COLUMN parted TEXT")
    }
    try db.execute(
      sql: "UPDATE gpkg_cordon_meta SET value = ? WHERE key = 'format'", arguments: [CaseSchema.format])
  }

  private static func packAccounts(_ db: Database) throws {
    let columns = try db.columns(in: "accounts").map(\.name).filter { $0 != "data" }.joined(separator: ", ")
    try db.execute(
      sql: """
        \(CaseSchema.accounts)
        ALTER TABLE accounts RENAME TO old_accounts;
        DROP INDEX accounts_by_document;
        \(CaseSchema.accountList)
        INSERT INTO accounts (\(columns), end)
          SELECT \(columns), json_extract(data, '$.sentences[0].end') FROM old_accounts ORDER BY fid;
        """)
    let shapes = ShapeStore(db)
    let insert = try db.cachedStatement(sql: "INSERT INTO gpkg_cordon_accounts VALUES (?, ?)")
    let rows = try Row.fetchCursor(db, sql: "SELECT fid, data FROM old_accounts ORDER BY fid")
    while let row = try rows.next() {
      let account = try CaseCoding.account(try JSONValue(parsing: row[1] as String), find: shapes.find)
      try insert.execute(
        arguments: [row[0] as Int64, Data(AccountCoding.encode(account, keep: ShapeKeys.shared.key))])
    }
    try db.execute(
      sql: """
        DROP TABLE old_accounts;
        DELETE FROM gpkg_data_columns WHERE table_name = 'accounts' AND column_name = 'data';
        """)
  }
}
