internal import GRDB
internal import GeoModel

/// A document of a data set that comes again with other content: it takes the place of the former, and its
/// incidents keep their names and an analyst's edits.
enum Revision {
  /// Takes the former documents out.
  ///
  /// - Returns: the incidents of each of their accounts, by the account's id.
  static func remove(_ db: Database, _ documents: [String]) throws -> [String: [String]] {
    var former: [String: [String]] = [:]
    for document in documents {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.id, m.incident FROM accounts a JOIN gpkg_cordon_members m ON m.account = a.fid
          WHERE a.document = ?
          """,
        arguments: [document])
      for row in rows { former[row[0], default: []].append(row[1]) }
      for (table, column) in [("gpkg_cordon_members", "account"), ("gpkg_cordon_accounts", "fid")] {
        try db.execute(
          sql: "DELETE FROM \(table) WHERE \(column) IN (SELECT fid FROM accounts WHERE document = ?)",
          arguments: [document])
      }
      for (table, column) in [
        ("accounts", "document"), ("documents", "id"), ("gpkg_cordon_site_claims", "document"),
        ("gpkg_cordon_statements", "document"),
      ] {
        try db.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [document])
      }
    }
    return former
  }

  /// Gives the new accounts the places of the former.
  ///
  /// - Returns: the incidents that are to be built anew.
  static func replace(_ db: Database, _ former: [String: [String]]) throws -> Set<String> {
    for (account, incidents) in former.sorted(by: { $0.key < $1.key }) {
      for incident in incidents {
        try db.execute(
          sql: "INSERT OR IGNORE INTO gpkg_cordon_members SELECT fid, ? FROM accounts WHERE id = ?",
          arguments: [incident, account])
      }
    }
    return Set(former.values.joined())
  }

  static func list(_ ids: [String]) -> String {
    String(decoding: JSONValue.array(ids.map(JSONValue.string)).utf8, as: UTF8.self)
  }
}
