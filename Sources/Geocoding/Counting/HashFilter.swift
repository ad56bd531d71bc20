/// Tells of most hashes that were never put in; the others may have been.
struct HashFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1 << 6)

  @inline(__always)
  mutating func insert(_ hash: UInt64) {
    let bit = Self.bit(hash)
    bits[bit.word] |= bit.mask
  }

  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    let bit = Self.bit(hash)
    return bits[bit.word] & bit.mask != 0
  }

  @inline(__always)
  private static func bit(_ hash: UInt64) -> (word: Int, mask: UInt64) {
    let bit = (hash ^ hash >> 29) & 0xFFF
    return (Int(bit >> 6), 1 << (bit & 63))
  }
}
