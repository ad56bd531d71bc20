/// What a character means to the tokenizer.
enum CharacterClass {
  case letter, digit, mark, apostrophe, invisible, space, other

  init(_ value: UInt32) {
    if value < 0x80 {
      self = Self.ascii(UInt8(value))
      return
    }
    switch value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: self = .invisible
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: self = .space
    case 0x2018, 0x2019, 0x02BC, 0x02BB: self = .apostrophe
    default:
      guard let scalar = Unicode.Scalar(value) else {
        self = .other
        return
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: self = .letter
      case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
      case .decimalNumber: self = .digit
      default: self = .other
      }
    }
  }

  private static func ascii(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x30...0x39: .digit
    case 0x27: .apostrophe
    case 0x09...0x0D, 0x20: .space
    default: .other
    }
  }
}
