internal import GRDB
internal import GRDBSQLite

/// Takes what was found in documents from the temporary table into the case.
struct PackedRows {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// - Parameter found: numbers of the rows of `new_found`, in the order of their documents; the accounts of a
  ///   document that is told in parts are counted on.
  func moveAccounts(_ found: [Int64]) throws {
    let columns = PackedFindings.accountColumns
    let marks = Array(repeating: "?", count: 1 + columns.count).joined(separator: ", ")
    let row = try db.cachedStatement(
      sql: "INSERT INTO accounts (id, \(columns.joined(separator: ", "))) VALUES (\(marks))"
    ).sqliteStatement
    let said = try db.cachedStatement(sql: "INSERT INTO gpkg_cordon_accounts VALUES (?, ?)").sqliteStatement
    var document: [UInt8] = []
    var number = 0
    try db.forEachBlob("SELECT accounts FROM temp.new_found WHERE rowid = ?", rows: found) { blob in
      var cells = CellReader(blob)
      while !cells.isAtEnd {
        let name = cells.peekText()
        number = name.elementsEqual(document) ? number + 1 : 1
        if number == 1 { document = Array(name) }
        let id = document + Array("#\(number)".utf8)
        try id.withUnsafeBytes { id in
          let text = id.assumingMemoryBound(to: CChar.self).baseAddress
          sqlite3_bind_text(row, 1, text, Int32(id.count), nil)
          cells.bind(columns.count, to: row, from: 2)
          try db.run(row)
        }
        sqlite3_bind_int64(said, 1, db.lastInsertedRowID)
        cells.bind(1, to: said, from: 2)
        try db.run(said)
      }
    }
  }

  /// Fills the layer of mentions and its index.
  func moveMentions(_ found: [Int64]) throws {
    let layer = CaseSchema.layer("mentions")
    let before = try Int64.fetchOne(db, sql: "SELECT max(fid) FROM mentions") ?? 0
    let insertion = try db.cachedStatement(sql: layer.insertion).sqliteStatement
    // Those of a new case need not be read back to be indexed.
    var tree = before == 0 ? PackedTree() : nil
    let names = ["geom"] + layer.columns.map(\.name)
    let (longitude, latitude) = (names.firstIndex(of: "lon") ?? 0, names.firstIndex(of: "lat") ?? 0)
    try db.forEachBlob("SELECT mentions FROM temp.new_found WHERE rowid = ?", rows: found) { blob in
      var cells = CellReader(blob)
      while !cells.isAtEnd {
        let position = tree == nil ? (nil, nil) : (cells.real(after: longitude), cells.real(after: latitude))
        cells.bind(layer.columns.count + 1, to: insertion)
        try db.run(insertion)
        guard let east = position.0, let north = position.1 else { continue }
        tree?.add(db.lastInsertedRowID, longitude: east, latitude: north)
        if let count = tree?.count, count > PackedTree.greatest { tree = nil }
      }
    }
    if let tree { try tree.write("mentions", to: db) } else { try index(before) }
  }

  /// - Parameter before: the greatest number of a row that the index has.
  private func index(_ before: Int64) throws {
    let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM mentions") ?? 0
    let known = try Int.fetchOne(db, sql: "SELECT count(*) FROM rtree_mentions_geom_rowid") ?? 0
    // To build it anew takes as long as to insert a seventh of it.
    guard all <= PackedTree.greatest, (all - known) * 4 > known else {
      return try db.execute(
        sql:
          "INSERT INTO rtree_mentions_geom SELECT fid, lon, lon, lat, lat FROM mentions WHERE fid > \(before)"
      )
    }
    var tree = PackedTree()
    tree.reserve(all)
    let points = try db.cachedStatement(
      sql: "SELECT fid, lon, lat FROM mentions WHERE lon NOT NULL AND lat NOT NULL"
    )
    .sqliteStatement
    while sqlite3_step(points) == SQLITE_ROW {
      tree.add(
        sqlite3_column_int64(points, 0), longitude: sqlite3_column_double(points, 1),
        latitude: sqlite3_column_double(points, 2))
    }
    sqlite3_reset(points)
    try tree.write("mentions", to: db)
  }
}
