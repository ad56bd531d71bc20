/// Combining marks that a name keeps its identity without: accents, vowel points, enclosing marks.
///
/// Vowel signs of Indic, Thai and similar scripts are letters in all but category and stay.
enum DroppedMarks {
  static func contains(_ value: UInt32) -> Bool {
    switch value {
    case 0x0300...0x036F, 0x0483...0x0489,  // Latin, Greek, Cyrillic
      0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7,  // Hebrew points
      0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E4, 0x06E7...0x06E8,
      0x06EA...0x06ED,  // Arabic
      0x1AB0...0x1ACE, 0x1DC0...0x1DFF, 0x20D0...0x20F0, 0xFE00...0xFE0F, 0xFE20...0xFE2F:
      true
    default: false
    }
  }
}
