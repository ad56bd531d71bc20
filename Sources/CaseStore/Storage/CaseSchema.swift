internal import GRDB
internal import Layers
internal import Proximity

/// The tables of a case: layers and lists that GIS programs show, and `gpkg_cordon_` tables that
/// only Cordon reads.
///
/// GIS programs hide tables whose names begin with `gpkg_`; the standard asks that those of an extension are listed
/// as such.
enum CaseSchema {
  /// Rises when an older Cordon would misread a case.
  static let format = 4
  /// The earliest that is read as it is: format 2 has what accounts say as packed JSON, and neither it nor format 3 says
  /// which accounts are told apart.
  static let earliestFormat = 2

  /// The layers, from the one drawn first to the one on top.
  static let layers: [LayerTable] = {
    // No sites, no rings: nothing that could be out of range.
    let empty = (try? Case(incidents: []).layers()) ?? []
    return ["rings", "footprints", "links", "mentions", "sites", "incidents"].compactMap { name in
      empty.first { $0.name == name }.map(LayerTable.init)
    }
  }()

  static func layer(_ name: String) -> LayerTable {
    guard let layer = layers.first(where: { $0.name == name }) else {
      preconditionFailure("a case has no layer \(name)")
    }
    return layer
  }

  /// The columns of incidents whose values an analyst may correct: all but the nested ones and the id.
  static let editable: [String] =
    ["geom"] + layer("incidents").columns.filter { $0.kind != .json && $0.name != "id" }.map(\.name)

