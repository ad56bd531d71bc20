internal import CZLIB

/// A zip archive of one file (APPNOTE 6.3.10), deflated.
enum Zip {
  /// - Parameter name: of the file in the archive, in ASCII.
  static func archive(name: String, bytes: [UInt8]) -> [UInt8] {
    let packed = deflated(bytes)
    let checksum = UInt32(truncatingIfNeeded: crc32(0, bytes, uInt(bytes.count)))
    var writer = BinaryWriter()
    func entry(_ signature: UInt32, _ made: [UInt16]) {
      writer.append(signature)
      for number in made + [20, 0, 8] { writer.append(UInt16(number)) }
      // 1 January 1980, midnight: the archive says nothing of when it was made.
      writer.append(UInt16(0))
      writer.append(UInt16(0x21))
      for number in [checksum, UInt32(packed.count), UInt32(bytes.count)] { writer.append(number) }
      writer.append(UInt16(name.utf8.count))
      writer.append(UInt16(0))
    }
    entry(0x0403_4B50, [])
    writer.bytes += Array(name.utf8) + packed
    let directory = writer.bytes.count
    entry(0x0201_4B50, [20])
    for _ in 0..<3 { writer.append(UInt16(0)) }
    writer.append(UInt32(0))
    writer.append(UInt32(0))
    writer.bytes += Array(name.utf8)
    let size = writer.bytes.count - directory
    writer.append(UInt32(0x0605_4B50))
    for number in [0, 0, 1, 1] { writer.append(UInt16(number)) }
    writer.append(UInt32(size))
    writer.append(UInt32(directory))
    writer.append(UInt16(0))
    return writer.bytes
  }

  /// A bare deflate stream: what zlib wraps in two bytes before and four behind.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    let status = compress2(&packed, &size, bytes, uLong(bytes.count), 9)
    precondition(status == Z_OK, "zlib refuses only when there is no memory")
    return Array(packed[2..<(Int(size) - 4)])
  }
}
