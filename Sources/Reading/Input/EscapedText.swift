/// Reads the string of a JSON text piece by piece.
struct EscapedText {
  /// Why it is no string.
  struct Broken: Error { let reason: String }

  /// The closing quote was read.
  private(set) var isAtEnd = false

  /// Appends what a piece says; returns how many of its bytes were used, which are all but an escape that is cut.
  mutating func read(
    _ piece: ArraySlice<UInt8>, into text: inout [UInt8]
  ) throws(Broken) -> Int {
    var at = piece.startIndex
    while at < piece.endIndex {
      let run = piece[at...].firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C } ?? piece.endIndex
      text.append(contentsOf: piece[at..<run])
      at = run
      guard at < piece.endIndex else { break }
      if piece[at] == 0x22 {
        isAtEnd = true
        return at + 1 - piece.startIndex
      }
      guard piece[at] == 0x5C else {
        throw Broken(reason: "a control character in a string must be escaped (byte \(piece[at]))")
      }
      guard let used = try Self.escape(piece[at...], into: &text) else { break }
      at += used
    }
    return at - piece.startIndex
  }

  /// The bytes of the escape that a piece begins with; `nil` when it is cut.
  private static func escape(_ piece: ArraySlice<UInt8>, into text: inout [UInt8]) throws(Broken) -> Int? {
    guard piece.count >= 2 else { return nil }
    switch piece[piece.startIndex + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(piece[piece.startIndex + 1])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): return try unicode(piece, into: &text)
    default: throw Broken(reason: "there is no such escape in JSON")
    }
    return 2
  }

  private static func unicode(_ piece: ArraySlice<UInt8>, into text: inout [UInt8]) throws(Broken) -> Int? {
    guard piece.count >= 6 else { return nil }
    let first = try hexadecimal(piece.dropFirst(2).prefix(4))
    if let scalar = Unicode.Scalar(first) {
      text.append(contentsOf: Character(scalar).utf8)
      return 6
    }
    if first < 0xDC00 {
      guard piece.count >= 12 else { return nil }
      if piece.dropFirst(6).starts(with: [0x5C, 0x75]) {
        let second = try hexadecimal(piece.dropFirst(8).prefix(4))
        if (0xDC00...0xDFFF).contains(second),
          let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        {
          text.append(contentsOf: Character(scalar).utf8)
          return 12
        }
      }
    }
    throw Broken(reason: "half of a surrogate pair is no character")
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) throws(Broken) -> UInt32 {
    guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), digits.first != 0x2B else {
      throw Broken(reason: "four hexadecimal digits should follow \\u")
    }
    return value
  }
}
