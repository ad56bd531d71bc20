internal import GRDB
internal import GeoModel
internal import Proximity

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The rows of a layer of a GeoPackage as GeoJSON, one Feature a line.
final class GeoPackageLayer {
  private let database: DatabaseQueue
  private let path: String
  private let table: String
  private let geometry: String
  /// Bytes of the file, when it is known; its other layers included.
  let size: Int?
  private var lastRow: Int64 = .min
  private var pending: [UInt8] = []
  private var taken = 0
  private var isAtEnd = false

  private static let rowsAtATime = 2000

  /// - Parameter name: `FILE.gpkg`, or `FILE.gpkg:LAYER` where it holds several; `nil` for every other name.
  /// - Throws: `JoinInputError`.
  init?(_ name: String) throws {
    let parts = name.split(separator: ".gpkg:", maxSplits: 1)
    guard name.hasSuffix(".gpkg") || parts.count == 2 else { return nil }
    let path = parts.count == 2 ? parts[0] + ".gpkg" : name
    let wanted = parts.count == 2 ? String(parts[1]) : nil
    self.path = path
    func refused(_ reason: String, _ kind: JoinInputError.Kind = .malformed) -> JoinInputError {
      JoinInputError(kind: kind, path: path, reason: reason)
    }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      database = try DatabaseQueue(path: path, configuration: configuration)
      let layers = try database.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT g.table_name, g.column_name, coalesce(s.organization_coordsys_id, g.srs_id)
            FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
            ORDER BY g.table_name
            """)
      }
      let names = layers.map { $0[0] as String }
      guard let layer = layers.first(where: { wanted == nil || $0[0] == wanted }) else {
        let wanted = wanted.map { " called \"\($0)\"" } ?? ""
        throw refused("it has no layer\(wanted); there are: \(names.joined(separator: ", "))", .missing)
      }
      if wanted == nil, layers.count > 1 {
        throw refused(
          "it has several layers; name one as in \(path):\(names[0]); there are: \(names.joined(separator: ", "))"
        )
      }
      guard layer[2] as Int == 4326 else {
        throw refused(
          "its layer is not in WGS 84; convert it first, for example with ogr2ogr -t_srs EPSG:4326")
      }
      table = layer[0]
      geometry = layer[1]
      size = try database.read { db in
        try Int.fetchOne(db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
      }
    } catch let error as DatabaseError {
      throw refused(
        "cannot read it: \(error.message ?? "it is no GeoPackage")",
        error.resultCode == .SQLITE_CANTOPEN ? .missing : .malformed)
    }
  }

  /// Fills a buffer and says how far, 0 at the end.
  func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while taken == pending.count {
      if isAtEnd { return 0 }
      try fetch()
    }
    let count = min(buffer.count, pending.count - taken)
    buffer.copyBytes(from: pending[taken..<(taken + count)])
    taken += count
    return count
  }

  private func fetch() throws {
    var text = JSONWriter(coordinateDecimals: nil)
    do {
      try database.read { db in
        let cursor = try Row.fetchCursor(
          db,
          sql: """
            SELECT rowid AS "cordon rowid", * FROM \(table.quotedDatabaseIdentifier) WHERE rowid > ?
            ORDER BY rowid LIMIT \(Self.rowsAtATime)
            """,
          arguments: [lastRow])
        var count = 0
        while let row = try cursor.next() {
          count += 1
          lastRow = row[0]
          append(row, &text)
        }
        isAtEnd = count < Self.rowsAtATime
      }
    } catch let error as DatabaseError {
      throw JoinInputError(
        kind: .malformed, path: path, reason: "cannot read it: \(error.message ?? "it is damaged")")
    }
    pending = text.finish()
    taken = 0
  }

  private func append(_ row: Row, _ text: inout JSONWriter) {
    text.append(raw: "{\"type\":\"Feature\",\"properties\":{")
    var isFirst = true
    var hasID = false
    for (column, value) in row.dropFirst() where column != geometry {
      if !isFirst { text.append(byte: UInt8(ascii: ",")) }
      isFirst = false
      hasID = hasID || column == "id"
      text.append(column)
      text.append(byte: UInt8(ascii: ":"))
      switch value.storage {
      case .null, .blob: text.append(raw: "null")
      case .int64(let number): text.append(Int(number))
      case .double(let number): text.append(number)
      case .string(let words): text.append(words)
      }
    }
    text.append(byte: UInt8(ascii: "}"))
    if !hasID {
      text.append(raw: ",\"id\":")
      text.append(Int(lastRow))
    }
    text.append(raw: ",\"geometry\":")
    if let blob = (row[geometry] as Data?).map([UInt8].init), let shape = GeoPackageShape.read(blob) {
      text.append(shape)
    } else {
      text.append(raw: "null")
    }
    text.append(raw: "}\n")
  }
}
