import GRDB
import GeoModel
import Layers
import Proximity
import Reading
import Testing

@testable import CaseStore

@Suite struct PackedCellTests {
  /// Cells of all kinds come out of the table as they went in, row by row.
  @Test func cellsAreBoundAsTheyWere() throws {
    var cells = CellWriter()
    for row in 0..<3 {
      cells.append(row == 1 ? nil : "Київ \(row) \0 x")
      cells.append(row == 1 ? nil : Int.min + row)
      cells.append(row == 1 ? nil : -0.1 * Double(row))
      cells.append(blob: row == 1 ? [] : [0, 1, 255])
      cells.append(row == 2)
      cells.append("")
    }
    try DatabaseQueue().write { db in
      try db.execute(sql: "CREATE TABLE t (a, b, c, d, e, f)")
      let statement = try db.makeStatement(sql: "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)")
      try cells.withBytes { bytes in
        var reader = CellReader(bytes)
        while !reader.isAtEnd {
          reader.bind(6, to: statement.sqliteStatement)
          try db.run(statement.sqliteStatement)
        }
      }
      let rows = try Row.fetchAll(
        db, sql: "SELECT hex(a), b, c, hex(d), typeof(d), e, f, typeof(f) FROM t ORDER BY rowid"
      ).map { row in (0..<8).map { (row[$0] as DatabaseValue).description } }
      func hex(_ text: String) -> String {
        text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
      }
      #expect(
        rows == [
          [
            "\"\(hex("Київ 0 \0 x"))\"", "\(Int.min)", "-0.0", "\"0001FF\"", "\"blob\"", "0", "\"\"",
            "\"text\"",
          ],
          ["\"\"", "NULL", "NULL", "\"\"", "\"blob\"", "0", "\"\"", "\"text\""],
          [
            "\"\(hex("Київ 2 \0 x"))\"", "\(Int.min + 2)", "-0.2", "\"0001FF\"", "\"blob\"", "1", "\"\"",
            "\"text\"",
          ],
        ])
    }
  }

  /// A row of a layer is bound as its values would be one by one.
  @Test(arguments: [(1, 1, 1), (987, 12, 31), (2025, 8, 9), (9999, 10, 20)])
  func valuesOfALayerAreBoundAsTheyAreStored(year: Int, month: Int, day: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    let row = Layer.Row(
      id: "Ж", geometry: .point(Coordinate(reducing: 30.5, latitude: -50.25)),
      values: [
        .null, .text("a \"b\""), .integer(-3), .real(0.1), .boolean(true), .date(date), .startOfDay(date),
        .endOfDay(date), .json(Array("[]".utf8)), .json(Array(#"{"a":["Ü",1]}"#.utf8)),
      ])
    var cells = CellWriter()
    cells.append(row)
    let count = 2 + row.values.count
    try DatabaseQueue().write { db in
      let names = (0..<count).map { "c\($0)" }.joined(separator: ", ")
      try db.execute(sql: "CREATE TABLE t (\(names))")
      let marks = Array(repeating: "?", count: count).joined(separator: ", ")
      let statement = try db.makeStatement(sql: "INSERT INTO t VALUES (\(marks))")
      try db.run(statement.sqliteStatement, cells)
      statement.setUncheckedArguments(StatementArguments(LayerTable.values(row)))
      try statement.execute()
      let rows = try Row.fetchAll(db, sql: "SELECT * FROM t ORDER BY rowid")
      #expect(Array(rows[0].databaseValues) == Array(rows[1].databaseValues))
    }
  }

  /// What SQLite refuses is told, and the statement can be run again.
  @Test func refusedRowsAreErrors() throws {
    try DatabaseQueue().write { db in
      try db.execute(sql: "CREATE TABLE t (a NOT NULL)")
      let statement = try db.makeStatement(sql: "INSERT INTO t VALUES (?)")
      for (cell, isFine) in [("x", true), (nil, false), ("y", true)] {
        var cells = CellWriter()
        cells.append(cell)
        try cells.withBytes { bytes in
          var reader = CellReader(bytes)
          reader.bind(1, to: statement.sqliteStatement)
          if isFine {
            try db.run(statement.sqliteStatement)
          } else {
            #expect(throws: DatabaseError.self) { try db.run(statement.sqliteStatement) }
          }
        }
      }
      #expect(try String.fetchAll(db, sql: "SELECT a FROM t") == ["x", "y"])
    }
  }

  /// An incident that an analyst corrected is written by GRDB, the next one as it lies.
  @Test func aStatementThatGRDBRanTakesTheNextRow() throws {
    try DatabaseQueue().write { db in
      try db.execute(sql: "CREATE TABLE rows (number INTEGER PRIMARY KEY, text)")
      let statement = try db.cachedStatement(sql: "INSERT INTO rows VALUES (?, ?)")
      statement.setUncheckedArguments([1, "by GRDB"])
      try statement.execute()
      var cells = CellWriter()
      cells.append(2)
      cells.append("as it lies")
      try db.run(statement.sqliteStatement, cells)
      statement.setUncheckedArguments([3, "by GRDB again"])
      try statement.execute()
      let texts = try String.fetchAll(db, sql: "SELECT text FROM rows ORDER BY number")
      #expect(texts == ["by GRDB", "as it lies", "by GRDB again"])
    }
  }

  /// Mentions are written without a row of their layer, and as one would be.
  @Test func mentionsArePackedAsTheirLayerHasThem() throws {
    let position = Coordinate(reducing: -0.123456789, latitude: 59.99999996)
    let mentions = [
      MentionRecord(
        document: "a \"b\"", start: 3, end: 7, text: "Осло", role: "place", name: "Oslo", kind: "settlement",
        geonameID: 3_143_244, country: "NO", coordinate: position, uncertainty: Meters(123.456),
        wherePrecision: 1, probability: 0.123456, reasons: ["in \"Norway\"", "tab\t"]),
      MentionRecord(
        document: "", start: 8, end: 9, text: "", role: "", name: "", kind: "", siteID: "no-x", country: "",
        coordinate: position, uncertainty: Meters(.infinity), wherePrecision: 7, probability: 1),
    ]
    var rows = CellWriter()
    for mention in mentions { rows.append(mention.layerRow) }
    let packed = PackedFindings([], mentions.reversed(), standsAlone: false)
    #expect(packed.mentions.withBytes { Array($0) } == rows.withBytes { Array($0) })
  }

  /// However many rows there are, all get into the table in their order.
  @Test(arguments: [0, 1, 15, 16, 17, 32, 50])
  func rowsOfABatchGetIntoTheTableInTheirOrder(count: Int) throws {
    try DatabaseQueue().write { db in
      try db.execute(sql: "CREATE TABLE t (fid INTEGER PRIMARY KEY AUTOINCREMENT, a, b)")
      try db.execute(sql: "INSERT INTO t VALUES (7, 'first', 0); DELETE FROM t")
      let next = try db.nextNumber(in: "t")
      #expect(next == 8)
      var batch = try RowBatch(db, "t", ["fid", "a", "b"])
      for number in 0..<count {
        try batch.add { cells in
          cells.append(next + number)
          cells.append(number % 3 == 0 ? nil : "row \(number)")
          cells.append(Double(number))
        }
      }
      try batch.finish()
      let rows = try Row.fetchAll(db, sql: "SELECT fid, a, b FROM t ORDER BY rowid")
      #expect(rows.map { $0[0] } == Array(next..<(next + count)))
      #expect(rows.map { $0[1] as String? } == (0..<count).map { $0 % 3 == 0 ? nil : "row \($0)" })
      #expect(rows.map { $0[2] } == (0..<count).map(Double.init))
      #expect(try db.nextNumber(in: "t") == 8 + count)
    }
  }
}
