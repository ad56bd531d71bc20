/// Columns for people, aligned with spaces; no colour, no lines, the same on every output.
struct TextTable {
  enum Alignment { case left, right }

  private let alignments: [Alignment]
  private var rows: [[String]]

  init(_ columns: [(title: String, alignment: Alignment)]) {
    alignments = columns.map(\.alignment)
    rows = [columns.map(\.title)]
  }

  /// - Parameter cells: one for each column; made safe for a terminal here.
  mutating func add(_ cells: [String]) {
    precondition(cells.count == alignments.count, "a row must have a cell for each column")
    rows.append(cells.map(SafeText.line))
  }

  var isEmpty: Bool { rows.count == 1 }

  /// The lines, the titles first; without spaces at their ends.
  func lines() -> [String] {
    let widths = alignments.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - cell.count)
        if column > 0 { line += "  " }
        line += alignments[column] == .right ? space + cell : cell + space
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Names and values, one pair to a line, the values aligned.
func labelled(_ pairs: [(String, String)]) -> [String] {
  let width = pairs.map(\.0.count).max() ?? 0
  return pairs.map { label, value in
    label + String(repeating: " ", count: width - label.count + 2) + SafeText.line(value)
  }
}
