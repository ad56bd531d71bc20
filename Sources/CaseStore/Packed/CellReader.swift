internal import GRDB
internal import GRDBSQLite

/// Binds the cells of a ``CellWriter`` to statements, in their order and without copying them.
struct CellReader {
  private let cells: UnsafeRawBufferPointer
  private var position = 0

  /// - Parameter cells: must stay as they are until the statements they are bound to are reset or bound anew.
  init(_ cells: UnsafeRawBufferPointer) { self.cells = cells }

  var isAtEnd: Bool { position >= cells.count }

  /// The text that comes next.
  func peekText() -> UnsafeRawBufferPointer {
    guard cells[position] == CellKind.text.rawValue else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let count = Int(cells.loadUnaligned(fromByteOffset: position + 1, as: UInt32.self))
    return UnsafeRawBufferPointer(rebasing: cells[(position + 5)..<(position + 5 + count)])
  }

  /// The number so many cells further on; `nil` where there is none.
  func real(after count: Int) -> Double? {
    let place = place(after: count)
    guard cells[place] == CellKind.real.rawValue else { return nil }
    return cells.loadUnaligned(fromByteOffset: place + 1, as: Double.self)
  }

  /// The bytes of the next cells, to be copied as they are.
  mutating func take(_ count: Int) -> UnsafeRawBufferPointer {
    let start = position
    position = place(after: count)
    return UnsafeRawBufferPointer(rebasing: cells[start..<position])
  }

  /// Where the cell begins that comes so many cells further on.
  private func place(after count: Int) -> Int {
    var place = position
    for _ in 0..<count {
      switch CellKind(rawValue: cells[place]) ?? .null {
      case .null: place += 1
      case .integer, .real: place += 9
      case .text, .blob: place += 5 + Int(cells.loadUnaligned(fromByteOffset: place + 1, as: UInt32.self))
      }
    }
    return place
  }

  /// - Parameters:
  ///   - count: of cells.
  ///   - first: the parameter that the first of them is for, from 1.
  mutating func bind(_ count: Int, to statement: SQLiteStatement, from first: Int32 = 1) {
    for parameter in first..<(first + Int32(count)) { bind(to: statement, parameter) }
  }

  private mutating func bind(to statement: SQLiteStatement, _ parameter: Int32) {
    // Slices are checked: what a temporary file of a failing disk holds may be anything.
    let kind = CellKind(rawValue: cells[position]) ?? .null
    position += 1
    switch kind {
    case .null: sqlite3_bind_null(statement, parameter)
    case .integer: sqlite3_bind_int64(statement, parameter, load())
    case .real: sqlite3_bind_double(statement, parameter, load())
    case .text, .blob:
      let count = Int(load() as UInt32)
      let content = UnsafeRawBufferPointer(rebasing: cells[position..<(position + count)])
      position += count
      if kind == .text {
        let text = content.assumingMemoryBound(to: CChar.self).baseAddress
        sqlite3_bind_text(statement, parameter, text, Int32(count), nil)
      } else {
        sqlite3_bind_blob(statement, parameter, content.baseAddress, Int32(count), nil)
      }
    }
  }

  private mutating func load<Number: BitwiseCopyable>() -> Number {
    defer { position += MemoryLayout<Number>.size }
    return cells.loadUnaligned(fromByteOffset: position, as: Number.self)
  }
}

extension Database {
  /// Runs a statement whose parameters are bound and that gives no rows.
  ///
  /// - Throws: `DatabaseError`.
  func run(_ statement: SQLiteStatement) throws {
    let result = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard result == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: result),
        message: sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
    }
  }

  /// Runs a statement with the cells of one row as its parameters.
  ///
  /// - Throws: `DatabaseError`.
  func run(_ statement: SQLiteStatement, _ row: CellWriter) throws {
    // GRDB leaves a statement that it ran as it ended, and nothing can be bound to it then.
    sqlite3_reset(statement)
    try row.withBytes { bytes in
      var cells = CellReader(bytes)
      cells.bind(Int(sqlite3_bind_parameter_count(statement)), to: statement)
      try run(statement)
    }
  }

  /// Hands the blobs that a query of one column gives on, one after the other.
  ///
  /// - Parameter rows: the value of the query's only parameter, for each of its runs.
  func forEachBlob(
    _ sql: String, rows: [Int64], _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    for row in rows {
      var isFound = false
      try forEachRow(sql, row) {
        try body($0.blob(0))
        isFound = true
      }
      if !isFound { throw DatabaseError(message: "row \(row) is missing") }
    }
  }
}
