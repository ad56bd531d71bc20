/// Reads Unicode scalars from valid UTF-8.
enum UTF8Scalar {
  /// The scalar that begins at a byte, and its bytes; what is cut off before `end` is one that means nothing.
  @inline(__always)
  static func read(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, end: Int
  ) -> (value: UInt32, length: Int) {
    let first = UInt32(text[at])
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC0..<0xE0 where at + 1 < end:
      return ((first & 0x1F) << 6 | UInt32(text[at + 1] & 0x3F), 2)
    case 0xE0..<0xF0 where at + 2 < end:
      let value = (first & 0x0F) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
      return (value, 3)
    case 0xF0..<0xF8 where at + 3 < end:
      let high = (first & 0x07) << 18 | UInt32(text[at + 1] & 0x3F) << 12
      return (high | UInt32(text[at + 2] & 0x3F) << 6 | UInt32(text[at + 3] & 0x3F), 4)
    default: return (0xFFFD, 1)
    }
  }
}
