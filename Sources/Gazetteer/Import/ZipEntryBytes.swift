internal import CZLIB

/// One file of a zip archive, unpacked as it is read; its checksum is compared at its end.
final class ZipEntryBytes: ByteSource {
  private static let bufferSize = 1 << 18
  /// A bare deflate stream with the largest window; the negative sign says that no zlib header comes first.
  private static let rawDeflate: Int32 = -15

  private let file: InputFile
  private let entry: ZipArchive.Entry
  private var isInflating = false
  /// Zlib's state points back at its stream, so the stream must not move.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var checksum: uLong = 0
  private var produced = 0
  private var position: Int
  private var packedLeft: Int
  private var isAtEnd = false
  private let packed = UnsafeMutableRawBufferPointer.allocate(byteCount: bufferSize, alignment: 16)
  private(set) var consumed = 0

  init(_ file: InputFile, _ entry: ZipArchive.Entry) throws(GazetteerError) {
    self.file = file
    self.entry = entry
    stream.initialize(to: z_stream())
    let header = LittleEndian(try file.bytes(at: entry.headerOffset, count: 30))
    position = entry.headerOffset + 30 + header.number(26, 2) + header.number(28, 2)
    packedLeft = entry.packedSize
    guard header.number(0, 4) == 0x0403_4B50 else { throw ZipArchive.damaged(file) }
    guard !entry.isEncrypted else {
      throw .unreadable(path: file.path, reason: "'\(entry.name)' in it is encrypted")
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw .unreadable(
        path: file.path, reason: "'\(entry.name)' in it is packed by method \(entry.method), not deflate")
    }
    if entry.method == 8 {
      let status = inflateInit2_(
        stream, Self.rawDeflate, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      guard status == Z_OK else { throw .unreadable(path: file.path, reason: "there is no memory for it") }
      isInflating = true
    }
  }

  deinit {
    if isInflating { inflateEnd(stream) }
    stream.deallocate()
    packed.deallocate()
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(GazetteerError) -> Int {
    let got = entry.method == 0 ? try copy(buffer) : try inflate(buffer)
    checksum = crc32(checksum, buffer.bindMemory(to: Bytef.self).baseAddress, uInt(got))
    produced += got
    if got < buffer.count, UInt32(truncatingIfNeeded: checksum) != entry.checksum || produced != entry.size {
      throw ZipArchive.damaged(file)
    }
    return got
  }

  private func copy(_ buffer: UnsafeMutableRawBufferPointer) throws(GazetteerError) -> Int {
    let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, packedLeft)])
    return try fetch(part)
  }

  private func inflate(_ buffer: UnsafeMutableRawBufferPointer) throws(GazetteerError) -> Int {
    stream.pointee.next_out = buffer.bindMemory(to: Bytef.self).baseAddress
    stream.pointee.avail_out = uInt(buffer.count)
    while stream.pointee.avail_out > 0, !isAtEnd {
      if stream.pointee.avail_in == 0 {
        let part = UnsafeMutableRawBufferPointer(rebasing: packed[..<min(packed.count, packedLeft)])
        stream.pointee.avail_in = uInt(try fetch(part))
        stream.pointee.next_in = packed.bindMemory(to: Bytef.self).baseAddress
      }
      let status = CZLIB.inflate(stream, Z_NO_FLUSH)
      isAtEnd = status == Z_STREAM_END
      guard status == Z_OK || isAtEnd else { throw ZipArchive.damaged(file) }
    }
    return buffer.count - Int(stream.pointee.avail_out)
  }

  private func fetch(_ buffer: UnsafeMutableRawBufferPointer) throws(GazetteerError) -> Int {
    let got = try file.read(buffer, at: position)
    position += got
    packedLeft -= got
    consumed += got
    return got
  }
}
