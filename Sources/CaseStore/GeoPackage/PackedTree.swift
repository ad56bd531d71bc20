internal import GRDB
internal import GRDBSQLite

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The R-tree of a layer, built from all of its points or boxes at once: a seventh of the time that it takes to
/// insert them one by one, and two thirds of the room.
///
/// Those that are near each other come into one leaf, in the order of a curve that goes through the quarters of
/// each square (G. M. Morton, 1966), and so do leaves into the nodes above. The bytes are those of SQLite's R-tree
/// module ("The SQLite R*Tree Module", 5): of each node its depth, of the root only, and its number of cells, then the
/// cells, a row or a node below and a box each, in big-endian 64-bit and 32-bit numbers.
struct PackedTree {
  /// What is more is inserted one by one: memory is bounded.
  static let greatest = 4_000_000
  private static let cellSize = 24
  /// The module's own limit of 51, with some room for what is inserted later.
  private static let cellsPerNode = 46

  private struct Cell {
    var id: Int64
    var west, east, south, north: Float
  }

  private var cells: [Cell] = []

  mutating func reserve(_ count: Int) { cells.reserveCapacity(count) }

  var count: Int { cells.count }

  /// - Parameter row: each once.
  mutating func add(_ row: Int64, longitude: Double, latitude: Double) {
    cells.append(
      Cell(
        id: row, west: Self.down(longitude), east: Self.up(longitude), south: Self.down(latitude),
        north: Self.up(latitude)))
  }

  /// - Parameter row: each once.
  mutating func add(_ row: Int64, _ box: GeometryBlob.Envelope) {
    cells.append(
      Cell(
        id: row, west: Self.down(box.west), east: Self.up(box.east), south: Self.down(box.south),
        north: Self.up(box.north)))
  }

  /// Takes the place of all that the index of the layer has.
  ///
  /// - Throws: `DatabaseError`.
  consuming func write(_ layer: String, to db: Database) throws {
    let name = "rtree_\(layer)_geom"
    guard let size = try Int.fetchOne(db, sql: "SELECT length(data) FROM \(name)_node WHERE nodeno = 1"),
      size >= 4 + Self.cellSize * Self.cellsPerNode
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the index of \(layer) has no root") }
    for table in ["node", "parent", "rowid"] { try db.execute(sql: "DELETE FROM \(name)_\(table)") }
    let node = try db.cachedStatement(sql: "INSERT INTO \(name)_node VALUES (?, ?)").sqliteStatement
    let parent = try db.cachedStatement(sql: "INSERT INTO \(name)_parent VALUES (?, ?)").sqliteStatement
    var homes = try RowBatch(db, "\(name)_rowid", ["rowid", "nodeno"])
    func house(_ row: Int64, in leaf: Int64) throws {
      try homes.add { cells in
        cells.append(Int(row))
        cells.append(Int(leaf))
      }
    }

    // The root is node 1, the others are counted from 2 on.
    var next: Int64 = 2
    var depth: UInt16 = 0
    var level = try leaves(&next) {
      try Self.insert(Self.bytes(of: $0, depth: 0, size), as: $1, node, db)
    } homes: {
      try house($0, in: $1)
    }
    if next > 2 { depth = 1 }
    cells = []
    while level.count > Self.cellsPerNode {
      var above: [Cell] = []
      for start in stride(from: 0, to: level.count, by: Self.cellsPerNode) {
        let part = level[start..<min(start + Self.cellsPerNode, level.count)]
        try Self.insert(Self.bytes(of: part, depth: 0, size), as: next, node, db)
        for cell in part { try Self.insert(cell.id, next, parent, db) }
        above.append(Self.box(around: part, next))
        next += 1
      }
      level = above
      depth += 1
    }
    for cell in level {
      if depth == 0 { try house(cell.id, in: 1) } else { try Self.insert(cell.id, 1, parent, db) }
    }
    try homes.finish()
    try Self.insert(Self.bytes(of: level[...], depth: depth, size), as: 1, node, db)
  }

  /// Hands the leaves on, each with its number, then every point with its leaf's number, in the order in which they
  /// were added, which is that of the table they go into.
  ///
  /// - Returns: the boxes around the leaves; the points themselves when they fit into the root.
  private func leaves(
    _ next: inout Int64, _ write: (ArraySlice<Cell>, Int64) throws -> Void,
    homes: (_ id: Int64, _ leaf: Int64) throws -> Void
  ) throws -> [Cell] {
    let order = order()
    guard cells.count > Self.cellsPerNode else { return order.map { cells[$0] } }
    var leafOf = [UInt32](repeating: 0, count: cells.count)
    var boxes: [Cell] = []
    for start in stride(from: 0, to: order.count, by: Self.cellsPerNode) {
      let places = order[start..<min(start + Self.cellsPerNode, order.count)]
      for place in places { leafOf[place] = UInt32(next) }
      let part = places.map { cells[$0] }
      try write(part[...], next)
      boxes.append(Self.box(around: part[...], next))
      next += 1
    }
    for (cell, leaf) in zip(cells, leafOf) { try homes(cell.id, Int64(leaf)) }
    return boxes
  }

