/// Characters that show nothing, or that change how others are read.
enum HiddenCharacters {
  static func contain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
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
