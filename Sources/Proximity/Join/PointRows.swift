package import GeoModel

/// Rows of a file that have a position, with their text.
package struct PointRows: Sendable {
  package internal(set) var positions: [Coordinate] = []
  /// What ``records`` and ``ids`` point into.
  var bytes: [UInt8] = []
  /// The row in the form the output wants; empty when it wants none.
  var records: [Range<Int>] = []
  /// The row's id as a CSV field; empty for a row without one, which goes by its number.
  var ids: [Range<Int>] = []
  /// Line of a table or number of a feature, from 1.
  var numbers: [Int] = []
  /// The rows that were left out.
  package internal(set) var problems: [RowProblem] = []
  /// Rows that have something which there is no column for.
  package internal(set) var strays = 0

  package var count: Int { positions.count }

  /// The rows of both, in order.
  mutating func append(_ other: PointRows) {
    positions += other.positions
    numbers += other.numbers
    problems += other.problems
    strays += other.strays
    if other.records.isEmpty {
      // Only ids are wanted: close together, so that they stay near the processor.
      for id in other.ids {
        let start = bytes.count
        bytes += other.bytes[id]
        ids.append(start..<bytes.count)
      }
      return
    }
    let offset = bytes.count
    records += other.records.map { ($0.lowerBound + offset)..<($0.upperBound + offset) }
    ids += other.ids.map { ($0.lowerBound + offset)..<($0.upperBound + offset) }
    bytes += other.bytes
  }
}

extension PointRows {
  /// One row of others.
  mutating func append(_ i: Int, of other: PointRows) {
    positions.append(other.positions[i])
    numbers.append(other.numbers[i])
    func copy(_ span: Range<Int>) -> Range<Int> {
      let start = bytes.count
      bytes += other.bytes[span]
      return start..<bytes.count
    }
    ids.append(copy(other.ids[i]))
    if !other.records.isEmpty { records.append(copy(other.records[i])) }
  }
}

/// A row that cannot be used, and why.
public struct RowProblem: Hashable, Sendable {
  /// "line 17" or "feature 3".
  public let place: String
  public let reason: String
}

/// The form of a row's text in the output.
enum RowForm: Sendable {
  /// Not wanted.
  case none
  /// Fields separated by commas.
  case csv
  /// Members of a JSON object, without its braces.
  case json
}

/// What is known of all rows of a file before they are read.
struct RowShape: Sendable {
  /// The columns besides the position's, and those too in a table.
  var columns: [String]
  /// The same, as they are called in the output.
  var names: [String]
}
