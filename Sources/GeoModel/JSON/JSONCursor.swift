/// Walks through JSON text without making values of it; the text must outlive the cursor.
///
/// As strict as ``JSONValue`` about the grammar, save that bytes of 0x80 and more pass unchecked and that a name may
/// occur twice in an object.
public struct JSONCursor {
  public let bytes: UnsafeBufferPointer<UInt8>
  public var at: Int
  /// Where the text ends in ``bytes``.
  public let end: Int

  /// A part of the text; a string's is without its quotes and still escaped.
  public typealias Span = Range<Int>

  public init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    precondition(start >= 0 && start <= end && end <= bytes.count)
    self.bytes = bytes
    at = start
    self.end = end
  }

  @inline(__always)
  public mutating func skipBlanks() {
    while at < end, bytes[at] <= 0x20,
      bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09
    {
      at += 1
    }
  }

  /// The byte at the cursor, 0 at the end.
  @inline(__always)
  public var current: UInt8 { at < end ? bytes[at] : 0 }

  /// Moves on when `byte` stands here.
  @inline(__always)
  public mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    at += 1
    return true
  }

  func error(_ reason: String) -> GeoJSONError {
    var line = 1
    var column = 1
    for byte in bytes[..<min(at, end)] {
      if byte == 0x0A { (line, column) = (line + 1, 1) } else if byte & 0xC0 != 0x80 { column += 1 }
    }
    return GeoJSONError("\(reason), not \(found)", at: line == 1 ? "column \(column)" : "line \(line)")
  }

  private var found: String {
    guard at < end else { return "the end of the text" }
    return (0x21...0x7E).contains(bytes[at])
      ? "'\(Character(Unicode.Scalar(bytes[at])))'" : "byte \(bytes[at])"
  }

  /// Passes over a string; the cursor stands on its opening quote.
  @inline(__always)
  public mutating func string() throws(GeoJSONError) -> Span {
    guard take(UInt8(ascii: "\"")) else { throw error("a string should stand here") }
    let start = at
    while at < end {
      skipPlain(bytes, &at, end)
      guard at < end else { break }
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return start..<(at - 1)
      }
      if byte == UInt8(ascii: "\\") {
        try escape()
      } else {
        if byte < 0x20 { throw error("a control character in a string must be escaped") }
        at += 1
      }
    }
    throw error("this string is not closed; a quote should stand here")
  }

  private mutating func escape() throws(GeoJSONError) {
    at += 1
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 1
    case UInt8(ascii: "u"):
      at += 1
      for _ in 0..<4 {
        switch current {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
          UInt8(ascii: "A")...UInt8(ascii: "F"):
          at += 1
        default: throw error("four hexadecimal digits should follow \\u")
        }
      }
    default: throw error("one of \" \\ / b f n r t u should follow the backslash")
    }
  }

  /// Passes over a number.
  @inline(__always)
  public mutating func number() throws(GeoJSONError) -> Span {
    let start = at
    _ = take(UInt8(ascii: "-"))
    let first = current
    let whole = digits()
    if whole == 0 { throw error("a digit should stand here") }
    if whole > 1, first == UInt8(ascii: "0") {
      throw error("a number may not begin with 0 and another digit")
    }
    if take(UInt8(ascii: ".")), digits() == 0 { throw error("a digit should follow the decimal point") }
    if current | 0x20 == UInt8(ascii: "e") {
      at += 1
      if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
      if digits() == 0 { throw error("a digit should stand in the exponent") }
    }
    return start..<at
  }

  @inline(__always)
  private mutating func digits() -> Int {
    let start = at
    while at < end, bytes[at] &- UInt8(ascii: "0") <= 9 { at += 1 }
    return at - start
  }

  /// Passes over any value.
  public mutating func value(depth: Int = 0) throws(GeoJSONError) -> Span {
    let start = at
    switch current {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"):
      try enter(depth)
      if take(UInt8(ascii: "}")) { return start..<at }
      repeat {
        skipBlanks()
        _ = try string()
        try colon()
        _ = try value(depth: depth + 1)
        skipBlanks()
      } while take(UInt8(ascii: ","))
      if !take(UInt8(ascii: "}")) { throw error("a comma or } should stand here") }
    case UInt8(ascii: "["):
      try enter(depth)
      if take(UInt8(ascii: "]")) { return start..<at }
      repeat {
        skipBlanks()
        _ = try value(depth: depth + 1)
        skipBlanks()
      } while take(UInt8(ascii: ","))
      if !take(UInt8(ascii: "]")) { throw error("a comma or ] should stand here") }
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: _ = try number()
    }
    return start..<at
  }

  /// Passes over an object, giving `body` each name with the cursor on its value, which `body` passes over.
  ///
  /// - Parameter expected: what should stand here, for the error when no object does.
  @inline(__always)
  mutating func members(
    expected: StaticString, _ body: (inout JSONCursor, _ name: Span) throws(GeoJSONError) -> Void
  ) throws(GeoJSONError) {
    guard take(UInt8(ascii: "{")) else { throw error("\(expected) should stand here") }
    skipBlanks()
    if take(UInt8(ascii: "}")) { return }
    repeat {
      skipBlanks()
      let name = try string()
      try colon()
      try body(&self, name)
      skipBlanks()
    } while take(UInt8(ascii: ","))
    if !take(UInt8(ascii: "}")) { throw error("a comma or } should stand here") }
  }

  private mutating func enter(_ depth: Int) throws(GeoJSONError) {
    if depth >= JSONValue.defaultDepthLimit {
      throw error("nothing nested deeper than \(JSONValue.defaultDepthLimit) levels should stand here")
    }
    at += 1
    skipBlanks()
  }

  /// Passes over a colon and the blanks round it.
  @inline(__always)
  public mutating func colon() throws(GeoJSONError) {
    skipBlanks()
    if !take(UInt8(ascii: ":")) { throw error("a colon should stand here") }
    skipBlanks()
  }

  private mutating func word(_ word: StaticString) throws(GeoJSONError) {
    for i in 0..<word.utf8CodeUnitCount {
      if !take(word.utf8Start[i]) { throw error("a value should stand here") }
    }
  }

  @inline(__always)
  public func equals(_ span: Span, _ word: StaticString) -> Bool {
    guard span.count == word.utf8CodeUnitCount else { return false }
    for i in 0..<span.count where bytes[span.lowerBound + i] != word.utf8Start[i] { return false }
    return true
  }
}

/// Moves on to the next quote, backslash or control character, or to less than eight bytes before the end, eight
/// bytes at a time.
@inline(__always)
func skipPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: Int) {
  guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
  let ones: UInt64 = 0x0101_0101_0101_0101
  while at + 8 <= end {
    let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let found =
      (((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
        | ((word &- ones &* 0x20) & ~word))
      & (ones &* 0x80)
    // The lowest bit set is that of the first such byte; higher ones may be wrong.
    if found != 0 {
      at += found.trailingZeroBitCount / 8
      return
    }
    at += 8
  }
}
