/// A template of a report, in the part of Mustache that reports need (mustache(5), 1.4).
///
/// Values, escaped in two braces and as they are in three; sections, which views, lists, texts and `true` open;
/// inverted sections; parts; and `last()`, which holds for the last of a list. A tag of a section or a part that
/// stands alone on its line takes the line with it.
struct Template {
  indirect enum Token {
    case text([UInt8])
    case value(Name, isEscaped: Bool)
    case section(Name, isInverted: Bool, [Token])
    case part(String)
  }

  /// `date`, or `w.date` for what the view named first has under the second name.
  struct Name {
    let first: String
    let rest: String?

    init(_ text: String) {
      let parts = text.split(separator: ".", maxSplits: 1)
      first = parts.first.map(String.init) ?? ""
      rest = parts.count > 1 ? String(parts[1]) : nil
    }
  }

  /// A tag that is not closed, or closed by another name.
  struct Malformed: Error {}

  let tokens: [Token]

  /// - Throws: ``Malformed``.
  init(_ text: String) throws(Malformed) {
    var parser = Parser(bytes: Array(text.utf8))
    tokens = try parser.tokens(within: nil)
  }
}

extension Template {
  private struct Parser {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameter section: the one whose tokens these are, which a tag of this name ends; `nil` for all of the text.
    mutating func tokens(within section: String?) throws(Malformed) -> [Token] {
      var tokens: [Token] = []
      var text: [UInt8] = []
      func endText() {
        if !text.isEmpty { tokens.append(.text(text)) }
        text = []
      }
      while position < bytes.count {
        guard bytes[position...].starts(with: "{{".utf8) else {
          text.append(bytes[position])
          position += 1
          continue
        }
        let start = position
        let (sign, name) = try tag()
        let isOfLine = sign == "#" || sign == "^" || sign == "/" || sign == ">"
        if isOfLine, let end = endOfLine(from: start) {
          while text.last.map(Self.isBlank) ?? false { text.removeLast() }
          position = end
        }
        endText()
        switch sign {
        case "#", "^":
          let inner = try self.tokens(within: name)
          tokens.append(.section(Name(name), isInverted: sign == "^", inner))
        case "/":
          guard name == section else { throw Malformed() }
          return tokens
        case ">": tokens.append(.part(name))
        default: tokens.append(.value(Name(name), isEscaped: sign != "{"))
        }
      }
      endText()
      guard section == nil else { throw Malformed() }
      return tokens
    }

    /// What a tag begins with, if not with its name; and its name.
    private mutating func tag() throws(Malformed) -> (sign: Unicode.Scalar?, name: String) {
      position += 2
      guard position < bytes.count else { throw Malformed() }
      let first = Unicode.Scalar(bytes[position])
      let sign = "#^/>{".unicodeScalars.contains(first) ? first : nil
      if sign != nil { position += 1 }
      let start = position
      let end = sign == "{" ? "}}}" : "}}"
      while position < bytes.count, !bytes[position...].starts(with: end.utf8) { position += 1 }
      guard position < bytes.count else { throw Malformed() }
      let name = bytes[start..<position].split(whereSeparator: Self.isBlank)
      position += end.utf8.count
      guard name.count == 1, !name[0].contains(where: { "\n{}".utf8.contains($0) }) else { throw Malformed() }
      return (sign, String(decoding: name[0], as: UTF8.self))
    }

    /// Where the next line begins, when nothing but the tag that ends here stands on its line.
    ///
    /// - Parameter start: of the tag.
    private func endOfLine(from start: Int) -> Int? {
      let before = bytes[..<start].reversed().drop(while: Self.isBlank).first
      guard before == nil || before == UInt8(ascii: "\n") else { return nil }
      let end = bytes[position...].drop(while: Self.isBlank).startIndex
      if end == bytes.count { return end }
      return bytes[end] == UInt8(ascii: "\n") ? end + 1 : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
  }
}
