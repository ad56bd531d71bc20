public import GeoModel

/// How far "near" and "next to" reach: one table for every kind of anchor, `data/nearness.tsv`.
///
/// No standard gives a default, so the table says for each row why; every footprint states the value used.
/// The distance is `per_radius` times the anchor's radius, within `least_m` ... `most_m`.
public struct NearnessTable: Sendable {
  public enum Closeness: String, Hashable, Sendable {
    case near
    /// Next to, beside, outside, in front of.
    case nextTo = "next_to"
  }

  private struct Key: Hashable {
    let anchor: String
    let closeness: Closeness
  }
  private struct Row {
    let least: Double
    let perRadius: Double
    let most: Double
  }
  private let rows: [Key: Row]

  /// - Throws: `TableError` when a row does not parse, or the rows of `site` and `settlement` are missing.
  public init(tsv: String, file: String) throws(TableError) {
    var rows: [Key: Row] = [:]
    let header = ["anchor", "closeness", "least_m", "per_radius", "most_m", "why"]
    for (line, fields) in try TableRows(tsv, file: file, header: header).rows {
      guard let closeness = Closeness(rawValue: fields[1]), let least = Double(fields[2]),
        let perRadius = Double(fields[3]), let most = Double(fields[4]), least > 0, perRadius >= 0,
        most >= least
      else {
        throw TableError(file: file, line: line, reason: "'\(fields.joined(separator: " "))' is no valid row")
      }
      rows[Key(anchor: fields[0], closeness: closeness)] = Row(least: least, perRadius: perRadius, most: most)
    }
    for anchor in ["site", "settlement"] {
      for closeness in [Closeness.near, .nextTo] where rows[Key(anchor: anchor, closeness: closeness)] == nil
      {
        throw TableError(file: file, line: 1, reason: "no row for \(anchor) \(closeness.rawValue)")
      }
    }
    self.rows = rows
  }

  /// The distance, and the row of the table that gives it.
  public func distance(_ closeness: Closeness, of anchor: FootprintAnchor) -> (Meters, row: String) {
    for name in Self.rowNames(anchor.kind) {
      if let row = rows[Key(anchor: name, closeness: closeness)]
        ?? (closeness == .nextTo && name != "site" ? rows[Key(anchor: name, closeness: .near)] : nil)
      {
        return (Meters(min(row.most, max(row.least, row.perRadius * anchor.radius.value))), name)
      }
    }
    return (Meters(500), "site")
  }

  private static func rowNames(_ kind: FootprintAnchor.Kind) -> [String] {
    switch kind {
    case .site(let tag): [tag, "site"]
    case .place(let level): ["\(level)", "settlement"]
    }
  }
}
