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

  /// - Parameter table: `gpkg_cordon_shapes`, or the temporary table of a run.
  init(_ db: Database, table: String = "gpkg_cordon_shapes") {
    self.db = db
    self.table = table
  }

  func keep(_ shape: Geometry) throws -> Int {
    let key = ShapeKeys.shared.key(of: shape)
    try keep(shape, as: key)
    return key
  }

  /// - Parameter key: by ``ShapeKeys``.
  func keep(_ shape: Geometry, as key: Int) throws {
    guard kept.insert(key).inserted else { return }
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO \(table) VALUES (?, ?)")
      .execute(arguments: [key, Data(GeometryBlob.encode(shape))])
    if kept.count > 10_000 { kept = [] }
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
