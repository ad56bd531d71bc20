/// The text of a cell, folded into lines.
enum CellText {
  /// Lines of at most `width` columns, broken at blanks, else after hyphens and slashes, else anywhere.
  static func lines(_ text: String, width: Int) -> [String] {
    guard text.displayWidth > width else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.displayWidth + 1 + word.displayWidth <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var rest = word
      while rest.displayWidth > width {
        let end = breakable(rest, width: width)
        lines.append(String(rest[..<end]))
        rest = rest[end...]
      }
      line = String(rest)
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The longest part that cannot be broken well.
  static func longestWord(_ text: String) -> Int {
    text.split(separator: " ").map(\.displayWidth).max() ?? 0
  }

  /// Where a word that is too long is broken; never at its start.
  private static func breakable(_ word: Substring, width: Int) -> Substring.Index {
    var columns = 0
    var best: Substring.Index?
    var index = word.startIndex
    while index < word.endIndex {
      let next = word.index(after: index)
      columns += word[index..<next].displayWidth
      if columns > width { break }
      if word[index] == "-" || word[index] == "/" { best = next }
      index = next
    }
    return best ?? (index > word.startIndex ? index : word.index(after: index))
  }
}
