/// FNV-1a over bytes, the key of folded words in the lexicon.
enum WordHash {
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = start
    for byte in bytes { extend(&hash, byte) }
    return hash
  }

  @inline(__always)
  static func extend(_ hash: inout UInt64, _ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
