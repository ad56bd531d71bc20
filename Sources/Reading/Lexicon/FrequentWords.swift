/// The languages of frequent words by hash, laid out so that one look answers without a branch: whether a word of a text
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
  /// Which languages share words; the first set is none.
  private(set) var sets: [UInt32] = [0]

  /// - Parameter words: sets of languages by hash.
  init(_ words: WordTable) {
    let entries = words.entries
    sets += Set(entries.map { UInt32(truncatingIfNeeded: $0.value) }).subtracting([0]).sorted()
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

  /// Looks every word up; how many of the first ones there are of each of `sets`.
  ///
  /// - Parameter counted: of so many tokens.
  func mark(_ tokens: UnsafeMutableBufferPointer<Token>, counted: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: sets.count)
    counts.withUnsafeMutableBufferPointer { mark(tokens, 0..<counted, $0) }
    if counted < tokens.count {
      var rest = counts
      rest.withUnsafeMutableBufferPointer { mark(tokens, counted..<tokens.count, $0) }
    }
    return counts
  }

  private func mark(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ range: Range<Int>,
    _ counts: UnsafeMutableBufferPointer<Int>
  ) {
    slots.withUnsafeBufferPointer { slots in
      for index in range {
        let key = tokens[index].hash
        let start = (Self.bucket(of: key) & mask) * Self.width
        var languages: UInt32 = 0
        var set: UInt32 = 0
        for place in start..<start + Self.width {
          let isKey = slots[place].key == key
          languages |= isKey ? slots[place].languages : 0
          set |= isKey ? slots[place].set : 0
        }
        let isWord = tokens[index].kind == .word
        tokens[index].languages = isWord ? languages : 0
        counts[isWord ? Int(set) : 0] += 1
      }
    }
  }
}
