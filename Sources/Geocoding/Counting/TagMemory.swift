internal import GeoModel
internal import Reading

private let placeBits: UInt64 = 17
private let mask: UInt64 = 1 << placeBits - 1

/// The tags of the words met last in texts of one language: a word of a text is mostly one of a few thousand.
///
/// A word that falls on the place of another moves that to the place beside it. Eight bytes tell all of a word, so that
/// many stay near the processor: its place is the low bits of its hash, and what lies there are the others, and the
/// number of its tags.
final class TagMemory {
  private let slots: UnsafeMutablePointer<UInt64>
  /// What words are tagged with, by number; 0 is none.
  @exclusivity(unchecked) private var sets: ValueRow<WordTag>
  @exclusivity(unchecked) private var numbers: [UInt64: Int] = [:]

  init() {
    slots = .allocate(capacity: 1 << Int(placeBits))
    // An empty slot says that the hash of nothing but its place has no tags.
    slots.initialize(repeating: 0, count: 1 << Int(placeBits))
    sets = ValueRow()
    sets.append([])
  }

  deinit { slots.deallocate() }

  /// What is known of the place that each word falls on, for `tag(of:at:_:)`.
  ///
  /// The places lie all over the memory. Many are reached for as fast as one, as long as so little is done with each
  /// that the next ones are under way before it is there.
  func reach(for tokens: UnsafeBufferPointer<Token>, _ places: UnsafeMutableBufferPointer<UInt64>) {
    for index in tokens.indices { places[index] = slots[Int(tokens[index].hash & mask)] }
  }

  /// The same for one word.
  @inline(__always)
  func place(of hash: UInt64) -> UInt64 { slots[Int(hash & mask)] }

  /// The tags of a word that another one moved from its place; `nil` for one that is not known.
  func movedTag(of hash: UInt64) -> WordTag? {
    let (tag, difference) = Self.tag(of: hash, at: slots[Int(hash & mask) ^ 1], sets.values)
    return difference == 0 ? tag : nil
  }

  /// The tags of a word and 0, or any tags and another number for one that is not known; without a branch.
  @inline(__always)
  static func tag(
    of hash: UInt64, at place: UInt64, _ sets: UnsafeMutableBufferPointer<WordTag>
  ) -> (tag: WordTag, difference: UInt64) {
    (sets[Int(place & mask)], (place ^ hash) & ~mask)
  }

  /// What words are tagged with, by the number that their places hold; until the next word is learnt.
  var tagSets: UnsafeMutableBufferPointer<WordTag> { sets.values }

  /// Remembers a word that was not known.
  func learn(_ hash: UInt64, _ tag: WordTag) {
    var number = tag.isEmpty ? 0 : numbers[tag.rawValue]
    // Nobody writes so many different sets into a lexicon; beyond that words are read again each time.
    if number == nil, sets.count <= Int(mask) {
      number = sets.count
      numbers[tag.rawValue] = sets.count
      sets.append(tag)
    }
    guard let number else { return }
    let place = Int(hash & mask)
    slots[place ^ 1] = slots[place]
    slots[place] = hash & ~mask | UInt64(number)
  }
}
