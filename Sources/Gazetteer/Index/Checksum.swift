/// A 64-bit checksum against accidents, not against forgery.
enum Checksum {
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var position = 0
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    while position + 32 <= bytes.count {
      step(&lanes.0, word(position))
      step(&lanes.1, word(position + 8))
      step(&lanes.2, word(position + 16))
      step(&lanes.3, word(position + 24))
      position += 32
    }
    while position < bytes.count {
      step(&lanes.0, UInt64(bytes[position]) | 0x100)
      position += 1
    }
    var sum = UInt64(bytes.count)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { step(&sum, lane) }
    return sum
  }

  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  @inline(__always)
  private static func step(_ lane: inout UInt64, _ word: UInt64) {
    lane = (lane ^ word) &* 0x9FB2_1C65_1E98_DF25
    lane ^= lane >> 32
  }
}
