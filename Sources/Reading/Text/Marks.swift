/// Punctuation marks by what they do.
enum Marks {
  static let comma: UInt32 = 0x2C
  static let fullStop: UInt32 = 0x2E

  /// `.` `!` `?` `…` and their like in other scripts.
  static func isTerminal(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x2E, 0x3F, 0x61F, 0x964, 0x2026, 0x203C, 0x2047, 0x2048, 0x2049, 0x3002: true
    default: false
    }
  }

  /// What may follow the end of a sentence and belongs to it: quotes and brackets.
  static func isCloser(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x2A, 0x5D, 0x7D, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x203A: true
    default: false
    }
  }

  /// What may stand before the first word of a sentence.
  static func isOpener(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x28, 0x2D, 0x5B, 0xA1, 0xAB, 0xBB, 0xBF, 0x2013, 0x2014, 0x2018, 0x201A, 0x201C, 0x201D,
      0x201E, 0x2022, 0x2039:
      true
    default: false
    }
  }

  static func isBullet(_ value: UInt32) -> Bool {
    switch value {
    case 0x2A, 0x2D, 0xB7, 0x2013, 0x2014, 0x2022, 0x2023, 0x2043, 0x2192, 0x2219, 0x25A0, 0x25AA, 0x25BA,
      0x25C6,
      0x25CB, 0x25CF, 0x2610, 0x2611, 0x27A4:
      true
    default: false
    }
  }

  /// Whether a mark of one byte is one of those below.
  @inline(__always)
  static func mayPart(_ byte: UInt8) -> Bool {
    let bits: UInt64 = byte < 0x40 ? 1 << 0x2F | 1 << 0x3E : 1 << (0x5C - 0x40) | 1 << (0x7C - 0x40)
    return bits >> UInt64(byte & 0x3F) & 1 != 0
  }

  /// Marks between the parts of a menu.
  static func isSeparator(_ value: UInt32) -> Bool {
    switch value {
    case 0x7C, 0xB7, 0x203A, 0x2022, 0x2192, 0x2219, 0x2502, 0x25CF: true
    default: false
    }
  }

  /// The same only with a space on both sides.
  static func isSpacedSeparator(_ value: UInt32) -> Bool {
    value == 0x2F || value == 0x3E || value == 0x5C || value == 0xBB
  }

  /// The scalar of a punctuation token; 0 for words and numbers.
  @inline(__always)
  static func value(of token: Token, in utf8: [UInt8]) -> UInt32 {
    guard token.mark == 255 else { return UInt32(token.mark) }
    return utf8.withUnsafeBufferPointer { value(of: token, in: $0) }
  }

  @inline(__always)
  static func value(of token: Token, in utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard token.mark == 255 else { return UInt32(token.mark) }
    let range = token.range
    let start = range.lowerBound
    let first = UInt32(utf8[start])
    switch range.count {
    case 1: return first
    case 2: return (first & 0x1F) << 6 | UInt32(utf8[start + 1] & 0x3F)
    case 3: return (first & 0x0F) << 12 | UInt32(utf8[start + 1] & 0x3F) << 6 | UInt32(utf8[start + 2] & 0x3F)
    default: return 0xFFFD
    }
  }
}
