internal import GRDB
internal import GRDBSQLite
internal import GeoModel

/// The row that a statement stands at, without a copy of it between: for tables of which all rows are read.
struct RowReader {
  let statement: SQLiteStatement

  private func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int? {
    isNull(column) ? nil : Int(sqlite3_column_int64(statement, column))
  }

  func real(_ column: Int32) -> Double? { isNull(column) ? nil : sqlite3_column_double(statement, column) }

  func text(_ column: Int32) -> String? {
    isNull(column) ? nil : String(decoding: bytes(ofText: column), as: UTF8.self)
  }

  /// A list of texts as JSON; what is none of them is left out.
  func texts(_ column: Int32) -> [String] {
    guard !isNull(column) else { return [] }
    let list = (try? JSONValue(parsing: Array(bytes(ofText: column))))?.array ?? []
    return list.compactMap(\.string)
  }

  /// Whether a text stands there; asking takes less than reading it again.
  func holds(_ text: String, at column: Int32) -> Bool {
    bytes(ofText: column).elementsEqual(text.utf8)
  }

  /// The bytes of a blob, as long as the statement stands at the row.
  func blob(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  private func bytes(ofText column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(statement, column)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }
}

extension Database {
  /// Hands the rows of a query on, one after the other.
  ///
  /// - Parameter numbers: the values of the query's parameters.
  /// - Throws: `DatabaseError`, and what `body` throws.
  func forEachRow(_ sql: String, _ numbers: Int64..., body: (RowReader) throws -> Void) throws {
    let row = RowReader(statement: try cachedStatement(sql: sql).sqliteStatement)
    sqlite3_reset(row.statement)
    for (place, number) in numbers.enumerated() {
      sqlite3_bind_int64(row.statement, Int32(place + 1), number)
    }
    defer { sqlite3_reset(row.statement) }
    while true {
      switch sqlite3_step(row.statement) {
      case SQLITE_ROW: try body(row)
      case SQLITE_DONE: return
      case let code:
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code),
          message: sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
      }
    }
  }
}
