/// Text of documents is untrusted: it may move the cursor, or turn the reading order of a line.
enum SafeText {
  /// The text on one line, with control, bidirectional and other invisible format characters
  /// shown as `\u{202E}`; a line end or a tab becomes one space.
  static func line(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    guard text.unicodeScalars.contains(where: { isUnsafe($0) }) else { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": safe.append(" ")
      case _ where isUnsafe(scalar): safe += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// Joiners stay, as Persian and Indic spelling needs them.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    // Letters and marks of Latin, Greek and Cyrillic; none but the soft hyphen is invisible.
    if 0xA0..<0x483 ~= scalar.value { return false }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format: return scalar != "\u{200C}" && scalar != "\u{200D}" && scalar != "\u{AD}"
    default: return false
    }
  }
}
