/// The arithmetic decomposition of Hangul syllables (The Unicode Standard, section 3.12).
enum Hangul {
  /// Leading consonant, vowel and, if any, trailing consonant of a syllable; `nil` for any other scalar.
  static func parts(_ value: UInt32) -> [Unicode.Scalar]? {
    guard value >= 0xAC00, value <= 0xD7A3 else { return nil }
    let index = value - 0xAC00
    let trailing = index % 28
    let values =
      [0x1100 + index / 588, 0x1161 + index % 588 / 28] + (trailing > 0 ? [0x11A7 + trailing] : [])
    return values.compactMap(Unicode.Scalar.init)
  }
}
