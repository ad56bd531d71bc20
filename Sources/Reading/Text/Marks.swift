/// Punctuation marks by what they do.
enum Marks {
  /// `.` `!` `?` `…` and their like in other scripts.
  static let terminals: Set<UInt32> = [
    0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0x61F, 0x964, 0x203C, 0x2047, 0x2048, 0x2049,
  ]
  /// What may follow the end of a sentence and belongs to it: quotes and brackets.
  static let closers: Set<UInt32> = [
    0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0xAB, 0x2019, 0x201D, 0x201C, 0x2018, 0x203A, 0x2A,
  ]
  /// What may stand before the first word of a sentence.
  static let openers: Set<UInt32> = [
    0x22, 0x27, 0x28, 0x5B, 0xAB, 0xBB, 0x2018, 0x201C, 0x201E, 0x201D, 0x201A, 0x2039, 0x2013, 0x2014, 0x2D,
    0x2022,
    0xBF, 0xA1,
  ]
  static let bullets: Set<UInt32> = [
    0x2022, 0x2D, 0x2A, 0xB7, 0x2013, 0x2014, 0x25CF, 0x25CB, 0x25AA, 0x25A0, 0x25BA, 0x2023, 0x2043, 0x2219,
    0x2610, 0x2611, 0x25C6, 0x27A4, 0x2192,
  ]
  /// Marks between the parts of a menu.
  static let separators: Set<UInt32> = [0x7C, 0xB7, 0x2022, 0x203A, 0x2219, 0x25CF, 0x2502, 0x2192]
  /// The same only with a space on both sides.
  static let spacedSeparators: Set<UInt32> = [0x3E, 0x2F, 0xBB, 0x5C]
  static let dashes: Set<UInt32> = [0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212]
  static let comma: UInt32 = 0x2C
  static let fullStop: UInt32 = 0x2E

  /// The scalar of a punctuation token; 0 for words and numbers.
  static func value(of token: Token, in utf8: [UInt8]) -> UInt32 {
    guard token.kind == .punctuation else { return 0 }
    let start = token.range.lowerBound
    let first = UInt32(utf8[start])
    switch token.range.count {
    case 1: return first
    case 2: return (first & 0x1F) << 6 | UInt32(utf8[start + 1] & 0x3F)
    case 3: return (first & 0x0F) << 12 | UInt32(utf8[start + 1] & 0x3F) << 6 | UInt32(utf8[start + 2] & 0x3F)
    default: return 0xFFFD
    }
  }
}
