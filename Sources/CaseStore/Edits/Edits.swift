internal import GRDB
internal import GeoModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What an analyst changed in the incidents layer: by incident and column, the value that stands there.
///
/// Cordon keeps beside each row what it last wrote into it; what differs is the analyst's and is kept in the
/// table `edits` from then on, with the value Cordon would have given.
struct Edits {
  /// An analyst took the row out.
  static let removed = "row"

  private(set) var values: [String: [String: JSONValue]] = [:]

  init() {}

  init(_ db: Database, of incidents: [String]? = nil) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT incident_id, field, value FROM edits ORDER BY fid")
    let wanted = incidents.map(Set.init)
    while let row = try rows.next() {
      guard let incident: String = row[0], let field: String = row[1],
        wanted?.contains(incident) ?? true
      else { continue }
      values[incident, default: [:]][field] = Self.value(of: row[2])
    }
  }

  subscript(incident: String) -> [String: JSONValue] { values[incident] ?? [:] }

  mutating func set(_ incident: String, _ field: String, _ value: JSONValue) {
    values[incident, default: [:]][field] = value
  }

  /// Whether a row `i` of incidents differs from what Cordon wrote, which `w` holds; SQL.
  static let differs: String = {
    let each = CaseSchema.editable.map { "i.\"\($0)\" IS NOT w.\"\($0)\"" }
    return "(\(each.joined(separator: " OR ")))"
  }()

  /// The rows whose cells differ from what Cordon wrote.
  ///
  /// - Parameter among: numbers of rows to look at; all unless given.
  static func found(_ db: Database, among: [Int64]? = nil) throws -> [Found] {
    let columns = CaseSchema.editable
    let list = columns.map { "i.\"\($0)\", w.\"\($0)\"" }.joined(separator: ", ")
    let rows = among.map { " AND i.fid IN (\($0.map(String.init).joined(separator: ", ")))" } ?? ""
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT w.id, \(list) FROM incidents i JOIN gpkg_cordon_written w ON w.fid = i.fid WHERE \(differs)\(rows)
        """)
    var found: [Found] = []
    while let row = try cursor.next() {
      for (number, column) in columns.enumerated() {
        let (now, before) = (value(row, 1 + 2 * number, column), value(row, 2 + 2 * number, column))
        if now != before { found.append(Found(incident: row[0], field: column, value: now, before: before)) }
      }
    }
    return found
  }

  struct Found {
    let incident: String
    let field: String
    let value: JSONValue
    let before: JSONValue
  }

  /// Ids of incidents whose rows an analyst took out.
  static func missing(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT id FROM gpkg_cordon_written WHERE fid NOT IN (SELECT fid FROM incidents) ORDER BY id")
  }

  /// Writes down what was found; a later edit of the same cell takes the place of the earlier one.
  static func keep(_ db: Database, _ found: [Found]) throws {
    for edit in found {
      let earlier = try String.fetchOne(
        db, sql: "SELECT cordon_value FROM edits WHERE incident_id = ? AND field = ?",
        arguments: [edit.incident, edit.field])
      try db.execute(
        sql: "DELETE FROM edits WHERE incident_id = ? AND field = ?", arguments: [edit.incident, edit.field])
      try db.execute(
        sql: "INSERT INTO edits (incident_id, field, value, cordon_value) VALUES (?, ?, ?, ?)",
        arguments: [
          edit.incident, edit.field, String(decoding: edit.value.utf8, as: UTF8.self),
          earlier ?? String(decoding: edit.before.utf8, as: UTF8.self),
        ])
    }
  }

  private static func value(of text: String?) -> JSONValue {
    text.flatMap { try? JSONValue(parsing: $0) } ?? .null
  }

  /// A cell as JSON; a point as `geo:LAT,LON`.
  private static func value(_ row: Row, _ index: Int, _ column: String) -> JSONValue {
    let stored: DatabaseValue = row[index]
    switch stored.storage {
    case .null: return .null
    case .int64(let number): return .int(Int(number))
    case .double(let number): return .double(number)
    case .string(let text): return .string(text)
    case .blob(let bytes):
      guard let point = GeometryBlob.point([UInt8](bytes)) else { return .null }
      return .string("geo:\(point.latitude),\(point.longitude)")
    }
  }
}

extension Edits {
  /// A value of the analyst's as its cell holds it.
  static func stored(_ value: JSONValue, _ column: String) -> (any DatabaseValueConvertible)? {
    switch value {
    case .null: nil
    case .bool(let flag): flag
    case .int(let number): number
    case .double(let number): number
    case .string(let text):
      if column == "geom" {
        Correction.position(text).map { Data(GeometryBlob.encode(.point($0))) }
      } else {
        text
      }
    case .array, .object: String(decoding: value.utf8, as: UTF8.self)
    }
  }
}
