public import GeoModel

/// Which pairs a join is after.
public enum JoinRule: Hashable, Sendable {
  /// All that are at most so far apart.
  case within(Meters)
  /// For each row of the first file the nearest so many of the second.
  case nearest(Int)
}

/// How a join's rows are written.
public enum JoinFormat: Sendable {
  /// Ids and distances.
  case pairs
  /// All columns of both files and the distances.
  case csv
  /// One GeoJSON Feature a line: the line between the two, with the columns of both.
  case links
}

/// What became of a part of the rows asked about.
package struct JoinOutput: Sendable {
  package var text: [UInt8] = []
  package var pairs = 0
  package var rows = 0
  package var problems: [RowProblem] = []
  package var strays = 0
  /// Bytes of the file that it was made of.
  package var consumed = 0
}
