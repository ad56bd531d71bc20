/// The 64-bit key of a folded name: a token's hash, extended token by token.
///
/// Names are told apart by this key alone. With two million keys the chance that any two of them share one
/// is about one in ten million, and that a word of a text meets a name's key by accident one in 10¹³.
enum KeyHash {
  static let start: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The start of keys that are codes ("UA.17", "geonames:698740") and not names.
  static let codeStart: UInt64 = 0xD1B5_4A32_D192_ED03

  private static let multiplier: UInt64 = 0xA076_1D64_78BD_642F
  private static let finisher: UInt64 = 0xE703_7ED1_A0B4_28DB

  /// - Precondition: eight zero bytes may be read behind the token.
  @inline(__always)
  static func token(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: count) &* finisher
    var position = 0
    while position < count {
      var word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let left = count - position
      if left < 8 { word &= (1 << UInt64(8 * left)) - 1 }
      hash = mix(hash ^ word, multiplier)
      position += 8
    }
    return hash
  }

  /// The same for up to 16 ASCII letters and digits that are not folded yet.
  ///
  /// - Precondition: sixteen bytes may be read.
  @inline(__always)
  static func plainToken(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(bytes)
    let small: UInt64 = 0x2020_2020_2020_2020
    let start = UInt64(truncatingIfNeeded: count) &* finisher
    var word = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) | small
    if count < 8 { word &= (1 << UInt64(8 * count)) - 1 }
    let hash = mix(start ^ word, multiplier)
    if count <= 8 { return hash }
    word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) | small
    if count < 16 { word &= (1 << UInt64(8 * (count - 8))) - 1 }
    return mix(hash ^ word, multiplier)
  }

  @inline(__always)
  static func extend(_ key: UInt64, _ token: UInt64) -> UInt64 {
    let mixed = mix((key << 23 | key >> 41) ^ token, finisher)
    return mixed == 0 ? 1 : mixed
  }

  /// The key of a code; never equal to a name's but by accident.
  static func code(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 8) { copy in
        copy.initialize(repeating: 0)
        for index in bytes.indices { copy[index] = bytes[index] }
        guard let address = copy.baseAddress else { return 1 }
        return extend(codeStart, token(UnsafePointer(address), bytes.count))
      }
    }
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    return high ^ low
  }
}
