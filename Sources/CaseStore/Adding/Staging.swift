internal import GRDB
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

/// What a run has found, in temporary tables on disk until all of it goes into the case at once.
///
/// Memory stays bounded whatever a run finds, and nobody is kept from the case while documents are read.
struct Staging {
  private static let tables = ["documents", "gpkg_cordon_shapes", "gpkg_cordon_site_claims"]

  static func create(_ db: Database) throws {
    for table in tables {
      try db.execute(sql: "CREATE TEMP TABLE new_\(table) AS SELECT * FROM main.\(table) WHERE 0")
    }
    try db.execute(
      sql: """
        CREATE TEMP TABLE new_gpkg_cordon_statements (
          document TEXT, account INTEGER, site TEXT, month INTEGER, reason TEXT, start INTEGER, end INTEGER, quote TEXT);
        CREATE TEMP TABLE new_found (document TEXT, accounts BLOB, mentions BLOB)
        """)
    try db.execute(sql: "CREATE UNIQUE INDEX temp.new_shape_keys ON new_gpkg_cordon_shapes (key)")
  }

  let db: Database
  let shapes: ShapeStore

  init(_ db: Database) {
    self.db = db
    shapes = ShapeStore(db, table: "temp.new_gpkg_cordon_shapes")
  }

  func add(_ document: NewDocument) throws {
    try add(document.record, content: document.content.description)
    try addFindings(of: document)
  }

  /// Takes a document out again that has been added without its record.
  func discard(_ id: String) throws {
    for table in ["found", "gpkg_cordon_site_claims", "gpkg_cordon_statements"] {
      try db.execute(sql: "DELETE FROM temp.new_\(table) WHERE document = ?", arguments: [id])
    }
  }

  func addFindings(of document: NewDocument) throws {
    let (id, packed) = (document.record.id, document.packed)
    for (key, shape) in packed.shapes { try shapes.keep(shape, as: key) }
    if !packed.accounts.isEmpty || !packed.mentions.isEmpty {
      var cells = CellWriter(
        capacity: packed.accounts.count + packed.mentions.count + id.utf8.count + 15)
      cells.append(id)
      cells.append(blob: packed.accounts)
      cells.append(blob: packed.mentions)
      try run("INSERT INTO temp.new_found VALUES (?, ?, ?)", cells)
    }
    for claim in document.siteClaims {
      try db.cachedStatement(sql: "INSERT INTO temp.new_gpkg_cordon_site_claims VALUES (?, ?, ?, ?)").execute(
        arguments: [
          id, document.published?.description, claim.site, text(CaseCoding.value(of: claim)),
        ])
    }
    for statement in document.statements {
      let evidence = statement.statement.evidence
      var cells = CellWriter()
      cells.append(id)
      cells.append(statement.site)
      cells.append(statement.month)
      cells.append(statement.statement.reason.rawValue)
      cells.append(evidence.start)
      cells.append(evidence.end)
      cells.append(evidence.quote)
      try run("INSERT INTO temp.new_gpkg_cordon_statements VALUES (?, NULL, ?, ?, ?, ?, ?, ?)", cells)
    }
  }

  func add(_ record: DocumentRecord, content: String?) throws {
    var cells = CellWriter()
    for text in [
      record.id, record.title, record.published?.description, record.language, record.source, record.url,
      record.leftOut, content,
      record.notices.isEmpty ? nil : text(.array(record.notices.map(JSONValue.string))),
    ] { cells.append(text) }
    try run(
      """
      INSERT INTO temp.new_documents (id, title, published, language, source, url, left_out, content, notices)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, cells)
  }

  private func run(_ sql: String, _ cells: CellWriter) throws {
    try db.run(try db.cachedStatement(sql: sql).sqliteStatement, cells)
  }

  private func text(_ value: JSONValue) -> String { String(decoding: value.utf8, as: UTF8.self) }

  /// Moves everything into the case, in an order that does not depend on that of the inputs.
  func move() throws {
    let columns = try db.columns(in: "documents").map(\.name).filter { $0 != "fid" }
      .map { "\"\($0)\"" }.joined(separator: ", ")
    try db.execute(
      sql: """
        INSERT INTO documents (\(columns)) SELECT \(columns) FROM temp.new_documents ORDER BY id;
        INSERT OR IGNORE INTO gpkg_cordon_shapes SELECT * FROM temp.new_gpkg_cordon_shapes ORDER BY key;
        INSERT INTO gpkg_cordon_site_claims SELECT * FROM temp.new_gpkg_cordon_site_claims ORDER BY document, rowid;
        INSERT INTO gpkg_cordon_statements SELECT * FROM temp.new_gpkg_cordon_statements ORDER BY document, rowid;
        """)
    let found = try Int64.fetchAll(db, sql: "SELECT rowid FROM temp.new_found ORDER BY document, rowid")
    try PackedRows(db).moveAccounts(found)
    try PackedRows(db).moveMentions(found)
  }
}
