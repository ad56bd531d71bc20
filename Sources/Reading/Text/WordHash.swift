/// The hash of a whole folded word, by which lexicons and names of languages key it: eight bytes a step.
///
/// Folded words hold no zero bytes, so that those a last step is filled up with make no two words alike.
package enum WordHash {
  package static let start: UInt64 = 0xE703_7ED1_A0B4_28DB

  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = start
    var at = 0
    while at + 8 <= bytes.count {
      let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)
      extend(&hash, UInt64(littleEndian: word))
      at += 8
    }
    if at < bytes.count {
      var word: UInt64 = 0
      for index in at..<bytes.count { word |= UInt64(bytes[index]) << UInt64(8 * (index - at)) }
      extend(&hash, word)
    }
    return hash
  }

  package static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { of($0) } }

  package static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.withUnsafeBufferPointer { of($0) } }

  package static func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { of($0) }
  }

  /// - Parameter word: the next eight bytes, the first one lowest; zeros behind the last one.
  @inline(__always)
  package static func extend(_ hash: inout UInt64, _ word: UInt64) {
    let (high, low) = (hash ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    hash = high ^ low
  }
}

/// The hash of the beginning of a folded word, which grows byte by byte: FNV-1a.
package enum PrefixHash {
  package static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = start
    for byte in bytes { extend(&hash, byte) }
    return hash
  }

  @inline(__always)
  package static func extend(_ hash: inout UInt64, _ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
