/// A table whose cells are escaped already.
struct MarkdownTable {
  let head: [String]
  var rows: [[String]] = []

  init(_ head: String...) { self.head = head }

  /// Traps when the row has another number of cells than the head.
  mutating func append(_ cells: String...) {
    precondition(cells.count == head.count, "a row must have a cell for every column")
    rows.append(cells)
  }

  /// Ends with an empty line; nothing at all without rows.
  var text: String {
    guard !rows.isEmpty else { return "" }
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rule = "|" + String(repeating: " --- |", count: head.count) + "\n"
    return line(head) + rule + rows.map(line).joined() + "\n"
  }
}
