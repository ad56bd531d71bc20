internal import Reading

/// What rules look at again and again of a tagged text: pointers into memory that others hold, so that nobody counts
/// references at each look.
struct TextParts {
  let utf8: UnsafeBufferPointer<UInt8>
  let sentences: UnsafeBufferPointer<Sentence>
  let tokens: UnsafeBufferPointer<Token>
  let tags: UnsafeMutableBufferPointer<WordTag>
  let isEnglish: Bool
  let isTurkish: Bool

  /// `true` for a word that ends in an apostrophe and s.
  func isPossessive(_ index: Int) -> Bool { Self.isPossessive(tokens[index], utf8) }

  static func isPossessive(_ token: Token, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = token.range.upperBound
    guard token.kind == .word, !token.isPlain, token.range.count > 2,
      utf8[end - 1] | 0x20 == UInt8(ascii: "s")
    else {
      return false
    }
    if utf8[end - 2] == 0x27 { return true }
    return token.range.count > 4 && utf8[end - 2] == 0x99 && utf8[end - 3] == 0x80 && utf8[end - 4] == 0xE2
  }

  /// The single byte of a punctuation mark, 0 for anything else; dashes and quotes are `-` and `"`.
  func mark(_ index: Int) -> UInt8 {
    let token = tokens[index]
    guard token.kind == .punctuation else { return 0 }
    let range = token.range
    let first = utf8[range.lowerBound]
    if range.count == 1 { return first }
    guard range.count == 3, first == 0xE2, utf8[range.lowerBound + 1] == 0x80 else {
      return range.count == 2 && first == 0xC2 ? UInt8(ascii: "\"") : 1
    }
    switch utf8[range.lowerBound + 2] {
    case 0x90...0x95: return UInt8(ascii: "-")
    case 0x98...0x9F: return UInt8(ascii: "\"")
    default: return 1
    }
  }
}
