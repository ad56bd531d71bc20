internal import GeoModel

/// Numbers by the hash of a folded word: open addressing over hashes that are good already.
struct WordTable: Sendable {
  fileprivate struct Slot: BitwiseCopyable {
    var key: UInt64
    /// -1: nothing here.
    var value: Int32
  }

  fileprivate private(set) var slots: [Slot] = []
  /// Bits of the words that are there, since most words of a text are not.
  fileprivate private(set) var bits: [UInt64] = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  subscript(key: UInt64) -> Int? {
    guard count > 0 else { return nil }
    let bit = Self.bit(key)
    if bits[bit.word] & bit.mask == 0 { return nil }
    let mask = slots.count - 1
    var index = Self.place(key) & mask
    while true {
      let slot = slots[index]
      if slot.value < 0 { return nil }
      if slot.key == key { return Int(slot.value) }
      index = (index + 1) & mask
    }
  }

  /// All that was set, in no order.
  var entries: [(key: UInt64, value: Int)] {
    slots.compactMap { $0.value < 0 ? nil : ($0.key, Int($0.value)) }
  }

  /// - Parameter value: 0 ... 2,147,483,647.
  mutating func set(_ key: UInt64, _ value: Int) {
    if (count + 1) * 2 > slots.count { grow() }
    let mask = slots.count - 1
    var index = Self.place(key) & mask
    while slots[index].value >= 0, slots[index].key != key { index = (index + 1) & mask }
    if slots[index].value < 0 { count += 1 }
    let bit = Self.bit(key)
    bits[bit.word] |= bit.mask
    slots[index] = Slot(key: key, value: Int32(value))
  }

  @inline(__always)
  fileprivate static func bit(_ key: UInt64) -> (word: Int, mask: UInt64) {
    let bit = (key ^ key >> 29) & 0x7FFF
    return (Int(bit >> 6), 1 << (bit & 63))
  }

  private mutating func grow() {
    if bits.isEmpty { bits = Array(repeating: 0, count: 1 << 9) }
    let old = slots
    slots = Array(repeating: Slot(key: 0, value: -1), count: max(4, old.count * 2))
    count = 0
    for slot in old where slot.value >= 0 { set(slot.key, Int(slot.value)) }
  }

  @inline(__always)
  fileprivate static func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) }
}

/// The same when nothing is set any more: looked up without counting references.
struct FixedWordTable: Sendable {
  private let slots: FixedRow<WordTable.Slot>
  private let bits: FixedRow<UInt64>

  init(_ table: WordTable) {
    slots = FixedRow(table.slots)
    bits = FixedRow(table.bits)
  }

  /// For many questions at a time; as long as the table lives.
  var look: Look { Look(slots: slots.values, bits: bits.values) }

  struct Look {
    fileprivate let slots: UnsafeBufferPointer<WordTable.Slot>
    fileprivate let bits: UnsafeBufferPointer<UInt64>

    @inline(__always)
    subscript(key: UInt64) -> Int? {
      if slots.isEmpty { return nil }
      let bit = WordTable.bit(key)
      if bits[bit.word] & bit.mask == 0 { return nil }
      let mask = slots.count - 1
      var index = WordTable.place(key) & mask
      while slots[index].value >= 0 {
        if slots[index].key == key { return Int(slots[index].value) }
        index = (index + 1) & mask
      }
      return nil
    }
  }
}