  private static func insert(
    _ id: Int64, _ node: Int64, _ statement: SQLiteStatement, _ db: Database
  ) throws {
    sqlite3_bind_int64(statement, 1, id)
    sqlite3_bind_int64(statement, 2, node)
    try db.run(statement)
  }

  private static func insert(
    _ bytes: [UInt8], as number: Int64, _ statement: SQLiteStatement, _ db: Database
  ) throws {
    sqlite3_bind_int64(statement, 1, number)
    try bytes.withUnsafeBytes { bytes in
      sqlite3_bind_blob(statement, 2, bytes.baseAddress, Int32(bytes.count), nil)
      try db.run(statement)
    }
  }

  private static func bytes(of cells: ArraySlice<Cell>, depth: UInt16, _ size: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      buffer.initialize(repeating: 0)
      count = size
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      bytes.storeBytes(of: depth.bigEndian, toByteOffset: 0, as: UInt16.self)
      bytes.storeBytes(of: UInt16(cells.count).bigEndian, toByteOffset: 2, as: UInt16.self)
      for (place, cell) in cells.enumerated() {
        let start = 4 + place * cellSize
        bytes.storeBytes(of: cell.id.bigEndian, toByteOffset: start, as: Int64.self)
        for (number, edge) in [cell.west, cell.east, cell.south, cell.north].enumerated() {
          bytes.storeBytes(
            of: edge.bitPattern.bigEndian, toByteOffset: start + 8 + 4 * number, as: UInt32.self)
        }
      }
    }
  }

  /// The box around all that the index of a layer has, as its root tells; `nil` for an empty one.
  ///
  /// - Throws: `DatabaseError`.
  static func extent(of layer: String, in db: Database) throws -> GeometryBlob.Envelope? {
    let root = try Data.fetchOne(db, sql: "SELECT data FROM \"rtree_\(layer)_geom_node\" WHERE nodeno = 1")
    guard let bytes = root.map({ [UInt8]($0) }), bytes.count >= 4 else { return nil }
    func edge(_ place: Int) -> Double {
      Double(
        Float(bitPattern: bytes[place..<(place + 4)].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }))
    }
    let count = min(Int(bytes[2]) << 8 | Int(bytes[3]), (bytes.count - 4) / cellSize)
    guard count > 0 else { return nil }
    var extent = GeometryBlob.Envelope()
    for cell in 0..<count {
      let start = 4 + cell * cellSize + 8
      extent.west = min(extent.west, edge(start))
      extent.east = max(extent.east, edge(start + 4))
      extent.south = min(extent.south, edge(start + 8))
      extent.north = max(extent.north, edge(start + 12))
    }
    return extent
  }

  private static func box(around cells: ArraySlice<Cell>, _ node: Int64) -> Cell {
    var box = Cell(id: node, west: .infinity, east: -.infinity, south: .infinity, north: -.infinity)
    for cell in cells {
      box.west = min(box.west, cell.west)
      box.east = max(box.east, cell.east)
      box.south = min(box.south, cell.south)
      box.north = max(box.north, cell.north)
    }
    return box
  }

  /// Places of the points, or of the south-western corners, along the curve, those at one place as they were added.
  private func order() -> [Int] {
    var keys = cells.indices.map { index -> Int in
      let x = UInt32(max(0, min(65_535, (cells[index].west + 180) * (65_535.0 / 360))))
      let y = UInt32(max(0, min(65_535, (cells[index].south + 90) * (65_535.0 / 180))))
      return Int(Self.spread(x) | Self.spread(y) << 1) << 31 | index
    }
    keys.sort()
    for index in keys.indices { keys[index] &= 0x7FFF_FFFF }
    return keys
  }

  /// Sixteen bits with a zero before each.
  private static func spread(_ bits: UInt32) -> UInt32 {
    var bits = bits
    bits = (bits | bits << 8) & 0x00FF_00FF
    bits = (bits | bits << 4) & 0x0F0F_0F0F
    bits = (bits | bits << 2) & 0x3333_3333
    return (bits | bits << 1) & 0x5555_5555
  }

  // As the module itself rounds, so that both give the same box.
  private static let inwards = 1 - 1 / 8_388_608.0
  private static let outwards = 1 + 1 / 8_388_608.0

  private static func down(_ number: Double) -> Float {
    let near = Float(number)
    return Double(near) > number ? Float(number * (number < 0 ? outwards : inwards)) : near
  }

  private static func up(_ number: Double) -> Float {
    let near = Float(number)
    return Double(near) < number ? Float(number * (number < 0 ? inwards : outwards)) : near
  }
}
