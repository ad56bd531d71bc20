import CordonTestSupport
import GRDB
import GeoModel
import Testing

@testable import CaseStore

/// What is built at once answers as what SQLite builds itself, and can be added to.
@Suite struct PackedTreeTests {
  private struct Point {
    let row: Int64
    let longitude, latitude: Double
  }

  /// Half of them at places that many share, as mentions are.
  private static func points(_ count: Int, _ random: inout SplitMix64) -> [Point] {
    let shared = (0..<20).map { _ in (random.double(-180...180), random.double(-90...90)) }
    return (0..<count).map { i in
      let place: (Double, Double) =
        switch random.int(0..<8) {
        case 0...3: shared[random.int(0..<20)]
        case 4: (random.int(0..<2) == 0 ? 180 : -180, random.int(0..<2) == 0 ? 90 : -90)
        default: (random.double(-180...180), random.double(-90...90))
        }
      return Point(row: Int64(i * 3 + 1), longitude: place.0, latitude: place.1)
    }
  }

  /// Boxes, of which some are lines and points, are found as SQLite's own index finds them.
  @Test(arguments: [1, 46, 47, 3000]) func boxesAnswerAsThoseThatGrew(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count) + 9)
    try DatabaseQueue().write { db in
      try Self.createTables(db)
      var tree = PackedTree()
      for row in 1...Int64(count) {
        let (west, south) = (random.double(-180...150), random.double(-90...60))
        let end = Coordinate(
          reducing: west + (random.int(0..<3) == 0 ? 0 : random.double(0...30)),
          latitude: south + (random.int(0..<3) == 0 ? 0 : random.double(0...30)))
        let box = GeometryBlob.Envelope(.lineString([Coordinate(reducing: west, latitude: south), end]))
        tree.add(row, box)
        try db.execute(
          sql: "INSERT INTO rtree_grown_geom VALUES (?, ?, ?, ?, ?)",
          arguments: [row, box.west, box.east, box.south, box.north])
      }
      #expect(tree.count == count)
      try tree.write("built", to: db)
      #expect(try Self.boxes(db, "built") == Self.boxes(db, "grown"))
      #expect(try String.fetchOne(db, sql: "SELECT rtreecheck('rtree_built_geom')") == "ok")
      try Self.compare(db, width: 10, height: 10, &random)
    }
  }

  /// The extent is that of all boxes, also when some were taken out again.
  @Test(arguments: [0, 1, 60, 4000]) func theRootTellsTheExtent(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count) + 5)
    try DatabaseQueue().write { db in
      try Self.createTables(db)
      for row in 0..<count {
        let (west, south) = (random.double(-180...150), random.double(-90...60))
        try db.execute(
          sql: "INSERT INTO rtree_grown_geom VALUES (?, ?, ?, ?, ?)",
          arguments: [row, west, west + random.double(0...30), south, south + random.double(0...30)])
      }
      for limit in [180.0, 120, 20, -200] {
        try db.execute(sql: "DELETE FROM rtree_grown_geom WHERE maxx > ?", arguments: [limit])
        let told = try PackedTree.extent(of: "grown", in: db)
        let row = try Row.fetchOne(
          db, sql: "SELECT min(minx), max(maxx), min(miny), max(maxy) FROM rtree_grown_geom")
        #expect([told?.west, told?.east, told?.south, told?.north] == (0..<4).map { row?[$0] })
      }
    }
  }

  private static func createTables(_ db: Database) throws {
    for table in ["grown", "built"] {
      try db.execute(sql: "CREATE VIRTUAL TABLE rtree_\(table)_geom USING rtree(id, minx, maxx, miny, maxy)")
    }
  }

  /// Both find the same in fifty boxes.
  private static func compare(
    _ db: Database, width: Double, height: Double, _ random: inout SplitMix64
  ) throws {
    for _ in 0..<50 {
      let (west, south) = (random.double(-180...170), random.double(-90...80))
      let found = try ["grown", "built"].map { table in
        try Int64.fetchAll(
          db,
          sql: """
            SELECT id FROM rtree_\(table)_geom WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ? ORDER BY id
            """,
          arguments: [west, west + width, south, south + height])
      }
      #expect(found[0] == found[1], "\(west), \(south)")
    }
  }

  private static func boxes(_ db: Database, _ table: String) throws -> [String] {
    try Row.fetchAll(db, sql: "SELECT id, minx, maxx, miny, maxy FROM rtree_\(table)_geom ORDER BY id")
      .map(\.description)
  }

  @Test(arguments: [0, 1, 46, 47, 46 * 46, 46 * 46 + 1, 6000]) func answersAsOneThatGrew(_ count: Int) throws
  {
    var random = SplitMix64(seed: UInt64(count) + 5)
    let points = Self.points(count, &random)
    try DatabaseQueue().write { db in
      try Self.createTables(db)
      // It takes the place of what was there.
      try db.execute(sql: "INSERT INTO rtree_built_geom VALUES (77777, 1, 1, 1, 1)")
      func grow(_ table: String, _ points: some Sequence<Point>) throws {
        for point in points {
          try db.execute(
            sql: "INSERT INTO rtree_\(table)_geom VALUES (?, ?, ?, ?, ?)",
            arguments: [point.row, point.longitude, point.longitude, point.latitude, point.latitude])
        }
      }
      try grow("grown", points)
      var tree = PackedTree()
      for point in points { tree.add(point.row, longitude: point.longitude, latitude: point.latitude) }
      try tree.write("built", to: db)
      #expect(try Self.boxes(db, "built") == Self.boxes(db, "grown"))

      let more = Self.points(300, &random).map {
        Point(row: $0.row + 100_000, longitude: $0.longitude, latitude: $0.latitude)
      }
      for table in ["grown", "built"] {
        try grow(table, more)
        try db.execute(sql: "DELETE FROM rtree_\(table)_geom WHERE id % 5 = 0")
        #expect(try String.fetchOne(db, sql: "SELECT rtreecheck('rtree_\(table)_geom')") == "ok")
      }
      try Self.compare(db, width: 40, height: 25, &random)
    }
  }
}
