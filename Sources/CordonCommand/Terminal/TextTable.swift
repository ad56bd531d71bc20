/// Columns for people, aligned with spaces, without lines.
///
/// In a file or a pipe every row is one line. On a terminal that is too narrow for that, the widest texts are folded
/// within their columns; on one too narrow for columns every row becomes a paragraph. Nothing is cut.
struct TextTable {
  enum Alignment {
    case left, right
    /// To the left and in one piece, to be copied: on a line of its own below the row where there is no room.
    case whole
  }

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
  func lines(on screen: Screen = .output) -> [String] {
    var natural = alignments.map { _ in 0 }
    for row in rows {
      for (column, cell) in row.enumerated() { natural[column] = max(natural[column], cell.displayWidth) }
    }
    let room = screen.width ?? .max
    var shown = Array(alignments.indices)
    if Self.total(natural) > room { shown.removeAll { alignments[$0] == .whole } }
    let below = alignments.indices.filter { !shown.contains($0) }
    var widths = shown.map { natural[$0] }
    if Self.total(widths) <= room { return plain(shown, widths, below, on: screen) }
    widths = fitted(widths, shown, room: room)
    if Self.total(widths) > room { return records(on: screen) }
    return rows.enumerated().flatMap { number, row in
      let lines = folded(row, shown, widths)
      if number == 0 { return lines.map(screen.bold) }
      return lines + below.map { screen.faint("  " + row[$0]) }
    }
  }

  /// The rows, each on one line but for what stands below.
  private func plain(_ shown: [Int], _ widths: [Int], _ below: [Int], on screen: Screen) -> [String] {
    var lines: [String] = []
    lines.reserveCapacity(rows.count * (1 + below.count))
    var line: [UInt8] = []
    for (number, row) in rows.enumerated() {
      line.removeAll(keepingCapacity: true)
      var blanks = 0
      for (column, width) in zip(shown, widths) {
        let rest = width - row[column].displayWidth
        if alignments[column] == .right { blanks += rest }
        line.append(contentsOf: repeatElement(UInt8(ascii: " "), count: blanks))
        line.append(contentsOf: row[column].utf8)
        blanks = 2 + (alignments[column] == .right ? 0 : rest)
      }
      while line.last == UInt8(ascii: " ") { line.removeLast() }
      let text = String(decoding: line, as: UTF8.self)
      lines.append(number == 0 ? screen.bold(text) : text)
      if number > 0 { lines += below.map { screen.faint("  " + row[$0]) } }
    }
    return lines
  }

  private static func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + 2 * max(0, widths.count - 1) }

  /// The widths with the widest texts narrowed until all fit: to their longest words, then to eight columns.
  private func fitted(_ natural: [Int], _ shown: [Int], room: Int) -> [Int] {
    var widths = natural
    for isLast in [false, true] {
      let least = shown.enumerated().map { place, column -> Int in
        guard alignments[column] == .left else { return natural[place] }
        let words = rows.map { CellText.longestWord($0[column]) }.max() ?? 0
        return isLast ? min(8, natural[place]) : words
      }
      while Self.total(widths) > room {
        let loose = widths.indices.filter { widths[$0] > least[$0] }
        guard let widest = loose.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
      }
    }
    return widths
  }

  /// Every row as its titles and texts, one below the other.
  private func records(on screen: Screen) -> [String] {
    rows.dropFirst().flatMap { row in
      let pairs = zip(rows[0], row).filter { !$0.1.isEmpty }
      return labelled(Array(pairs), on: screen) + [""]
    }
  }

  /// One row, its texts folded into the widths.
  private func folded(_ row: [String], _ shown: [Int], _ widths: [Int]) -> [String] {
    let cells = zip(shown, widths).map { CellText.lines(row[$0], width: max(1, $1)) }
    return (0..<(cells.map(\.count).max() ?? 1)).map { number in
      var line = ""
      for (place, cell) in cells.enumerated() {
        let text = number < cell.count ? cell[number] : ""
        let space = String(repeating: " ", count: max(0, widths[place] - text.displayWidth))
        if place > 0 { line += "  " }
        line += alignments[shown[place]] == .right ? space + text : text + space
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Names and values, one pair to a line, the values aligned; folded on a narrow terminal.
func labelled(_ pairs: [(String, String)], on screen: Screen = .output) -> [String] {
  let width = pairs.map(\.0.displayWidth).max() ?? 0
  return pairs.flatMap { label, value in
    let room = max(20, (screen.width ?? .max) - width - 2)
    return CellText.lines(SafeText.line(value), width: room).enumerated().map { number, line in
      let name = number == 0 ? label : ""
      return screen.bold(name) + String(repeating: " ", count: width - name.displayWidth + 2) + line
    }
  }
}
