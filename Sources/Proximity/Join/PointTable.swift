package import GeoModel

/// All rows of a file, kept in memory to be found by position.
package struct PointTable: Sendable {
  package private(set) var rows = PointRows()
  /// What the columns are called in the output.
  let names: [String]

  package init(names: [String]) {
    self.names = names
  }

  package var positions: [Coordinate] { rows.positions }

  package mutating func append(_ other: PointRows) { rows.append(other) }
}
