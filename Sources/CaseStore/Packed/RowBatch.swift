internal import GRDB
internal import GRDBSQLite

/// Rows on their way into a table, several to a statement: to start and end one costs as much as a row.
///
/// ``finish()`` must be called behind the last row.
struct RowBatch {
  /// More to a statement gain little.
  private static let most = 16

  private let db: Database
  private let columns: Int
  private let one: Statement
  private let many: Statement
  private var rows = CellWriter()
  private var waiting = 0

  /// - Parameters:
  ///   - table: as SQL has it.
  ///   - columns: those whose cells the rows hold, in this order, as SQL has them.
  init(_ db: Database, _ table: String, _ columns: [String]) throws {
    self.db = db
    self.columns = columns.count
    let row = "(\(Array(repeating: "?", count: columns.count).joined(separator: ", ")))"
    let head = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
    one = try db.cachedStatement(sql: head + row)
    many = try db.cachedStatement(
      sql: head + Array(repeating: row, count: Self.most).joined(separator: ", "))
  }

  /// - Parameter write: appends a cell for each column.
  mutating func add(_ write: (inout CellWriter) -> Void) throws {
    write(&rows)
    waiting += 1
    if waiting == Self.most { try insert(many, rows: Self.most) }
  }

  mutating func finish() throws { if waiting > 0 { try insert(one, rows: 1) } }

  /// Puts all that wait into the table.
  private mutating func insert(_ statement: Statement, rows count: Int) throws {
    let statement = statement.sqliteStatement
    // GRDB leaves a statement that it ran as it ended, and nothing can be bound to it then.
    sqlite3_reset(statement)
    try rows.withBytes { bytes in
      var cells = CellReader(bytes)
      while !cells.isAtEnd {
        cells.bind(columns * count, to: statement)
        try db.run(statement)
      }
    }
    rows.removeAll()
    waiting = 0
  }
}

extension Database {
  /// The number that the next row of a table with numbers of its own gets; none is ever given twice.
  func nextNumber(in table: String) throws -> Int {
    let given = try Int.fetchOne(
      self, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table])
    let greatest = try Int.fetchOne(self, sql: "SELECT max(fid) FROM \"\(table)\"")
    return 1 + max(given ?? 0, greatest ?? 0)
  }
}
