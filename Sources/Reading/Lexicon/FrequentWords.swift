/// The languages of frequent words by hash, laid out so that one look answers without a branch: whether a word of a text
/// is one of them is not to be foreseen.
struct FrequentWords: Sendable {
  private struct Slot: Sendable {
    var key: UInt64 = 0
    var languages: UInt32 = 0
  }

  /// Four words in a bucket, the rest of which is empty.
  private static let width = 4
  private var slots: [Slot] = []
  private var mask = 0

  /// - Parameter words: sets of languages by hash.
  init(_ words: WordTable) {
    let entries = words.entries
    var buckets = 1
    while buckets * 2 < entries.count || !fill(entries, buckets) { buckets *= 2 }
  }

  /// `false` when a bucket has no room for all that belongs there.
  private mutating func fill(_ entries: [(key: UInt64, value: Int)], _ buckets: Int) -> Bool {
    mask = buckets - 1
    slots = Array(repeating: Slot(), count: buckets * Self.width)
    for (key, value) in entries {
      let start = (Self.bucket(of: key) & mask) * Self.width
      guard let free = (start..<start + Self.width).first(where: { slots[$0].languages == 0 }) else {
        return false
      }
      slots[free] = Slot(key: key, languages: UInt32(truncatingIfNeeded: value))
    }
    return true
  }

  @inline(__always)
  private static func bucket(of key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) }

  /// Looks every word up.
  func mark(_ tokens: UnsafeMutableBufferPointer<Token>) {
    slots.withUnsafeBufferPointer { slots in
      for index in tokens.indices {
        let key = tokens[index].hash
        let start = (Self.bucket(of: key) & mask) * Self.width
        var languages: UInt32 = 0
        for place in start..<start + Self.width {
          languages |= slots[place].key == key ? slots[place].languages : 0
        }
        tokens[index].languages = tokens[index].kind == .word ? languages : 0
      }
    }
  }
}
