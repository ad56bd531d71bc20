/// Where a section lies in the index file.
struct SectionEntry {
  let section: UInt32
  let recordSize: UInt32
  let offset: UInt64
  let length: UInt64
  let checksum: UInt64
}

/// The header and the section table of an index file, checked.
struct IndexHeader {
  let sourceDigest: UInt64
  let sections: [SectionEntry]
  private let file: UnsafeRawBufferPointer

  /// `nil` unless magic, version, byte order, length and the table's checksum are right and every section lies
  /// inside the file.
  init?(_ file: UnsafeRawBufferPointer) {
    guard file.count >= IndexFormat.headerLength,
      file.load(fromByteOffset: 0, as: UInt64.self) == IndexFormat.magic,
      file.load(fromByteOffset: 8, as: UInt32.self) == IndexFormat.version,
      file.load(fromByteOffset: 12, as: UInt32.self) == IndexFormat.byteOrderMark,
      file.load(fromByteOffset: 16, as: UInt64.self) == UInt64(file.count)
    else { return nil }
    let count = file.load(fromByteOffset: 40, as: UInt64.self)
    guard count <= 64 else { return nil }
    let tableEnd = IndexFormat.headerLength + Int(count) * IndexFormat.sectionEntryLength
    guard tableEnd <= file.count else { return nil }
    let table = UnsafeRawBufferPointer(rebasing: file[IndexFormat.headerLength..<tableEnd])
    let digest = file.load(fromByteOffset: 24, as: UInt64.self)
    guard file.load(fromByteOffset: 32, as: UInt64.self) == Self.checksum(table, digest) else { return nil }
    var entries: [SectionEntry] = []
    for start in stride(from: 0, to: table.count, by: IndexFormat.sectionEntryLength) {
      let entry = SectionEntry(
        section: table.load(fromByteOffset: start, as: UInt32.self),
        recordSize: table.load(fromByteOffset: start + 4, as: UInt32.self),
        offset: table.load(fromByteOffset: start + 8, as: UInt64.self),
        length: table.load(fromByteOffset: start + 16, as: UInt64.self),
        checksum: table.load(fromByteOffset: start + 24, as: UInt64.self))
      let (end, overflows) = entry.offset.addingReportingOverflow(entry.length)
      guard !overflows, end <= UInt64(file.count), entry.offset % UInt64(IndexFormat.alignment) == 0 else {
        return nil
      }
      entries.append(entry)
    }
    self.file = file
    sourceDigest = digest
    sections = entries
  }

  /// Covers the section table and, through its seed, the digest.
  static func checksum(_ table: UnsafeRawBufferPointer, _ digest: UInt64) -> UInt64 {
    Checksum.of(table) ^ (digest &* 0x9E37_79B9_7F4A_7C15)
  }

  func bytes(_ section: IndexFormat.Section) -> UnsafeRawBufferPointer? {
    guard let entry = sections.first(where: { $0.section == section.rawValue }) else { return nil }
    return UnsafeRawBufferPointer(rebasing: file[Int(entry.offset)..<Int(entry.offset + entry.length)])
  }

  /// The section as records of a trivial type; `nil` when it is missing or has records of another size.
  func records<T: BitwiseCopyable>(_ section: IndexFormat.Section) -> UnsafeBufferPointer<T>? {
    guard let entry = sections.first(where: { $0.section == section.rawValue }),
      Int(entry.recordSize) == MemoryLayout<T>.stride,
      Int(entry.length) % MemoryLayout<T>.stride == 0,
      let bytes = bytes(section)
    else { return nil }
    return bytes.bindMemory(to: T.self)
  }
}
