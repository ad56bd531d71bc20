internal import GeoModel

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

  /// Writes the next tokens down; how many they are, fewer than `limit` only at the end.
  mutating func cut(into tokens: UnsafeMutablePointer<Token>, limit: Int) -> Int {
    var count = 0
    while count < limit {
      count += plainRun(tokens + count, limit - count)
      guard count < limit, next(tokens + count) else { break }
      count += 1
    }
    return count
  }

  /// The same one by one, for text of any kind.
  @inline(never)
  private mutating func next(_ token: UnsafeMutablePointer<Token>) -> Bool {
    let before = position
    while position < end {
      let byte = text[position]
      let gap = position - before
      let close: Token.Traits = gap == 0 || gap == 1 && text[before] == 0x20 ? .isClose : .mayPart
      if byte < 0x80 {
        switch asciiClass(byte) {
        case .space, .invisible:
          position += 1
          continue
        case .letter:
          if !wordOfBytes(token, close) { word(token, close) }
        case .digit:
          if !plainNumber(token, close) { number(token, close) }
        default: plainMark(byte, token, close)
        }
        return true
      }
      guard let scalar = scalar(at: position) else { return false }
      switch kind(scalar) {
      case .space, .invisible:
        position += scalar.length
        continue
      case .letter: word(token, close)
      case .digit: number(token, close)
      default: mark(scalar, token, close)
      }
      return true
    }
    return false
  }

  // MARK: ASCII

  @inline(__always)
  private func asciiClass(_ byte: UInt8) -> CharacterClass {
    CharacterClass(rawValue: classes[Int(byte)]) ?? .other
  }

  /// Words of letters alone and marks, as long as there is nothing else but single spaces between them; how many.
  ///
  /// Eight bytes a step. It stops before a word that a digit, an apostrophe or something beyond ASCII may belong to,
  /// and near the end.
  private mutating func plainRun(_ tokens: UnsafeMutablePointer<Token>, _ limit: Int) -> Int {
    guard let base = text.baseAddress, let memory = folded.baseAddress else { return 0 }
    var made = 0
    // Where the last token ends, in the text and in its folded form.
    var (last, lastFolded) = (position, foldedCount)
    run: while made < limit, last &+ 9 < end {
      let start = base[last] == 0x20 ? last &+ 1 : last
      guard start &+ 8 < end else { break }
      var at = start
      var count = lastFolded
      var hash = WordHash.start
      let first = PlainLetters(base + at)
      UnsafeMutableRawPointer(memory + count).storeBytes(of: first.lowered.littleEndian, as: UInt64.self)
      count &+= first.count
      at &+= first.count
      if first.count > 0 { WordHash.extend(&hash, first.lowered & first.part) }
      var small = first.small
      var laterCapitals: UInt64 = 0
      var length = first.count
      while length == 8 {
        guard at &+ 8 < end else { break run }
        let more = PlainLetters(base + at)
        UnsafeMutableRawPointer(memory + count).storeBytes(of: more.lowered.littleEndian, as: UInt64.self)
        length = more.count
        count &+= length
        at &+= length
        if length > 0 { WordHash.extend(&hash, more.lowered & more.part) }
        small |= more.small
        laterCapitals |= more.capitals
      }
      let next = base[at]
      if at == start {
        guard Self.isPlainMark(next) else { break }
        memory[count] = next
        WordHash.extend(&hash, UInt64(next))
        (tokens + made).initialize(
          to: Token(
            start, start &+ 1, foldedStart: foldedOffset &+ lastFolded, foldedEnd: foldedOffset &+ count &+ 1,
            hash: hash, kind: .punctuation, casing: .none,
            traits: [.isASCII, .isPlain, .isClose, Marks.mayPart(next) ? .mayPart : []], mark: next))
        (last, lastFolded) = (start &+ 1, count &+ 1)
      } else {
        if next >= 0x80 || next == 0x27 || next &- 0x30 < 10 { break }
        let casing = Self.casing(
          small: small, first: first.capitals, later: laterCapitals, isSingle: at &- start == 1)
        (tokens + made).initialize(
          to: Token(
            start, at, foldedStart: foldedOffset &+ lastFolded, foldedEnd: foldedOffset &+ count, hash: hash,
            kind: .word, casing: casing, traits: [.isASCII, .isPlain, .isClose]))
        (last, lastFolded) = (at, count)
      }
      made &+= 1
    }
    (position, foldedCount) = (last, lastFolded)
    return made
  }

  /// Of a word by its small letters, the capitals among its first eight letters and those behind; without a branch,
  /// since where capitals stand is not to be foreseen.
  @inline(__always)
  private static func casing(small: UInt64, first: UInt64, later: UInt64, isSingle: Bool) -> Token.Casing {
    let isLower: UInt64 = first | later == 0 ? 1 : 0
    let isUpper: UInt64 = small == 0 ? 2 : 0
    let isCapitalized: UInt64 = (first ^ 0x20) | later == 0 ? 4 : 0
    let form = isLower | isUpper | isCapitalized | (isSingle ? 8 : 0)
    // A capital by itself begins a word rather than being one in capitals.
    return unsafeBitCast(UInt8(truncatingIfNeeded: casings &>> (form &* 4)) & 0xF, to: Token.Casing.self)
  }

  /// Four bits for each form: the casing's raw value.
  private static let casings: UInt64 = 0x0101_0303_0201_0203

  /// Whether a byte of ASCII is a mark by itself: no letter, digit or space, and nothing that is not seen.
  @inline(__always)
  private static func isPlainMark(_ byte: UInt8) -> Bool {
    let isLetter = byte | 0x20 &- 0x61 < 26
    return byte > 0x20 && byte < 0x7F && !isLetter && byte &- 0x30 >= 10
  }

  /// The same byte by byte, with digits, and with apostrophes between letters.
  private mutating func wordOfBytes(_ token: UnsafeMutablePointer<Token>, _ close: Token.Traits) -> Bool {
    var at = position
    var count = foldedCount
    var letters = 0
    var capitals = 0
    var isPlain = true
    scan: while at < end {
      let byte = text[at]
      if byte >= 0x80 { return false }
      switch asciiClass(byte) {
      case .letter:
        letters += 1
        capitals += Int(~byte >> 5 & 1)
        append(byte | 0x20, &count)
      case .digit: append(byte, &count)
      case .apostrophe:
        guard at + 1 < end else { break scan }
        if text[at + 1] >= 0x80 { return false }
        guard asciiClass(text[at + 1]) == .letter else { break scan }
        isPlain = false
      default: break scan
      }
      at += 1
    }
    let startsCapital = text[position] & 0x20 == 0
    let casing = Self.casing(letters: letters, capitals: capitals, startsCapital: startsCapital)
    finish(
      token, at, count, hash(to: count), .word, casing,
      isPlain ? [.isASCII, .isPlain, close] : [.isASCII, close])
    return true
  }

  private mutating func plainNumber(_ token: UnsafeMutablePointer<Token>, _ close: Token.Traits) -> Bool {
    var at = position
    var count = foldedCount
    while at < end {
      let byte = text[at]
      if byte >= 0x80 { return false }
      if asciiClass(byte) != .digit {
        guard byte == 0x2E || byte == 0x2C, at + 1 < end else { break }
        if text[at + 1] >= 0x80 { return false }
        guard asciiClass(text[at + 1]) == .digit else { break }
      }
      append(byte, &count)
      at += 1
    }
    finish(token, at, count, hash(to: count), .number, .none, [.isASCII, .isPlain, close])
    return true
  }

  @inline(__always)
  private mutating func plainMark(
    _ byte: UInt8, _ token: UnsafeMutablePointer<Token>, _ close: Token.Traits
  ) {
    var count = foldedCount
    append(byte, &count)
    var hash = WordHash.start
    WordHash.extend(&hash, UInt64(byte))
    finish(
      token, position + 1, count, hash, .punctuation, .none,
      [.isASCII, .isPlain, close, Marks.mayPart(byte) ? .mayPart : []], mark: byte)
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
    _ token: UnsafeMutablePointer<Token>, _ stop: Int, _ count: Int, _ hash: UInt64, _ kind: Token.Kind,
    _ casing: Token.Casing, _ traits: Token.Traits, mark: UInt8 = 0
  ) {
    token.initialize(
      to: Token(
        position, stop, foldedStart: foldedOffset &+ foldedCount, foldedEnd: foldedOffset &+ count,
        hash: hash,
        kind: kind, casing: casing, traits: traits, mark: mark))
    position = stop
    foldedCount = count
  }

  @inline(__always)
  private static func casing(letters: Int, capitals: Int, startsCapital: Bool) -> Token.Casing {
    if capitals == 0 { return .lower }
    if capitals == letters, letters > 1 { return .upper }
    return capitals == 1 && startsCapital ? .capitalized : .mixed
  }

  // MARK: Any script

  private mutating func word(_ token: UnsafeMutablePointer<Token>, _ close: Token.Traits) {
    var at = position
    var count = foldedCount
    var letters = 0
    var capitals = 0
    var startsCapital = false
    var isSmall = true
    scan: while let scalar = scalar(at: at) {
      let kind = kind(scalar)
      switch kind {
      case .letter: isSmall = isSmall && Folding.isSmall(scalar.value, folds)
      case .mark, .invisible: isSmall = false
      case .digit where letters > 0: isSmall = false
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
    finish(
      token, at, count, hash(to: count), .word, casing, isSmall && letters > 0 ? [.isSmall, close] : close)
  }

  private func isLetter(_ at: Int) -> Bool { scalar(at: at).map { kind($0) == .letter } ?? false }

  private mutating func number(_ token: UnsafeMutablePointer<Token>, _ close: Token.Traits) {
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
    finish(token, at, count, hash(to: count), .number, .none, close)
  }

  private mutating func mark(
    _ scalar: Scalar, _ token: UnsafeMutablePointer<Token>, _ close: Token.Traits
  ) {
    var count = foldedCount
    for index in position..<(position + scalar.length) { append(text[index], &count) }
    finish(
      token, position + scalar.length, count, hash(to: count), .punctuation, .none, [close, .mayPart],
      mark: 255)
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
    let (value, length) = UTF8Scalar.read(text, index, end: end)
    return Scalar(value: value, length: length)
  }
}
