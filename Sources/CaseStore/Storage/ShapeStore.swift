internal import GRDB
internal import GeoModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The shapes of footprints, each stored once: hundreds of incidents share the outline of one city.
final class ShapeStore {
  private let db: Database
  private let table: String
  private var known: [Int: Geometry?] = [:]
  private var kept: Set<Int> = []
  /// The numbers of the shapes that came last, since finding one again costs less than encoding it.
  private var numbers: [Geometry: Int] = [:]

  /// - Parameter table: `gpkg_cordon_shapes`, or the temporary table of a run.
  init(_ db: Database, table: String = "gpkg_cordon_shapes") {
    self.db = db
    self.table = table
  }

  func keep(_ shape: Geometry) throws -> Int {
    if let number = numbers[shape] { return number }
    let bytes = GeometryBlob.encode(shape)
    let key = ContentHash(bytes).key
    if numbers.count >= 2_000 { numbers = [:] }
    numbers[shape] = key
    guard kept.insert(key).inserted else { return key }
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO \(table) VALUES (?, ?)")
      .execute(arguments: [key, Data(bytes)])
    if kept.count > 10_000 { kept = [] }
    return key
  }

  func find(_ key: Int) throws -> Geometry? {
    if let shape = known[key] { return shape }
    let statement = try db.cachedStatement(sql: "SELECT shape FROM \(table) WHERE key = ?")
    let shape = try Data.fetchOne(statement, arguments: [key]).flatMap { GeometryBlob.decode([UInt8]($0)) }
    if known.count > 10_000 { known = [:] }
    known[key] = shape
    return shape
  }
}
