/// Cuts one token after the other off a text and writes their folded forms side by side.
///
/// Words, numbers and marks of nothing but ASCII take one step for each byte; all others go through Unicode's tables.
struct TokenCutter {
  private let text: UnsafeBufferPointer<UInt8>
  private let end: Int
  private let classes: UnsafeBufferPointer<UInt8>
  private let folds: UnsafeBufferPointer<UInt64>
  private let folded: UnsafeMutableBufferPointer<UInt8>
  /// Where `folded` begins in the folded forms of all tokens.
  private let foldedOffset: Int
  private var position: Int
  private(set) var foldedCount = 0

  /// - Parameter folded: has room for all that `text` can fold to.
  init(
    text: UnsafeBufferPointer<UInt8>, end: Int, classes: UnsafeBufferPointer<UInt8>,
    folds: UnsafeBufferPointer<UInt64>, folded: UnsafeMutableBufferPointer<UInt8>, foldedOffset: Int,
    position: Int
  ) {
    self.text = text
    self.end = end
    self.classes = classes
    self.folds = folds
    self.folded = folded
    self.foldedOffset = foldedOffset
    self.position = position
  }

  @inline(__always)
  mutating func next() -> Token? {
    while position < end {
      let byte = text[position]
      if byte == 0x20 {
        position += 1
        continue
      }
      if byte < 0x80 {
        switch asciiClass(byte) {
        case .space, .invisible: position += 1
        case .letter: return plainWord() ?? wordOfBytes() ?? word()
        case .digit: return plainNumber() ?? number()
        default: return plainMark(byte)
        }
        continue
      }
      guard let scalar = scalar(at: position) else { return nil }
      switch kind(scalar) {
      case .space, .invisible: position += scalar.length
      case .letter: return word()
      case .digit: return number()
      default: return mark(scalar)
      }
    }
    return nil
  }

  // MARK: ASCII