  static func create(_ db: Database) throws {
    try CoreTables.create(db)
    for layer in layers { try layer.create(db) }
    try db.execute(sql: lists)
    for (table, description) in [
      ("documents", "The reports, those that were left out with the reason"),
      ("accounts", "What each report says of each incident"),
      ("claims", "Who says what about cause or responsibility"),
      ("edits", "What an analyst changed in incidents; delete a row to have Cordon's value back"),
    ] {
      try CoreTables.register(db, attributes: table, description)
    }
    try db.execute(
      sql: """
        INSERT INTO gpkg_data_columns (table_name, column_name, name, mime_type)
        VALUES ('documents', 'notices', 'notices_json', 'application/json')
        """)
    try db.execute(sql: workings)
    let shadow = editable.map { "\"\($0)\"" }.joined(separator: ", ")
    try db.execute(
      sql: """
        CREATE TABLE gpkg_cordon_written (fid INTEGER PRIMARY KEY, id TEXT NOT NULL, \(shadow));
        CREATE INDEX gpkg_cordon_written_by_id ON gpkg_cordon_written (id);
        """)
    let tables = try String.fetchAll(
      db,
      sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'gpkg_cordon_%' ORDER BY name")
    for table in tables { try list(db, table) }
    try db.execute(sql: "INSERT INTO gpkg_cordon_meta VALUES ('format', ?)", arguments: [format])
  }

  /// Lists a table that only Cordon reads.
  static func list(_ db: Database, _ table: String) throws {
    try db.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, NULL, 'cordon_case', ?, 'read-write')",
      arguments: [table, "What Cordon needs to add to a case; other programs leave it as it is"])
  }

  /// Takes everything out but the analyst's edits; the triggers must be away, or the tables empty.
  static func empty(_ db: Database) throws {
    for layer in layers { try SpatialTriggers(table: layer.name).drop(db) }
    let lists = ["documents", "accounts", "claims"]
    let workings = [
      "gpkg_cordon_accounts", "gpkg_cordon_members", "gpkg_cordon_incidents", "gpkg_cordon_sources",
      "gpkg_cordon_exposures", "gpkg_cordon_shapes", "gpkg_cordon_site_claims", "gpkg_cordon_statements",
      "gpkg_cordon_joined", "gpkg_cordon_former", "gpkg_cordon_written",
    ]
    for table in layers.map(\.name) + layers.map({ "rtree_\($0.name)_geom" }) + lists + workings {
      try db.execute(sql: "DELETE FROM \"\(table)\"")
    }
    // Numbers begin anew, so that the same documents give the same bytes.
    for table in layers.map(\.name) + lists {
      try db.execute(sql: "DELETE FROM sqlite_sequence WHERE name = ?", arguments: [table])
    }
  }

  private static let lists = """
    CREATE TABLE documents (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, title TEXT, published DATE, language TEXT,
      source TEXT, url TEXT, left_out TEXT, content TEXT, notices TEXT);
    CREATE INDEX documents_by_id ON documents (id);
    \(accountList)
    CREATE TABLE claims (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, incident_id TEXT, document TEXT, claimant TEXT,
      stance TEXT, about TEXT, weapon TEXT, scope TEXT, quote TEXT, start INTEGER, end INTEGER);
    CREATE INDEX claims_by_incident ON claims (incident_id);
    CREATE TABLE edits (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, incident_id TEXT, field TEXT, value TEXT,
      cordon_value TEXT);
    """

  private static let workings = """
    CREATE TABLE gpkg_cordon_meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    \(accounts)
    CREATE TABLE gpkg_cordon_members (
      account INTEGER NOT NULL, incident TEXT NOT NULL, PRIMARY KEY (account, incident)) WITHOUT ROWID;
    CREATE INDEX gpkg_cordon_members_by_incident ON gpkg_cordon_members (incident);
    \(incidents)
    CREATE TABLE gpkg_cordon_exposures (
      place INTEGER NOT NULL, site TEXT NOT NULL, data TEXT, PRIMARY KEY (place, site)) WITHOUT ROWID;
    CREATE INDEX gpkg_cordon_exposures_by_site ON gpkg_cordon_exposures (site);
    CREATE TABLE gpkg_cordon_shapes (key INTEGER PRIMARY KEY, shape BLOB NOT NULL);
    CREATE TABLE gpkg_cordon_site_claims (document TEXT NOT NULL, published TEXT, site TEXT NOT NULL, data TEXT);
    CREATE INDEX gpkg_cordon_site_claims_by_site ON gpkg_cordon_site_claims (site);
    \(statements)
    CREATE TABLE gpkg_cordon_joined (one INTEGER NOT NULL, other INTEGER NOT NULL);
    CREATE TABLE gpkg_cordon_former (id TEXT PRIMARY KEY, incident TEXT NOT NULL);
    """

  static let accountList = """
    CREATE TABLE accounts (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, document TEXT, incident_id TEXT, kind TEXT,
      date_from DATE, date_to DATE, date_prec INTEGER, open_month INTEGER, open_day INTEGER, site_id TEXT,
      site TEXT, place TEXT, country TEXT, lat REAL, lon REAL, uncertainty_m REAL, anchor TEXT,
      anchor_site TEXT, start INTEGER, end INTEGER, n_events INTEGER, weapon TEXT, killed INTEGER, injured INTEGER,
      stands_alone BOOLEAN, left_out TEXT, quote TEXT, parted TEXT);
    CREATE INDEX accounts_by_document ON accounts (document);
    """

  /// What each account says, by ``AccountCoding``.
  static let accounts = """
    CREATE TABLE gpkg_cordon_accounts (fid INTEGER PRIMARY KEY, data BLOB NOT NULL);
    """

  /// Incidents without what they rest on, and their accounts by the number of the incident's row, those that tell
  /// most first.
  static let incidents = """
    CREATE TABLE gpkg_cordon_incidents (
      id TEXT PRIMARY KEY, attached TEXT, edited TEXT NOT NULL, place INTEGER, \(StoredIncident.declaration));
    CREATE INDEX gpkg_cordon_incidents_by_place ON gpkg_cordon_incidents (place);
    CREATE INDEX gpkg_cordon_incidents_by_site ON gpkg_cordon_incidents (site);
    CREATE TABLE gpkg_cordon_sources (
      incident INTEGER NOT NULL, rank INTEGER NOT NULL, account INTEGER NOT NULL, document INTEGER NOT NULL,
      PRIMARY KEY (incident, rank)) WITHOUT ROWID;
    """

  /// What an account says instead of an incident has its words there.
  static let statements = """
    CREATE TABLE gpkg_cordon_statements (
      document TEXT NOT NULL, account INTEGER, site TEXT, month INTEGER, reason TEXT NOT NULL,
      start INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT);
    CREATE INDEX gpkg_cordon_statements_by_account ON gpkg_cordon_statements (account);
    CREATE INDEX gpkg_cordon_statements_by_site ON gpkg_cordon_statements (site, month);
    """
}
