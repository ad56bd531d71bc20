extension JSONParser {
  /// Reads a string from its opening quote to behind its closing one.
  mutating func string() throws(JSONParseError) -> String {
    let open = at
    at += 1
    let start = at
    at = ByteScan.firstSpecial(bytes, from: at)
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      let text = UnsafeBufferPointer(rebasing: bytes[start..<at])
      at += 1
      return try decoded(text, open)
    }
    let text = try stringWithEscapes(open: open, from: start)
    return try text.withUnsafeBufferPointer { (text) throws(JSONParseError) in try decoded(text, open) }
  }

  /// The same as UTF-8 bytes.
  mutating func stringBytes() throws(JSONParseError) -> [UInt8] {
    let open = at
    at += 1
    let start = at
    at = ByteScan.firstSpecial(bytes, from: at)
    let text = try stringWithEscapes(open: open, from: start)
    guard UTF8Check.isValid(text) else { throw notUTF8(open) }
    return text
  }

  private func controlCharacter() -> JSONParseError {
    error("a control character in a string must be escaped (byte \(bytes[at]))")
  }

  private func notUTF8(_ open: Int) -> JSONParseError { error("this string is not UTF-8", at: open) }

  /// `String(validating:as:)` asks for generic types anew at each string, which takes longer than checking twice.
  private func decoded(_ text: UnsafeBufferPointer<UInt8>, _ open: Int) throws(JSONParseError) -> String {
    guard UTF8Check.isValid(text) else { throw notUTF8(open) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a string from `start` on, of which those before the cursor are as they should be.
  private mutating func stringWithEscapes(open: Int, from start: Int) throws(JSONParseError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(min(bytes.count - start, Self.likelyRest))
    text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return text
      case UInt8(ascii: "\\"): try escape(into: &text)
      case ..<0x20: throw controlCharacter()
      default:
        let run = at
        at = ByteScan.firstSpecial(bytes, from: at)
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<at]))
      }
    }
    throw error("this string is not closed", at: open)
  }

  /// No room for more is asked for at once, since most strings are short.
  private static let likelyRest = 1 << 14

  private mutating func escape(into text: inout [UInt8]) throws(JSONParseError) {
    let start = at
    at += 2
    guard start + 1 < bytes.count else { return }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[start + 1])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try unicodeEscape(start)
      text.append(contentsOf: Character(scalar).utf8)
    default: throw error("there is no such escape in JSON", at: start)
    }
  }

  private mutating func unicodeEscape(_ start: Int) throws(JSONParseError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    {
      at += 2
      let second = try hexadecimal()
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw error("half of a surrogate pair is no character", at: start)
  }

  private mutating func hexadecimal() throws(JSONParseError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < bytes.count, let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else {
        throw error("four hexadecimal digits should follow \\u")
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
}
