internal import GeoModel

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
  /// The texts of all cells, one behind the other, row by row.
  private var text = JSONWriter()
  /// Where each of them ends, and the columns it takes on a terminal.
  private var cells: [(end: Int, width: Int)] = []
  /// By column the greatest width.
  private var natural: [Int]

  init(_ columns: [(title: String, alignment: Alignment)]) {
    alignments = columns.map(\.alignment)
    natural = columns.map { _ in 0 }
    for column in columns { add(column.title) }
  }

  /// Makes room for about so many rows more.
  mutating func reserve(rows: Int) {
    text.reserve(rows * alignments.count * Self.usualWidth)
    cells.reserveCapacity(cells.count + rows * alignments.count)
  }

  /// Bytes of most cells.
  private static let usualWidth = 10

  /// - Parameter cells: one for each column; made safe for a terminal here.
  mutating func add(_ cells: [String]) {
    precondition(cells.count == alignments.count, "a row must have a cell for each column")
    for cell in cells { add(cell) }
  }

  /// The next cell of a row; made safe for a terminal here.
  mutating func add(_ cell: String) {
    var cell = cell
    let isPlain = cell.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return false }
      text.append(raw: bytes)
      return true
    }
    if isPlain { return endCell(width: text.count - (cells.last?.end ?? 0)) }
    var safe = SafeText.line(cell)
    safe.withUTF8 { text.append(raw: $0) }
    endCell(width: safe.displayWidth)
  }

  /// The next cell of a row.
  ///
  /// - Parameter write: writes its text, which is nothing but letters, digits and marks of ASCII.
  mutating func add(_ write: (inout JSONWriter) -> Void) {
    write(&text)
    endCell(width: text.count - (cells.last?.end ?? 0))
  }

  private mutating func endCell(width: Int) {
    let column = cells.count % alignments.count
    natural[column] = max(natural[column], width)
    cells.append((text.count, width))
  }

  var isEmpty: Bool { cells.count == alignments.count }

  /// Writes the lines, the titles first, each behind a margin.
  func write(to output: inout JSONWriter, margin: StaticString, on screen: Screen = .output) {
    if !screen.showsColor, Self.total(natural) <= screen.width ?? .max {
      output.reserve(cells.count / alignments.count * (Self.total(natural) + margin.utf8CodeUnitCount + 1))
      return forEachPlainLine { line in
        output.append(raw: margin)
        output.append(raw: line)
        output.append(raw: "\n")
      }
    }
    for var line in lines(on: screen) {
      output.append(raw: margin)
      line.withUTF8 { output.append(raw: $0) }
      output.append(raw: "\n")
    }
  }

  /// Calls `body` with each row on one line, without spaces at its end.
  private func forEachPlainLine(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var line = JSONWriter()
    line.reserve(Self.total(natural))
    text.withBytes { text in
      let text = text.bindMemory(to: UInt8.self)
      var (start, column, blanks) = (0, 0, 0)
      for cell in cells {
        let rest = natural[column] - cell.width
        let isRight = alignments[column] == .right
        line.append(byte: UInt8(ascii: " "), count: blanks + (isRight ? rest : 0))
        line.append(raw: UnsafeBufferPointer(rebasing: text[start..<cell.end]))
        blanks = 2 + (isRight ? 0 : rest)
        start = cell.end
        column += 1
        if column < alignments.count { continue }
        line.withBytes { bytes in
          let bytes = bytes.bindMemory(to: UInt8.self)
          let end = bytes.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? 0
          body(UnsafeBufferPointer(rebasing: bytes[..<end]))
        }
        line.removeAll()
        (column, blanks) = (0, 0)
      }
    }
  }

  /// The texts of the cells.
  private var rows: [[String]] {
    text.withBytes { text in
      var start = 0
      let texts = cells.map { cell in
        defer { start = cell.end }
        return String(decoding: text[start..<cell.end], as: UTF8.self)
      }
      return stride(from: 0, to: texts.count, by: alignments.count).map {
        Array(texts[$0..<$0 + alignments.count])
      }
    }
  }

  /// The lines, the titles first; without spaces at their ends.
  func lines(on screen: Screen = .output) -> [String] {
    let rows = rows
    let room = screen.width ?? .max
    var shown = Array(alignments.indices)
    if Self.total(natural) > room { shown.removeAll { alignments[$0] == .whole } }
    let below = alignments.indices.filter { !shown.contains($0) }
    var widths = shown.map { natural[$0] }
    if Self.total(widths) > room { widths = fitted(rows, widths, shown, room: room) }
    if Self.total(widths) > room { return records(rows, on: screen) }
    return rows.enumerated().flatMap { number, row in
      let lines = folded(row, shown, widths)
      if number == 0 { return lines.map(screen.bold) }
      return lines + below.map { screen.faint("  " + row[$0]) }
    }
  }

  private static func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + 2 * max(0, widths.count - 1) }

  /// The widths with the widest texts narrowed until all fit: to their longest words, then to eight columns.
  private func fitted(_ rows: [[String]], _ natural: [Int], _ shown: [Int], room: Int) -> [Int] {
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
  private func records(_ rows: [[String]], on screen: Screen) -> [String] {
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
