/// Numbers of names, by the hashes of those: open addressing, in a room that is lent to it.
struct NameNumbers {
  typealias Slot = (name: UInt64, number: Int)
  private let slots: UnsafeMutableBufferPointer<Slot>

  /// - Parameters:
  ///   - room: nobody else uses it as long as the numbers are in use.
  ///   - capacity: of how many names at most.
  init(_ room: inout Room<Slot>, capacity: Int) {
    slots = room.take(1 << (Int.bitWidth - max(4, capacity * 2 - 1).leadingZeroBitCount))
    slots.update(repeating: (0, -1))
  }

  /// -1 for a name without one.
  subscript(name: UInt64) -> Int {
    get { slots[place(of: name)].number }
    nonmutating set { slots[place(of: name)] = (name, newValue) }
  }

  private func place(of name: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: name ^ name >> 32) & mask
    while slots[place].number >= 0, slots[place].name != name { place = (place + 1) & mask }
    return place
  }
}
