/// What a character means to the tokenizer.
enum CharacterClass: UInt8 {
  case letter, digit, mark, apostrophe, invisible, space, other

  /// The first value beyond the table; what follows is looked up in Unicode's own data.
  static let tableSize: UInt32 = 0x3000
  static let table: [UInt8] = (0..<tableSize).map { of($0).rawValue }

  init(_ value: UInt32) {
    self =
      value < Self.tableSize
      ? CharacterClass(rawValue: Self.table[Int(value)]) ?? .other
      : Self.of(value)
  }

  private static func of(_ value: UInt32) -> CharacterClass {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: return .letter
    case 0x30...0x39: return .digit
    case 0x27, 0x2018, 0x2019, 0x02BC, 0x02BB: return .apostrophe
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return .invisible
    // 0x1F: blanked markup, see `PageText`.
    case 0x09...0x0D, 0x1F, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      return .space
    case 0..<0x80: return .other
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return .other }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .decimalNumber: return .digit
    default: return .other
    }
  }
}
