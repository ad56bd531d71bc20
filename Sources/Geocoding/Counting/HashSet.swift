/// A set of hashes that are good already: open addressing, no second hashing, in a room that is lent to it.
struct HashSet {
  /// 0 is an empty slot; the hash 0 itself is kept as 1.
  private let slots: UnsafeMutableBufferPointer<UInt64>
  private(set) var count = 0

  /// - Parameters:
  ///   - room: nobody else uses it as long as the set is in use.
  ///   - capacity: how many different hashes are inserted at most.
  init(_ room: inout Room<UInt64>, capacity: Int) {
    slots = room.take(1 << (Int.bitWidth - max(4, capacity * 2 - 1).leadingZeroBitCount))
    slots.update(repeating: 0)
  }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    if count == 0 { return false }
    let key = hash == 0 ? 1 : hash
    return slots[place(of: key)] == key
  }

  /// - Precondition: there are fewer than `capacity`, or it is in already.
  @inline(__always)
  mutating func insert(_ hash: UInt64) {
    let key = hash == 0 ? 1 : hash
    let place = place(of: key)
    if slots[place] == key { return }
    count += 1
    precondition(count < slots.count)
    slots[place] = key
  }

  /// Where a key is, or would be.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[place] != 0, slots[place] != key { place = (place + 1) & mask }
    return place
  }
}
