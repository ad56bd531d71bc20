/// Splits UTF-8 text into words, numbers and punctuation marks.
///
/// A word is a run of letters and combining marks; an apostrophe between letters stays inside
/// (`Kyiv's`, `Odesa'da`), a hyphen does not. A number is a run of digits with inner `.` and `,`
/// groups (`3.04`, `1.200`). Everything else but white space is a mark of its own. Invisible
/// characters (soft hyphen, zero width) neither split nor appear in the folded form.
public enum Tokenizer {
  /// Appends the tokens of `range` to `result`.
  public static func tokenize(_ utf8: [UInt8], _ range: Range<Int>, into result: inout TokenizedText) {
    var cursor = Scanner(utf8: utf8, position: range.lowerBound, end: range.upperBound)
    while let scalar = cursor.peek() {
      switch CharacterClass(scalar.value) {
      case .space, .invisible: cursor.advance(scalar)
      case .letter: result.append(word(&cursor, &result.folded))
      case .digit: result.append(number(&cursor, &result.folded))
      default: result.append(mark(&cursor, &result.folded))
      }
    }
  }

  private static func word(_ cursor: inout Scanner, _ folded: inout [UInt8]) -> Token {
    let start = cursor.position
    let foldedStart = folded.count
    var letters = 0
    var capitals = 0
    var startsCapital = false
    while let scalar = cursor.peek() {
      switch CharacterClass(scalar.value) {
      case .letter:
        let isCapital = Folding.isUppercase(scalar.value)
        if letters == 0 { startsCapital = isCapital }
        letters += 1
        capitals += isCapital ? 1 : 0
      case .apostrophe where cursor.letterFollows(scalar): break
      case .digit where letters > 0: break
      case .mark, .invisible: break
      default:
        return token(start, cursor.position, foldedStart, folded, .word, letters, capitals, startsCapital)
      }
      Folding.append(scalar.value, to: &folded)
      cursor.advance(scalar)
    }
    return token(start, cursor.position, foldedStart, folded, .word, letters, capitals, startsCapital)
  }

  private static func number(_ cursor: inout Scanner, _ folded: inout [UInt8]) -> Token {
    let start = cursor.position
    let foldedStart = folded.count
    while let scalar = cursor.peek() {
      let isDigit = CharacterClass(scalar.value) == .digit
      let isSeparator = (scalar.value == 0x2E || scalar.value == 0x2C) && cursor.digitFollows(scalar)
      guard isDigit || isSeparator else { break }
      Folding.append(scalar.value, to: &folded)
      cursor.advance(scalar)
    }
    return token(start, cursor.position, foldedStart, folded, .number, 0, 0, false)
  }

  private static func mark(_ cursor: inout Scanner, _ folded: inout [UInt8]) -> Token {
    let start = cursor.position
    let foldedStart = folded.count
    if let scalar = cursor.peek() {
      cursor.advance(scalar)
      folded.append(contentsOf: cursor.utf8[start..<cursor.position])
    }
    return token(start, cursor.position, foldedStart, folded, .punctuation, 0, 0, false)
  }

  private static func token(
    _ start: Int, _ end: Int, _ foldedStart: Int, _ folded: [UInt8], _ kind: Token.Kind,
    _ letters: Int, _ capitals: Int, _ startsCapital: Bool
  ) -> Token {
    let casing: Token.Casing =
      switch (letters, capitals) {
      case (0, _): .none
      case (_, 0): .lower
      case (let l, let c) where l == c && l > 1: .upper
      case (_, 1) where startsCapital: .capitalized
      default: .mixed
      }
    return Token(
      range: start..<end, foldedRange: foldedStart..<folded.count,
      hash: WordHash.of(folded[foldedStart..<folded.count]), kind: kind, casing: casing)
  }
}

/// Reads Unicode scalars from valid UTF-8.
private struct Scanner {
  struct Scalar { let value: UInt32, length: Int }

  let utf8: [UInt8]
  var position: Int
  let end: Int

  func peek() -> Scalar? { scalar(at: position) }

  mutating func advance(_ scalar: Scalar) { position += scalar.length }

  func letterFollows(_ scalar: Scalar) -> Bool {
    guard let next = self.scalar(at: position + scalar.length) else { return false }
    return CharacterClass(next.value) == .letter
  }

  func digitFollows(_ scalar: Scalar) -> Bool {
    guard let next = self.scalar(at: position + scalar.length) else { return false }
    return CharacterClass(next.value) == .digit
  }

  private func scalar(at index: Int) -> Scalar? {
    guard index < end else { return nil }
    let first = UInt32(utf8[index])
    switch first {
    case 0..<0x80: return Scalar(value: first, length: 1)
    case 0xC0..<0xE0 where index + 1 < end:
      return Scalar(value: (first & 0x1F) << 6 | UInt32(utf8[index + 1] & 0x3F), length: 2)
    case 0xE0..<0xF0 where index + 2 < end:
      return Scalar(
        value: (first & 0x0F) << 12 | UInt32(utf8[index + 1] & 0x3F) << 6 | UInt32(utf8[index + 2] & 0x3F),
        length: 3)
    case 0xF0..<0xF8 where index + 3 < end:
      return Scalar(
        value: (first & 0x07) << 18 | UInt32(utf8[index + 1] & 0x3F) << 12
          | UInt32(utf8[index + 2] & 0x3F) << 6 | UInt32(utf8[index + 3] & 0x3F),
        length: 4)
    default: return Scalar(value: 0xFFFD, length: 1)
    }
  }
}

extension TokenizedText {
  fileprivate mutating func append(_ token: Token) { tokens.append(token) }
}
