/// Splits UTF-8 text into words, numbers and punctuation marks.
///
/// A word is a run of letters and combining marks; an apostrophe between letters stays inside
/// (`Kyiv's`, `Odesa'da`), a hyphen does not. A number is a run of digits with inner `.` and `,`
/// groups (`3.04`, `1.200`). Everything else but white space is a mark of its own. Invisible
/// characters (soft hyphen, zero width) neither split nor appear in the folded form.
public enum Tokenizer {
  /// Appends the tokens of `range` to `result`. Takes time in proportion to the range.
  public static func tokenize(_ utf8: [UInt8], _ range: Range<Int>, into result: inout TokenizedText) {
    utf8.withUnsafeBufferPointer { bytes in
      CharacterClass.table.withUnsafeBufferPointer { classes in
        Folding.table.withUnsafeBufferPointer { folds in
          var cursor = Scanner(
            utf8: bytes, classes: classes, folds: folds, position: range.lowerBound, end: range.upperBound)
          while let scalar = cursor.peek() {
            switch cursor.kind(scalar) {
            case .space, .invisible: cursor.advance(scalar)
            case .letter: word(&cursor, &result)
            case .digit: number(&cursor, &result)
            default: mark(&cursor, &result)
            }
          }
        }
      }
    }
  }

  private static func word(_ cursor: inout Scanner, _ result: inout TokenizedText) {
    let start = cursor.position
    let foldedStart = result.folded.count
    var hash = WordHash.start
    var letters = 0
    var capitals = 0
    var startsCapital = false
    scan: while let scalar = cursor.peek() {
      let kind = cursor.kind(scalar)
      switch kind {
      case .letter, .mark, .invisible: break
      case .digit where letters > 0: break
      case .apostrophe where cursor.follows(scalar, .letter): break
      default: break scan
      }
      let isCapital = cursor.fold(scalar, &result.folded, &hash)
      if kind == .letter {
        if letters == 0 { startsCapital = isCapital }
        letters += 1
        capitals += isCapital ? 1 : 0
      }
      cursor.advance(scalar)
    }
    let casing: Token.Casing =
      switch (letters, capitals) {
      case (_, 0): .lower
      case (let l, let c) where l == c && l > 1: .upper
      case (_, 1) where startsCapital: .capitalized
      default: .mixed
      }
    result.tokens.append(
      Token(
        range: start..<cursor.position, foldedRange: foldedStart..<result.folded.count, hash: hash,
        kind: .word, casing: casing))
  }

  private static func number(_ cursor: inout Scanner, _ result: inout TokenizedText) {
    let start = cursor.position
    let foldedStart = result.folded.count
    var hash = WordHash.start
    while let scalar = cursor.peek() {
      let isDigit = cursor.kind(scalar) == .digit
      let isSeparator = (scalar.value == 0x2E || scalar.value == 0x2C) && cursor.follows(scalar, .digit)
      guard isDigit || isSeparator else { break }
      _ = cursor.fold(scalar, &result.folded, &hash)
      cursor.advance(scalar)
    }
    result.tokens.append(
      Token(
        range: start..<cursor.position, foldedRange: foldedStart..<result.folded.count, hash: hash,
        kind: .number, casing: .none))
  }

  private static func mark(_ cursor: inout Scanner, _ result: inout TokenizedText) {
    let start = cursor.position
    let foldedStart = result.folded.count
    var hash = WordHash.start
    guard let scalar = cursor.peek() else { return }
    cursor.advance(scalar)
    for index in start..<cursor.position {
      result.folded.append(cursor.utf8[index])
      WordHash.extend(&hash, cursor.utf8[index])
    }
    result.tokens.append(
      Token(
        range: start..<cursor.position, foldedRange: foldedStart..<result.folded.count, hash: hash,
        kind: .punctuation, casing: .none))
  }
}

/// Reads Unicode scalars from valid UTF-8.
private struct Scanner {
  struct Scalar { let value: UInt32, length: Int }

  let utf8: UnsafeBufferPointer<UInt8>
  let classes: UnsafeBufferPointer<UInt8>
  let folds: UnsafeBufferPointer<UInt64>
  var position: Int
  let end: Int

  @inline(__always)
  func peek() -> Scalar? { scalar(at: position) }

  @inline(__always)
  mutating func advance(_ scalar: Scalar) { position += scalar.length }

  @inline(__always)
  func kind(_ scalar: Scalar) -> CharacterClass {
    guard scalar.value < CharacterClass.tableSize else { return CharacterClass(scalar.value) }
    return CharacterClass(rawValue: classes[Int(scalar.value)]) ?? .other
  }

  /// Appends the folded form; tells whether the scalar is a capital.
  @inline(__always)
  func fold(_ scalar: Scalar, _ bytes: inout [UInt8], _ hash: inout UInt64) -> Bool {
    guard scalar.value < Folding.tableSize else {
      return Folding.append(scalar.value, to: &bytes, hash: &hash)
    }
    return Folding.append(packed: folds[Int(scalar.value)], to: &bytes, hash: &hash)
  }

  func follows(_ scalar: Scalar, _ kind: CharacterClass) -> Bool {
    guard let next = self.scalar(at: position + scalar.length) else { return false }
    return self.kind(next) == kind
  }

  @inline(__always)
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
