internal import GeoModel

/// What a scanner keeps from text to text: room for the tokens it reads ahead, and the answers for the keys it met
/// last, since words come again and the index lies far from the processor.
///
/// For one scan at a time; grows to some bytes for each capitalised word of the longest text.
public final class ScanMemory {
  static let ringSize = 16

  /// Room for the folded forms of the waiting tokens, as a ring, and one more to build inflected forms in.
  let slots: UnsafeMutablePointer<UInt8>
  let tokens: UnsafeMutablePointer<ScannedToken>
  /// By byte: what it is to a token of plain letters.
  let classes: UnsafeMutablePointer<ByteClass>
  let index: CompiledIndex
  @exclusivity(unchecked) var starts = NameStarts()
  /// The names found at the token at hand.
  @exclusivity(unchecked) var found = ValueRow<FoundName>()
  private let answers: UnsafeMutablePointer<NameSlot>
  private static let answerCount = 1 << 15

  enum ByteClass: UInt8 {
    /// Ends a token, and nothing behind it can belong to the token; a name may go on behind it.
    case gap
    /// The same, and no name goes on behind it.
    case wall
    /// A letter or digit that folds to itself with bit 5 set.
    case plain
    /// All else.
    case other
  }

  init(_ index: CompiledIndex) {
    self.index = index
    let bytes = (Self.ringSize + 1) * TokenReader.slotSize
    slots = .allocate(capacity: bytes)
    slots.initialize(repeating: 0, count: bytes)
    tokens = .allocate(capacity: Self.ringSize)
    tokens.initialize(repeating: ScannedToken(), count: Self.ringSize)
    answers = .allocate(capacity: Self.answerCount)
    answers.initialize(repeating: NameSlot(), count: Self.answerCount)
    classes = .allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max { (classes + Int(byte)).initialize(to: Self.byteClass(byte, index)) }
  }

  deinit {
    slots.deallocate()
    tokens.deallocate()
    answers.deallocate()
    classes.deallocate()
  }

  private static func byteClass(_ byte: UInt8, _ index: CompiledIndex) -> ByteClass {
    guard byte < 0x80 else { return .other }
    let entry = index.folding.tables.asciiEntry(byte)
    if entry.has(FoldEntry.isToken) {
      return entry.count == 1 && entry.payload & 0xFF == UInt64(byte | 0x20) ? .plain : .other
    }
    if entry.has(FoldEntry.isTransparent) { return .other }
    return entry.has(FoldEntry.isJoiner) || byte == UInt8(ascii: ".") ? .gap : .wall
  }

  /// The answer for a key if it was met lately: an empty slot when the index has none.
  @inline(__always)
  func known(_ key: UInt64) -> NameSlot? {
    let answer = answers + Int(truncatingIfNeeded: key ^ key >> 32) & (Self.answerCount - 1)
    return answer.pointee.key == key ? answer.pointee : nil
  }

  /// What was learned of a key, or of another one that lies at its place; an empty slot of the key 0 for 0.
  @inline(__always)
  func answer(_ key: UInt64) -> NameSlot {
    answers[Int(truncatingIfNeeded: key ^ key >> 32) & (Self.answerCount - 1)]
  }

  @inline(__always)
  func learn(_ key: UInt64, _ slot: NameSlot?) {
    let answer = answers + Int(truncatingIfNeeded: key ^ key >> 32) & (Self.answerCount - 1)
    answer.pointee = slot ?? NameSlot(key: key)
  }

  /// The same as `CompiledIndex.slot`.
  @inline(__always)
  func slot(_ key: UInt64) -> NameSlot? {
    let answer = answers + Int(truncatingIfNeeded: key ^ key >> 32) & (Self.answerCount - 1)
    if answer.pointee.key == key { return answer.pointee.countAndFlags == 0 ? nil : answer.pointee }
    let slot = index.slot(key)
    answer.pointee = slot ?? NameSlot(key: key)
    return slot
  }
}
