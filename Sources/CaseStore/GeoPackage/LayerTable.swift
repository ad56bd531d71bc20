internal import GRDB
internal import GRDBSQLite
internal import GeoModel
internal import Layers
internal import Reading

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A layer as a table of a GeoPackage.
struct LayerTable {
  let name: String
  let description: String
  let family: Layer.Family
  let columns: [Layers.Column]

  init(_ layer: Layer) {
    name = layer.name
    description = layer.description
    family = layer.family
    columns = [Layers.Column("id", .text)] + layer.columns
  }

  func create(_ db: Database) throws {
    let list = columns.map { "\"\($0.name)\" \($0.kind.declaration)" }.joined(separator: ", ")
    try db.execute(
      sql: """
        CREATE TABLE "\(name)" (
          fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom \(family.declaration), \(list));
        CREATE VIRTUAL TABLE "rtree_\(name)_geom" USING rtree(id, minx, maxx, miny, maxy);
        """)
    try db.execute(
      sql: """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
        VALUES (?, 'features', ?, ?, ?, 4326)
        """,
      arguments: [name, name, description, CoreTables.beginning])
    // Mentions are many and looked for by none.
    if name != "mentions" { try db.execute(sql: "CREATE INDEX \"\(name)_by_id\" ON \"\(name)\" (id)") }
    try db.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)",
      arguments: [name, family.declaration])
    try db.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', ?, 'write-only')",
      arguments: [name, "http://www.geopackage.org/spec120/#extension_rtree"])
    try db.execute(sql: "INSERT INTO gpkg_ogr_contents VALUES (?, 0)", arguments: [name])
    for column in columns where column.kind == .json {
      try db.execute(
        sql: """
          INSERT INTO gpkg_data_columns (table_name, column_name, name, mime_type)
          VALUES (?, ?, ?, 'application/json')
          """,
        arguments: [name, column.name, "\(column.name)_json"])
    }
    try SpatialTriggers(table: name).create(db)
  }

  /// Appends rows and indexes them; the triggers must be away.
  func insert(_ rows: [Layer.Row], into db: Database) throws {
    var none: PackedTree?
    try insert(rows, into: db, &none)
  }

  /// - Parameter tree: takes the boxes of the rows, to be written when it has all; `nil` where each goes into the
  ///   index at once.
  func insert(_ rows: [Layer.Row], into db: Database, _ tree: inout PackedTree?) throws {
    guard !rows.isEmpty else { return }
    var batch = try RowBatch(db, "\"\(name)\"", ["fid"] + names.map { "\"\($0)\"" })
    var boxes = try RowBatch(db, "\"rtree_\(name)_geom\"", ["id", "minx", "maxx", "miny", "maxy"])
    var next = try db.nextNumber(in: name)
    for feature in rows {
      defer { next += 1 }
      try batch.add { cells in
        cells.append(next)
        cells.append(feature)
      }
      guard let geometry = feature.geometry else { continue }
      let envelope = GeometryBlob.Envelope(geometry)
      if tree != nil {
        tree?.add(Int64(next), envelope)
        continue
      }
      try boxes.add { cells in
        cells.append(next)
        for edge in [envelope.west, envelope.east, envelope.south, envelope.north] { cells.append(edge) }
      }
    }
    try batch.finish()
    try boxes.finish()
  }

  /// Takes rows out by their ids, with their places in the index.
  func delete(_ ids: some Sequence<String>, from db: Database) throws {
    let box = try db.cachedStatement(
      sql: "DELETE FROM \"rtree_\(name)_geom\" WHERE id IN (SELECT fid FROM \"\(name)\" WHERE id = ?)")
    let row = try db.cachedStatement(sql: "DELETE FROM \"\(name)\" WHERE id = ?")
    for id in ids {
      try box.execute(arguments: [id])
      try row.execute(arguments: [id])
    }
  }

  /// Geometry, id, then the columns, as they are stored.
  static func values(_ row: Layer.Row) -> [(any DatabaseValueConvertible)?] {
    var values: [(any DatabaseValueConvertible)?] = [
      row.geometry.map { Data(GeometryBlob.encode($0)) }, row.id,
    ]
    for value in row.values { values.append(value.stored) }
    return values
  }

  /// Of all columns but the number.
  var names: [String] { ["geom"] + columns.map(\.name) }

  /// Counts and extents, which GIS programs ask for before anything else.
  func refresh(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM "\(name)") WHERE table_name = ?
        """,
      arguments: [name])
    let extent = try PackedTree.extent(of: name, in: db)
    try db.execute(
      sql: """
        UPDATE gpkg_contents SET min_x = ?, max_x = ?, min_y = ?, max_y = ?,
          last_change = (SELECT coalesce(max(published), '2000-01-01') || 'T00:00:00.000Z' FROM documents)
        WHERE table_name = ?
        """,
      arguments: [extent?.west, extent?.east, extent?.south, extent?.north, name])
  }
}

extension Layers.Column.Kind {
  fileprivate var declaration: String {
    switch self {
    case .text, .json: "TEXT"
    case .integer: "INTEGER"
    case .real: "REAL"
    case .boolean: "BOOLEAN"
    case .date: "DATE"
    case .dateTime: "DATETIME"
    }
  }
}

extension Layer.Family {
  fileprivate var declaration: String {
    switch self {
    case .point: "POINT"
    case .line: "MULTILINESTRING"
    case .polygon: "MULTIPOLYGON"
    }
  }
}

extension Value {
  /// As a GeoPackage holds it; moments with milliseconds, since times are compared as texts.
  var stored: (any DatabaseValueConvertible)? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .integer(let number): number
    case .real(let number): number
    case .boolean(let flag): flag
    case .date(let day): day.description
    case .startOfDay(let day): "\(day)\(Self.startTime)"
    case .endOfDay(let day): "\(day)\(Self.endTime)"
    case .json(let text): String(decoding: text, as: UTF8.self)
    }
  }

  static let startTime: StaticString = "T00:00:00.000Z"
  static let endTime: StaticString = "T23:59:59.000Z"
}
