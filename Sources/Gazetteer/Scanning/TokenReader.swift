internal import GeoModel

/// Reads tokens of UTF-8 text one after the other and folds them.
struct TokenReader {
  /// Bytes of a folded token; a longer one is part of no name.
  static let capacity = 120
  /// Bytes of memory for one token: the zeros behind it and the width of the last store included.
  static let slotSize = capacity + 16

  let text: UnsafeBufferPointer<UInt8>
  let tables: FoldTables
  private(set) var position: Int
  /// Where the range ends.
  let end: Int
  private var lastLetters = 0

  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ tables: FoldTables) {
    self.text = text
    self.tables = tables
    position = range.lowerBound
    end = range.upperBound
  }

  /// Moves to the next token that does not begin with an ASCII small letter.
  ///
  /// Only for when no token is waiting: it does not look at what may join.
  @inline(__always)
  mutating func skipSmallWords() {
    while position < end {
      let byte = text[position]
      guard byte < 0x80 else { return }
      let entry = tables.asciiEntry(byte)
      if entry.has(FoldEntry.isLowercase) {
        skipWord()
      } else if entry.has(FoldEntry.isToken) {
        return
      } else {
        position += 1
      }
    }
  }

  /// The token at the position if it is up to 16 plain letters and digits and nothing else can belong to it.
  @inline(__always)
  func plainToken(_ classes: UnsafePointer<ScanMemory.ByteClass>) -> PlainToken? {
    Self.plainToken(at: position, in: text, end: end, classes)
  }

  /// The same at any position of a range that ends at `end`.
  @inline(__always)
  static func plainToken(
    at start: Int, in text: UnsafeBufferPointer<UInt8>, end: Int,
    _ classes: UnsafePointer<ScanMemory.ByteClass>
  ) -> PlainToken? {
    guard start < end, start + 16 < text.count, let base = text.baseAddress else { return nil }
    let bytes = base + start
    let most = min(16, end - start)
    // Letters eight at a time; digits are few.
    var count = PlainLetters(bytes).count
    if count == 8 { count += PlainLetters(bytes + 8).count }
    while count < most, classes[Int(bytes[count])] == .plain { count += 1 }
    count = min(count, most)
    guard count > 0 else { return nil }
    let next = start + count < end ? classes[Int(bytes[count])] : .wall
    guard next == .gap || next == .wall else { return nil }
    return PlainToken(count: count, hash: KeyHash.plainToken(bytes, count), last: bytes[count - 1] | 0x20)
  }

  struct PlainToken {
    let count: Int
    let hash: UInt64
    /// The last byte, folded.
    let last: UInt8
  }

  /// To the start of a token, when none is waiting.
  @inline(__always)
  mutating func jump(to start: Int) { position = start }

  /// Only for when no token is waiting.
  @inline(__always)
  mutating func skip(_ bytes: Int) { position += bytes }

  /// Ends at an apostrophe too, since a capital may follow it ("d'Odesa").
  @inline(__always)
  private mutating func skipWord() {
    while position < end {
      let (entry, length, _) = tables.entry(text, at: position, end: end)
      if !entry.has(FoldEntry.isToken | FoldEntry.isTransparent) || entry.has(FoldEntry.isApostrophe) {
        return
      }
      position += length
    }
  }

  /// Reads the next token into `slot`, which has `slotSize` bytes; `false` at the end of the range.
  @inline(__always)
  mutating func next(
    _ token: inout ScannedToken, _ slot: UnsafeMutablePointer<UInt8>,
    _ classes: UnsafePointer<ScanMemory.ByteClass>
  ) -> Bool {
    var gap = Gap(lettersBefore: lastLetters)
    while position < end {
      let (entry, length, value) = tables.entry(text, at: position, end: end)
      if entry.has(FoldEntry.isToken) { break }
      gap.add(entry, value)
      position += length
    }
    guard position < end else { return false }
    token = ScannedToken()
    token.isJoined = gap.joins
    if !readPlain(&token, slot, classes) { read(&token, slot) }
    return true
  }

  /// Reads plain letters and digits eight at a time; `false` where something else may belong to the token.
  @inline(__always)
  private mutating func readPlain(
    _ token: inout ScannedToken, _ slot: UnsafeMutablePointer<UInt8>,
    _ classes: UnsafePointer<ScanMemory.ByteClass>
  ) -> Bool {
    guard let plain = plainToken(classes), let base = text.baseAddress else { return false }
    let (bytes, folded) = (UnsafeRawPointer(base + position), UnsafeMutableRawPointer(slot))
    for offset in stride(from: 0, to: 16, by: 8) {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) | 0x2020_2020_2020_2020
      folded.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
    }
    folded.storeBytes(of: 0, toByteOffset: plain.count, as: UInt64.self)
    token.startsLowercase = base[position] >= UInt8(ascii: "a")
    token.start = position
    position += plain.count
    token.end = position
    token.count = plain.count
    token.hash = plain.hash
    lastLetters = plain.count
    return true
  }

  private mutating func read(_ token: inout ScannedToken, _ slot: UnsafeMutablePointer<UInt8>) {
    token.start = position
    token.end = position
    var letters = 0
    var apostrophe = -1
    while position < end {
      let (entry, length, value) = tables.entry(text, at: position, end: end)
      if entry.has(FoldEntry.isToken) {
        if letters == 0 { token.startsLowercase = entry.has(FoldEntry.isLowercase) }
        if apostrophe >= 0 {
          token.stemEnd = apostrophe
          token.stemCount = token.count
          if token.tailCount == 0 {
            token.tailStart = position
            token.tailCount = token.count
            token.tailIsLowercase = entry.has(FoldEntry.isLowercase)
          }
          apostrophe = -1
        }
        letters += 1
        append(entry, value, &token, slot)
        position += length
        token.end = position
      } else if entry.has(FoldEntry.isTransparent) {
        if entry.has(FoldEntry.isApostrophe), apostrophe < 0 { apostrophe = position }
        position += length
        // An accent or an invisible character belongs to the letter before it.
        if apostrophe < 0 { token.end = position }
      } else {
        break
      }
    }
    position = token.end
    lastLetters = letters
    UnsafeMutableRawPointer(slot + token.count).storeBytes(of: 0, as: UInt64.self)
    token.hash = KeyHash.token(slot, token.count)
  }

  @inline(__always)
  private func append(
    _ entry: FoldEntry, _ value: UInt32, _ token: inout ScannedToken, _ slot: UnsafeMutablePointer<UInt8>
  ) {
    if token.count + FoldOverflow.capacity > Self.capacity {
      token.isCut = true
    } else if entry.count == FoldEntry.overflow {
      for byte in tables.longForm(value) {
        slot[token.count] = byte
        token.count += 1
      }
    } else {
      UnsafeMutableRawPointer(slot + token.count).storeBytes(of: entry.payload.littleEndian, as: UInt64.self)
      token.count += entry.count
    }
  }
}
