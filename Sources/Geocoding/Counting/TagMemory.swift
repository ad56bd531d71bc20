internal import Reading

/// The tags of the words met last in texts of one language: a word of a text is mostly one of a few thousand.
///
/// A word that falls on the place of another replaces it. Eight bytes tell all of a word, so that many stay near the
/// processor: its place is the low bits of its hash, and what lies there are the others, and the number of its tags.
final class TagMemory {
  private let slots: UnsafeMutablePointer<UInt64>
  /// What words are tagged with, by number; 0 is none.
  @exclusivity(unchecked) private var sets: [WordTag] = [[]]
  @exclusivity(unchecked) private var numbers: [UInt64: Int] = [:]

  private static let placeBits: UInt64 = 15
  private static let mask: UInt64 = 1 << placeBits - 1

  init() {
    slots = .allocate(capacity: 1 << Int(Self.placeBits))
    // An empty slot says that the hash of nothing but its place has no tags.
    slots.initialize(repeating: 0, count: 1 << Int(Self.placeBits))
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
    sets.withUnsafeBufferPointer { sets in
      for index in tokens.indices {
        let hash = hashes[index]
        let isWord = tokens[index].kind == .word
        let slot = slots[Int(hash & Self.mask)]
        let isKnown = slot & ~Self.mask == hash & ~Self.mask
        tags[index] = sets[isWord && isKnown ? Int(slot & Self.mask) : 0]
        unknown[count] = Int32(truncatingIfNeeded: index)
        count += isWord && !isKnown ? 1 : 0
      }
    }
    for index in unknown[..<count] {
      let tag = read(Int(index))
      tags[Int(index)] = tag
      learn(hashes[Int(index)], tag)
    }
  }

  private func learn(_ hash: UInt64, _ tag: WordTag) {
    var number = tag.isEmpty ? 0 : numbers[tag.rawValue]
    // Nobody writes so many different sets into a lexicon; beyond that words are read again each time.
    if number == nil, sets.count <= Int(Self.mask) {
      number = sets.count
      numbers[tag.rawValue] = sets.count
      sets.append(tag)
    }
    guard let number else { return }
    slots[Int(hash & Self.mask)] = hash & ~Self.mask | UInt64(number)
  }
}
