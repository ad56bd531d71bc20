internal import Reading

/// What tells of some words that they are no name, or where a name in them ends.
extension TextParts {
  /// "I'll", "I'd".
  func isContraction(_ token: Int) -> Bool {
    let range = tokens[token].range
    guard range.count > 1, utf8[range.lowerBound] == UInt8(ascii: "I") else { return false }
    let next = utf8[range.lowerBound + 1]
    return next == 0x27 || next == 0xE2
  }

  /// "US$1 million".
  func isCurrency(_ end: Int) -> Bool {
    end < utf8.count && utf8[end] == UInt8(ascii: "$")
  }

  func isGeneric(_ index: Int) -> Bool {
    !tags[index].isDisjoint(with: [.adminAfter, .adminBefore]) && isEnglish
  }

  /// "În Edinburgh a plouat": no township of South Africa that is numbered "A".
  func isOneLetter(_ index: Int) -> Bool {
    let bytes = utf8[tokens[index].range]
    return bytes.count <= 2 && bytes.first.map { bytes.count == 1 || $0 & 0xE0 == 0xC0 } ?? false
  }

  /// Where a name ends when marks that nobody sees hang on to it: U+200B ... 200F, U+202A ... 202E, U+2060 ... 206F,
  /// the byte order mark and the soft hyphen.
  func endWithoutMarks(_ range: Range<Int>) -> Int {
    let bytes = utf8
    var end = range.upperBound
    while end > range.lowerBound + 3, bytes[end - 1] & 0xC0 == 0x80 {
      switch (bytes[end - 3], bytes[end - 2], bytes[end - 1]) {
      case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF),
        (0xEF, 0xBB, 0xBF):
        end -= 3
      case (_, 0xC2, 0xAD): end -= 2
      default: return end
      }
    }
    return end
  }
}
