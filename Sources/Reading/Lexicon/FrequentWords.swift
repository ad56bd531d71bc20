internal import GeoModel

/// The languages of frequent words by hash, laid out so that looks answer without a branch: whether a word of a text
/// is one of them is not to be foreseen.
struct FrequentWords: Sendable {
  private struct Slot: Sendable {
    var key: UInt64 = 0
    var languages: UInt32 = 0
    /// The place of `languages` in `sets`.
    var set: UInt32 = 0
  }

  /// Four words in a bucket, the rest of which is empty.
  private static let width = 4
  private var slots: [Slot] = []
  private var mask = 0
  /// Bits of the words that are there, by which most of the others are told.
  private var bits: [UInt64] = []
  private var bitMask = 0
  /// Which languages share words; the first set is none.
  private(set) var sets: [UInt32] = [0]

  /// - Parameter words: sets of languages by hash.
  init(_ words: WordTable) {
    let entries = words.entries
    sets += Set(entries.map { UInt32(truncatingIfNeeded: $0.value) }).subtracting([0]).sorted()
    // Sixteen bits for each word at least.
    bits = Array(repeating: 0, count: 1 << (Int.bitWidth - (entries.count / 4).leadingZeroBitCount))
    bitMask = bits.count * 64 - 1
    for (key, _) in entries {
      let bit = Self.bit(of: key) & bitMask
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    var buckets = 1
    while buckets * 2 < entries.count || !fill(entries, buckets) { buckets *= 2 }
  }

  /// `false` when a bucket has no room for all that belongs there.
  private mutating func fill(_ entries: [(key: UInt64, value: Int)], _ buckets: Int) -> Bool {
    mask = buckets - 1
    let places = Dictionary(uniqueKeysWithValues: sets.enumerated().map { ($1, UInt32($0)) })
    slots = Array(repeating: Slot(), count: buckets * Self.width)
    for (key, value) in entries {
      let start = (Self.bucket(of: key) & mask) * Self.width
      guard let free = (start..<start + Self.width).first(where: { slots[$0].languages == 0 }) else {
        return false
      }
      let languages = UInt32(truncatingIfNeeded: value)
      slots[free] = Slot(key: key, languages: languages, set: places[languages] ?? 0)
    }
    return true
  }

  @inline(__always)
  private static func bucket(of key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) }

  @inline(__always)
  private static func bit(of key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 29) }

  /// What some words are like, by which the language is guessed.
  struct Counts: Sendable {
    var words = 0
    /// Those of nothing but ASCII.
    var plainWords = 0
    /// By those of `sets` that they belong to; empty for no words.
    var bySet: [Int] = []
  }

  /// Looks every word up, and counts the first ones.
  ///
  /// - Parameter counted: how many tokens those are among.
  func mark(_ tokens: UnsafeMutableBufferPointer<Token>, counted: Int) -> Counts {
    var counts = Counts(bySet: [Int](filledWith: 0, count: sets.count))
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: tokens.count) { chosen in
      let count = choose(tokens, 0..<counted, chosen, &counts)
      mark(tokens, chosen[..<count], &counts)
      guard counted < tokens.count else { return }
      var uncounted = counts
      let rest = choose(tokens, counted..<tokens.count, chosen, &uncounted)
      mark(tokens, chosen[..<rest], &uncounted)
    }
    return counts
  }

  /// Writes down the words that may be frequent ones, without a branch; how many they are.
  private func choose(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ range: Range<Int>,
    _ chosen: UnsafeMutableBufferPointer<Int32>, _ counts: inout Counts
  ) -> Int {
    bits.withUnsafeBufferPointer { bits in
      var count = 0
      var (words, plainWords) = (0, 0)
      let bitMask = bitMask
      for index in range {
        let hash = tokens[index].hash
        let bit = Self.bit(of: hash) & bitMask
        let isWord = tokens[index].kind == .word ? 1 : 0
        words &+= isWord
        plainWords &+= tokens[index].isASCII ? isWord : 0
        chosen[count] = Int32(truncatingIfNeeded: index)
        count &+= isWord & Int(truncatingIfNeeded: bits[bit >> 6] >> UInt64(bit & 63))
      }
      counts.words += words
      counts.plainWords += plainWords
      return count
    }
  }

  private func mark(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ chosen: Slice<UnsafeMutableBufferPointer<Int32>>,
    _ counts: inout Counts
  ) {
    slots.withUnsafeBufferPointer { slots in
      counts.bySet.withUnsafeMutableBufferPointer { counts in
        for index in chosen { mark(&tokens[Int(index)], slots, counts) }
      }
    }
  }

  @inline(__always)
  private func mark(
    _ token: inout Token, _ slots: UnsafeBufferPointer<Slot>, _ counts: UnsafeMutableBufferPointer<Int>
  ) {
    let start = (Self.bucket(of: token.hash) & mask) * Self.width
    var languages: UInt32 = 0
    var set: UInt32 = 0
    for place in start..<start + Self.width {
      let isKey = slots[place].key == token.hash
      languages |= isKey ? slots[place].languages : 0
      set |= isKey ? slots[place].set : 0
    }
    token.languages = languages
    counts[Int(set)] += 1
  }
}