  @inline(__always)
  private func asciiClass(_ byte: UInt8) -> CharacterClass {
    CharacterClass(rawValue: classes[Int(byte)]) ?? .other
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The top bit of each byte that is not below `least`; bytes are below 0x80.
  @inline(__always)
  private static func notBelow(_ least: UInt64, _ word: UInt64) -> UInt64 {
    (word &+ (0x80 &- least) &* ones) & tops
  }

  /// A word of letters and digits alone, eight bytes a step.
  ///
  /// `nil`, with nothing changed, when an apostrophe or something beyond ASCII may belong to it, and near the end.
  @inline(__always)
  private mutating func plainWord() -> Token? {
    var at = position
    var count = foldedCount
    var hash = WordHash.start
    // What is seen of letters; processors need not be able to count bits.
    var hasSmall = false
    var hasCapital = false
    var hasCapitals = false
    while true {
      guard at + 8 < end, let base = text.baseAddress, let memory = folded.baseAddress else { return nil }
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
      let small = (word | 0x20 &* Self.ones) & ~Self.tops
      let isLetter = Self.notBelow(0x61, small) & ~Self.notBelow(0x7B, small) & ~word
      // Bit 5 of a digit is set already.
      let isDigit =
        Self.notBelow(0x30, word & ~Self.tops) & ~Self.notBelow(0x3A, word & ~Self.tops) & ~word
      let others = ~(isLetter | isDigit) & Self.tops
      let length = others.trailingZeroBitCount >> 3
      UnsafeMutableRawPointer(memory + count).storeBytes(of: small.littleEndian, as: UInt64.self)
      // All bits below the first byte that belongs to no word.
      let part: UInt64 = length == 8 ? ~0 : (1 << UInt64(8 * length)) &- 1
      let capitals = isLetter >> 2 & ~word & part
      if capitals != 0 {
        if hasCapital || capitals & (capitals &- 1) != 0 { hasCapitals = true }
        hasCapital = true
      }
      if isLetter >> 2 & word & part != 0 { hasSmall = true }
      count += length
      at += length
      if length == 8 {
        WordHash.extend(&hash, small)
        continue
      }
      if length > 0 { WordHash.extend(&hash, small & part) }
      let next = text[at]
      if next >= 0x80 || next == 0x27 { return nil }
      let casing: Token.Casing
      if !hasCapital {
        casing = .lower
      } else if hasCapitals, !hasSmall {
        casing = .upper
      } else {
        casing = !hasCapitals && text[position] & 0x20 == 0 ? .capitalized : .mixed
      }
      return finish(at, count, hash, .word, casing, isASCII: true)
    }
  }

  /// The same byte by byte, with apostrophes between letters.
  private mutating func wordOfBytes() -> Token? {
    var at = position
    var count = foldedCount
    var letters = 0
    var capitals = 0
    scan: while at < end {
      let byte = text[at]
      if byte >= 0x80 { return nil }
      switch asciiClass(byte) {
      case .letter:
        letters += 1
        capitals += Int(~byte >> 5 & 1)
        append(byte | 0x20, &count)
      case .digit: append(byte, &count)
      case .apostrophe:
        guard at + 1 < end else { break scan }
        if text[at + 1] >= 0x80 { return nil }
        guard asciiClass(text[at + 1]) == .letter else { break scan }
      default: break scan
      }
      at += 1
    }
    let startsCapital = text[position] & 0x20 == 0
    let casing = Self.casing(letters: letters, capitals: capitals, startsCapital: startsCapital)
    return finish(at, count, hash(to: count), .word, casing, isASCII: true)
  }

  private mutating func plainNumber() -> Token? {
    var at = position
    var count = foldedCount
    while at < end {
      let byte = text[at]
      if byte >= 0x80 { return nil }
      if asciiClass(byte) != .digit {
        guard byte == 0x2E || byte == 0x2C, at + 1 < end else { break }
        if text[at + 1] >= 0x80 { return nil }
        guard asciiClass(text[at + 1]) == .digit else { break }
      }
      append(byte, &count)
      at += 1
    }
    return finish(at, count, hash(to: count), .number, .none, isASCII: true)
  }

  @inline(__always)
  private mutating func plainMark(_ byte: UInt8) -> Token {
    var count = foldedCount
    append(byte, &count)
    var hash = WordHash.start
    WordHash.extend(&hash, UInt64(byte))
    return finish(position + 1, count, hash, .punctuation, .none, isASCII: true)
  }

  @inline(__always)
  private func append(_ byte: UInt8, _ count: inout Int) {
    folded[count] = byte
    count += 1
  }

  /// Of what was appended since the last token.
  private func hash(to count: Int) -> UInt64 {
    WordHash.of(UnsafeBufferPointer(rebasing: folded[foldedCount..<count]))
  }

  @inline(__always)
  private mutating func finish(
    _ stop: Int, _ count: Int, _ hash: UInt64, _ kind: Token.Kind, _ casing: Token.Casing, isASCII: Bool
  ) -> Token {
    let token = Token(
      range: position..<stop, foldedRange: (foldedOffset + foldedCount)..<(foldedOffset + count), hash: hash,
      kind: kind, casing: casing, isASCII: isASCII)
    position = stop
    foldedCount = count
    return token
  }

  @inline(__always)
  private static func casing(letters: Int, capitals: Int, startsCapital: Bool) -> Token.Casing {
    if capitals == 0 { return .lower }
    if capitals == letters, letters > 1 { return .upper }
    return capitals == 1 && startsCapital ? .capitalized : .mixed
  }

  // MARK: Any script

  private mutating func word() -> Token {
    var at = position
    var count = foldedCount
    var letters = 0
    var capitals = 0
    var startsCapital = false
    scan: while let scalar = scalar(at: at) {
      let kind = kind(scalar)
      switch kind {
      case .letter, .mark, .invisible: break
      case .digit where letters > 0: break
      case .apostrophe where isLetter(at + scalar.length): break
      default: break scan
      }
      let isCapital = fold(scalar, &count)
      if kind == .letter {
        if letters == 0 { startsCapital = isCapital }
        letters += 1
        capitals += isCapital ? 1 : 0
      }
      at += scalar.length
    }
    let casing = Self.casing(letters: letters, capitals: capitals, startsCapital: startsCapital)
    return finish(at, count, hash(to: count), .word, casing, isASCII: false)
  }

  private func isLetter(_ at: Int) -> Bool { scalar(at: at).map { kind($0) == .letter } ?? false }

  private mutating func number() -> Token {
    var at = position
    var count = foldedCount
    while let scalar = scalar(at: at) {
      if kind(scalar) != .digit {
        guard scalar.value == 0x2E || scalar.value == 0x2C, let next = self.scalar(at: at + 1),
          kind(next) == .digit
        else { break }
      }
      _ = fold(scalar, &count)
      at += scalar.length
    }
    return finish(at, count, hash(to: count), .number, .none, isASCII: false)
  }

  private mutating func mark(_ scalar: Scalar) -> Token {
    var count = foldedCount
    for index in position..<(position + scalar.length) { append(text[index], &count) }
    return finish(position + scalar.length, count, hash(to: count), .punctuation, .none, isASCII: false)
  }

  private struct Scalar { let value: UInt32, length: Int }

  @inline(__always)
  private func kind(_ scalar: Scalar) -> CharacterClass {
    guard scalar.value < CharacterClass.tableSize else { return CharacterClass(scalar.value) }
    return CharacterClass(rawValue: classes[Int(scalar.value)]) ?? .other
  }

  /// Appends the folded form; tells whether the scalar is a capital.
  @inline(__always)
  private func fold(_ scalar: Scalar, _ count: inout Int) -> Bool {
    guard scalar.value < Folding.tableSize else {
      let rare = Folding.rareForm(scalar.value)
      for byte in rare.bytes { append(byte, &count) }
      return rare.isUpper
    }
    var packed = folds[Int(scalar.value)]
    let isUpper = packed & Folding.isUpperFlag != 0
    for _ in 0..<((packed >> 56) & 7) {
      append(UInt8(truncatingIfNeeded: packed), &count)
      packed >>= 8
    }
    return isUpper
  }

  /// Reads a Unicode scalar from valid UTF-8.
  @inline(__always)
  private func scalar(at index: Int) -> Scalar? {
    guard index < end else { return nil }
    let first = UInt32(text[index])
    switch first {
    case 0..<0x80: return Scalar(value: first, length: 1)
    case 0xC0..<0xE0 where index + 1 < end:
      return Scalar(value: (first & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F), length: 2)
    case 0xE0..<0xF0 where index + 2 < end:
      return Scalar(
        value: (first & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F),
        length: 3)
    case 0xF0..<0xF8 where index + 3 < end:
      return Scalar(
        value: (first & 0x07) << 18 | UInt32(text[index + 1] & 0x3F) << 12
          | UInt32(text[index + 2] & 0x3F) << 6 | UInt32(text[index + 3] & 0x3F),
        length: 4)
    default: return Scalar(value: 0xFFFD, length: 1)
    }
  }
}
