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
    var list = try RowBatch(db, "accounts", ["fid", "id"] + columns)
    var said = try RowBatch(db, "gpkg_cordon_accounts", ["fid", "data"])
    var next = try db.nextNumber(in: "accounts")
    var document: [UInt8] = []
    var number = 0
    try db.forEachBlob("SELECT accounts FROM temp.new_found WHERE rowid = ?", rows: found) { blob in
      var cells = CellReader(blob)
      while !cells.isAtEnd {
        let name = cells.peekText()
        number = name.elementsEqual(document) ? number + 1 : 1
        if number == 1 { document = Array(name) }
        try list.add { row in
          row.append(next)
          row.append(text: document + Array("#\(number)".utf8))
          row.append(cells: cells.take(columns.count))
        }
        try said.add { row in
          row.append(next)
          row.append(cells: cells.take(1))
        }
        next += 1
      }
    }
    try list.finish()
    try said.finish()
  }

  /// Fills the layer of mentions and its index.
  func moveMentions(_ found: [Int64]) throws {
    let layer = CaseSchema.layer("mentions")
    let before = try Int64.fetchOne(db, sql: "SELECT max(fid) FROM mentions") ?? 0
    let names = layer.names
    var batch = try RowBatch(db, "mentions", ["fid"] + names.map { "\"\($0)\"" })
    var next = try db.nextNumber(in: "mentions")
    // Those of a new case need not be read back to be indexed.
    var tree = before == 0 ? PackedTree() : nil
    let (longitude, latitude) = (names.firstIndex(of: "lon") ?? 0, names.firstIndex(of: "lat") ?? 0)
    try db.forEachBlob("SELECT mentions FROM temp.new_found WHERE rowid = ?", rows: found) { blob in
      var cells = CellReader(blob)
      while !cells.isAtEnd {
        if tree != nil, let east = cells.real(after: longitude), let north = cells.real(after: latitude) {
          tree?.add(Int64(next), longitude: east, latitude: north)
          if let count = tree?.count, count > PackedTree.greatest { tree = nil }
        }
        try batch.add { row in
          row.append(next)
          row.append(cells: cells.take(names.count))
        }
        next += 1
      }
    }
    try batch.finish()
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
