extension ArraySlice<UInt8> {
  /// Whether a text surely has no white space but single spaces between words, and nothing that is not seen: what
  /// most rows of words of most texts are.
  package var hasPlainBlanks: Bool {
    withUnsafeBufferPointer { bytes in
      var before: UInt8 = 0x20
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x20 where before != 0x20, 0x21..<0x7F: break
        // Dashes and quotation marks: U+2010 to U+2027.
        case 0xE2:
          guard index + 2 < bytes.count, bytes[index + 1] == 0x80, 0x90...0xA7 ~= bytes[index + 2] else {
            return false
          }
        // No-break spaces and soft hyphens.
        case 0x80...0xBF where before == 0xC2:
          if byte == 0x85 || byte == 0xA0 || byte == 0xAD { return false }
        // Letters of Latin and Cyrillic.
        case 0x80...0xCA, 0xD0...0xD1: break
        default: return false
        }
        before = byte
      }
      return before != 0x20
    }
  }
}
