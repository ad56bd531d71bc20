internal import Reading

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

  /// The tags of the words among some tokens; those that are not known are read.
  ///
  /// The known ones come first and without a branch: the slots lie all over the memory, and many are reached for as
  /// fast as one when nothing depends on what is found.
  ///
  /// - Parameters:
  ///   - hashes: by token that of its word.
  ///   - tags: by token, to be written.
  ///   - unknown: room to write down as many tokens.
  func tag(
    _ tokens: UnsafeBufferPointer<Token>, _ hashes: UnsafeMutableBufferPointer<UInt64>,
    _ tags: UnsafeMutableBufferPointer<WordTag>, _ unknown: UnsafeMutableBufferPointer<Int32>,
    read: (Int) -> WordTag
  ) {
    var count = 0
    for index in tokens.indices {
      let hash = tokens[index].kind == .word ? hashes[index] : 0
      let slot = slots[Self.place(of: hash)]
      tags[index] = slot.tag
      unknown[count] = Int32(truncatingIfNeeded: index)
      count += slot.hash == hash ? 0 : 1
    }
    for index in unknown[..<count] {
      let isWord = tokens[Int(index)].kind == .word
      let tag = isWord ? read(Int(index)) : []
      tags[Int(index)] = tag
      let hash = isWord ? hashes[Int(index)] : 0
      slots[Self.place(of: hash)] = Slot(hash: hash, tag: tag)
    }
  }

  @inline(__always)
  private static func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (count - 1)
  }
}
