/// Characters that show nothing, or that change how others are read.
enum HiddenCharacters {
  static func contain(_ scalar: Unicode.Scalar) -> Bool {
    // Letters of Latin and Cyrillic script, which most texts are made of: all of them show.
    if (0xC0...0x24F).contains(scalar.value) || (0x400...0x482).contains(scalar.value) { return false }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: true
    case .format: scalar.value != 0x200C && scalar.value != 0x200D && scalar.value != 0xAD
    default: false
    }
  }

  /// `\u{202E}`, as text.
  static func shown(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }
}
