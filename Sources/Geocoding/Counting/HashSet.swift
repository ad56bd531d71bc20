internal import GeoModel

/// A set of hashes that are good already: open addressing, no second hashing, one block of memory.
struct HashSet: Sendable {
  private struct Slot {
    var key: UInt64 = 0
  }

  /// 0 is an empty slot; the hash 0 itself is kept as 1.
  private var slots: [Slot] = []
  private(set) var count = 0

  /// - Parameter capacity: how many hashes to have room for from the start; 0 takes no memory.
  init(capacity: Int = 0) {
    if capacity > 0 { slots = Array(filledWith: Slot(), count: Self.size(capacity)) }
  }

  private static func size(_ capacity: Int) -> Int {
    1 << (Int.bitWidth - max(4, capacity * 2 - 1).leadingZeroBitCount)
  }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    guard count > 0 else { return false }
    let key = hash == 0 ? 1 : hash
    return slots[Self.place(of: key, in: slots)].key == key
  }

  @inline(__always)
  mutating func insert(_ hash: UInt64) {
    if (count + 1) * 2 > slots.count { grow() }
    let key = hash == 0 ? 1 : hash
    let place = Self.place(of: key, in: slots)
    if slots[place].key != key {
      slots[place].key = key
      count += 1
    }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(filledWith: Slot(), count: max(64, old.count * 2))
    for slot in old where slot.key != 0 { slots[Self.place(of: slot.key, in: slots)] = slot }
  }

  /// Where a key is, or would be.
  @inline(__always)
  private static func place(of key: UInt64, in slots: [Slot]) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[place].key != 0, slots[place].key != key { place = (place + 1) & mask }
    return place
  }
}
