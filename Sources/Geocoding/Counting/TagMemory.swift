/// The tags of the words met last in texts of one language: a word of a text is mostly one of a few thousand.
///
/// A word that falls on the place of another replaces it.
final class TagMemory {
  private struct Slot {
    /// That of the folded word.
    var hash: UInt64
    var tag: WordTag
  }

  private let slots: UnsafeMutablePointer<Slot>
  private static let count = 1 << 14

  init() {
    slots = .allocate(capacity: Self.count)
    // The hash 0 of an empty slot has no tag, as a word of that hash would have.
    slots.initialize(repeating: Slot(hash: 0, tag: []), count: Self.count)
  }

  deinit { slots.deallocate() }

  @inline(__always)
  func tag(of hash: UInt64, read: () -> WordTag) -> WordTag {
    let slot = slots + Int(truncatingIfNeeded: hash ^ hash >> 32) & (Self.count - 1)
    if slot.pointee.hash == hash { return slot.pointee.tag }
    let tag = read()
    slot.pointee = Slot(hash: hash, tag: tag)
    return tag
  }
}
