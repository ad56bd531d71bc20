internal import Reading

/// The words that stand in small letters somewhere in a text.
///
/// Few of the words that are asked about are among them: bits of their hashes answer that, and only when one of those
/// is set the words are looked through.
struct LowerCasedWords {
  private let bits: UnsafeMutableBufferPointer<UInt64>
  private let rooms: TextRooms
  private var words: HashSet?

  private static let bitsForWord = 16
  /// Up to so many tokens are looked through one by one; of more the words are collected once.
  private static let fewTokens = 2048

  /// - Parameter words: how many there are at most.
  init(_ rooms: TextRooms, words: Int) {
    self.rooms = rooms
    let size = 1 << (Int.bitWidth - max(0, words * Self.bitsForWord / 64).leadingZeroBitCount)
    bits = rooms.lowerBits.take(size)
    bits.update(repeating: 0)
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 6) & (bits.count - 1) }

  /// - Parameter isLower: 1 for a word in small letters, or 0 for one that is not added.
  @inline(__always)
  mutating func add(_ hash: UInt64, _ isLower: UInt64) {
    bits[place(of: hash)] |= isLower << (hash & 63)
  }

  /// - Parameter hashes: by token that of its word.
  mutating func contains(
    _ hash: UInt64, _ tokens: UnsafeBufferPointer<Token>, _ hashes: UnsafeMutableBufferPointer<UInt64>
  ) -> Bool {
    if bits[place(of: hash)] & 1 << (hash & 63) == 0 { return false }
    if tokens.count <= Self.fewTokens {
      for index in tokens.indices where hashes[index] == hash && tokens[index].casing == .lower {
        return true
      }
      return false
    }
    if let words { return words.contains(hash) }
    var found = HashSet(&rooms.lowerWords, capacity: tokens.count)
    for index in tokens.indices where tokens[index].casing == .lower { found.insert(hashes[index]) }
    words = found
    return found.contains(hash)
  }
}
