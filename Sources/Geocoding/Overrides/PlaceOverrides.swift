public import Gazetteer
internal import GeoModel
internal import Reading

/// A user's own names: further names, names that are no places, names that mean one place, further places.
///
/// Read from a tab-separated table that a person can write:
///
///     action  name           place            lat      lon      radius_m  country
///     alias   The Venice of the North  geonames:2673730
///     block   Nice
///     pin     Tripoli        geonames:2210247
///     place   Camp Alpha                      48.1     37.2     500       UA
///
/// Only `action` and `name` are needed in the header; the columns stand in any order.
public struct PlaceOverrides: Sendable {
  enum Action: Sendable {
    /// The name means this place too.
    case alias(PlaceID)
    /// The name is no place.
    case block
    /// The name means this place and no other.
    case pin(PlaceID)
    /// A place that the gazetteer does not have.
    case place(Site)
  }

  /// The words of a name, folded, as hashes; by the first of them.
  private(set) var names: [UInt64: [(words: [UInt64], action: Action)]] = [:]

  /// None.
  public init() {}

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: its text.
  ///   - file: its name, for errors.
  ///   - gazetteer: finds the places of the column `place`: a GeoNames id, or a key such as `region:UA.17`.
  /// - Throws: `PlaceOverridesError` naming the line and what is wrong in it.
  public init(table: String, file: String, gazetteer: Gazetteer) throws(PlaceOverridesError) {
    var columns: [String: Int]?
    for (number, line) in table.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
      guard let known = columns else {
        columns = try Self.header(fields, file, number + 1)
        continue
      }
      let row = OverrideRow(file: file, line: number + 1, columns: known, fields: fields)
      try add(row, gazetteer)
    }
    guard columns != nil else {
      throw PlaceOverridesError(
        file: file, line: 1, reason: "it has no header; begin it with action, name, place")
    }
  }

  private static let known: Set = ["action", "name", "place", "lat", "lon", "radius_m", "country", "note"]

  private static func header(
    _ fields: [String], _ file: String, _ line: Int
  ) throws(PlaceOverridesError) -> [String: Int] {
    for needed in ["action", "name"] where !fields.contains(needed) {
      throw PlaceOverridesError(
        file: file, line: line, reason: "the header has no tab-separated column '\(needed)'")
    }
    if let unknown = fields.first(where: { !known.contains($0) }) {
      throw PlaceOverridesError(
        file: file, line: line,
        reason: "the column '\(unknown)' is unknown; there are \(known.sorted().joined(separator: ", "))")
    }
    return Dictionary(zip(fields, fields.indices), uniquingKeysWith: { first, _ in first })
  }

  private mutating func add(_ row: OverrideRow, _ gazetteer: Gazetteer) throws(PlaceOverridesError) {
    let name = try row.required("name")
    // Tokens keep no apostrophe, and fall apart at any other mark.
    let folded = Folding.fold(name).filter { $0 != "'" && $0 != "’" }
    let words = folded.split { !($0.isLetter || $0.isNumber) }.map { WordHash.of(String($0)) }
    guard let first = words.first else {
      throw row.failure("the name '\(name)' has neither letter nor digit")
    }
    let action: Action
    switch row["action"] {
    case "alias": action = .alias(try row.place(gazetteer))
    case "pin": action = .pin(try row.place(gazetteer))
    case "block": action = .block
    case "place": action = .place(try row.site(name))
    case let other: throw row.failure("the action '\(other)' is unknown; there are alias, block, pin, place")
    }
    names[first, default: []].append((words, action))
  }

  private static func trimmed(_ field: Substring) -> String {
    var field = field
    while field.first?.isWhitespace == true { field.removeFirst() }
    while field.last?.isWhitespace == true { field.removeLast() }
    return String(field)
  }
}

/// A table of a user's own names that cannot be used.
public struct PlaceOverridesError: Error, Hashable, Sendable, CustomStringConvertible {
  public let file: String
  /// From 1.
  public let line: Int
  public let reason: String

  public var description: String { "\(file):\(line): \(reason); correct the line and run again" }
}
