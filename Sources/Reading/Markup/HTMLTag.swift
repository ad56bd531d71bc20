/// One tag of HTML.
struct HTMLTag {
  let name: String
  let isClosing: Bool
  /// Has no content: `<br>`, `<img …/>`.
  let isEmpty: Bool
  private let attributes: Range<Int>

  /// `nil` for comments, declarations and the like.
  init?(_ text: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound + 1
    isClosing = text[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let start = index
    while index < range.upperBound, Self.isNameByte(text[index]) { index += 1 }
    guard index > start, Self.isLetter(text[start]) else { return nil }
    name = String(
      decoding: text[start..<index].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    let last = range.upperBound - 2
    isEmpty = HTMLNames.empty.contains(name) || (last >= index && text[last] == UInt8(ascii: "/"))
    attributes = min(index, range.upperBound - 1)..<(range.upperBound - 1)
  }

  /// The end of the tag, comment or declaration that starts at `start` with `<`; `nil` when it is only
  /// a `<` in text.
  static func end(_ text: [UInt8], _ start: Int) -> Int? {
    let next = start + 1
    guard next < text.count else { return nil }
    if text[next...].starts(with: [0x21, 0x2D, 0x2D]) {
      var index = next + 3
      while index + 2 < text.count {
        if text[index] == 0x2D, text[index + 1] == 0x2D, text[index + 2] == 0x3E { return index + 3 }
        index += 1
      }
      return text.count
    }
    let first = text[next] == UInt8(ascii: "/") && next + 1 < text.count ? text[next + 1] : text[next]
    guard isLetter(first) || text[next] == UInt8(ascii: "!") || text[next] == UInt8(ascii: "?") else {
      return nil
    }
    // A tag of more than 16 KB is none: an unclosed quote must not swallow the page.
    let limit = min(text.count, start + 1 << 14)
    var quote: UInt8?
    var fallback: Int?
    for index in next..<limit {
      let byte = text[index]
      if let open = quote {
        if byte == open { quote = nil }
        if byte == UInt8(ascii: ">"), fallback == nil { fallback = index + 1 }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if byte == UInt8(ascii: "<") {
        return fallback
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), text[index - 1] == UInt8(ascii: "=")
      {
        quote = byte
      }
    }
    return fallback
  }

  /// Where the closing tag of a raw element (`script`) stands, from `start` on.
  static func rawEnd(_ text: [UInt8], _ start: Int, name: String) -> Int {
    let wanted = Array(("</" + name).utf8)
    var index = start
    while index + wanted.count <= text.count {
      if text[index] == 0x3C, zip(text[index...], wanted).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
        return index
      }
      index += 1
    }
    return text.count
  }

  func attribute(_ name: String, _ text: [UInt8]) -> String? {
    attributeRange(name, text).map { String(decoding: text[$0], as: UTF8.self) }
  }

  /// The bytes of an attribute's value, without its quotes.
  func attributeRange(_ wanted: String, _ text: [UInt8]) -> Range<Int>? {
    var index = attributes.lowerBound
    let end = attributes.upperBound
    while index < end {
      while index < end, !Self.isNameByte(text[index]) { index += 1 }
      let nameStart = index
      while index < end, Self.isNameByte(text[index]) { index += 1 }
      let name = nameStart..<index
      while index < end, text[index] <= 0x20 { index += 1 }
      guard index < end, text[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < end, text[index] <= 0x20 { index += 1 }
      guard index < end else { return nil }
      let quote = text[index]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      if isQuoted { index += 1 }
      let start = index
      while index < end, isQuoted ? text[index] != quote : text[index] > 0x20 { index += 1 }
      if zip(text[name], wanted.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }), name.count == wanted.utf8.count
      {
        return start..<index
      }
      if isQuoted { index += 1 }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x3A).contains(byte) || byte == 0x2D || byte == 0x5F
  }
}
