internal import GeoModel

/// Numbers of names, by the hashes of those: open addressing, one block of memory.
struct NameNumbers {
  private var slots: [(name: UInt64, number: Int)]

  /// - Parameter capacity: of how many names at most.
  init(capacity: Int) {
    let size = 1 << (Int.bitWidth - max(4, capacity * 2 - 1).leadingZeroBitCount)
    slots = Array(filledWith: (0, -1), count: size)
  }

  /// -1 for a name without one.
  subscript(name: UInt64) -> Int {
    get { slots[place(of: name)].number }
    set { slots[place(of: name)] = (name, newValue) }
  }

  private func place(of name: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: name ^ name >> 32) & mask
    while slots[place].number >= 0, slots[place].name != name { place = (place + 1) & mask }
    return place
  }
}
