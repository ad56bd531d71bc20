#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The sections of an index before they are written.
struct IndexContent {
  let records: [PlaceRecord]
  let strings: [UInt8]
  let slots: [NameSlot]
  let postings: [PostingRecord]
  let filter: [UInt64]
  let geonameIDs: [GeonameRow]
  let tree: [TreeNode]
  let foldFlat: [UInt64]
  let foldOverflow: [UInt8]
  let boxes: [BoxRecord]
  let outlines: AreaOutlines
  let languages: [UInt8]
  let sources: [UInt8]
}

/// Writes an index under a name of its own and then gives it the name that readers look for.
///
/// Readers so see the old index or the new one, never a part; of two writers the later one stays.
struct IndexWriter {
  /// Slots behind the last home slot, for keys that find theirs taken; the last one stays empty.
  static let slotTail = 1024

  private let descriptor: Int32
  private var offset = 0
  private var entries: [SectionEntry] = []

  static func write(_ content: IndexContent, digest: UInt64, to path: String) throws(GazetteerError) {
    let temporary = "\(path).\(FileSystem.processID)-\(UInt32.random(in: 0 ... .max)).part"
    do throws(POSIXFailure) {
      try FileSystem.makeFolder(FileSystem.parent(path))
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw POSIXFailure() }
      defer { close(descriptor) }
      var writer = IndexWriter(descriptor: descriptor)
      try writer.writeAll(content, digest: digest)
      // The rename must not reach the disk before the bytes do.
      guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw POSIXFailure() }
    } catch {
      unlink(temporary)
      throw .cacheNotWritable(path: FileSystem.parent(path), reason: error.reason)
    }
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  private mutating func writeAll(_ content: IndexContent, digest: UInt64) throws(POSIXFailure) {
    let sectionCount = IndexFormat.Section.allCases.count
    try pad(upTo: IndexFormat.headerLength + sectionCount * IndexFormat.sectionEntryLength)
    try section(.places, content.records)
    try section(.strings, content.strings)
    try section(.slots, content.slots)
    try section(.postings, content.postings)
    try section(.filter, content.filter)
    try section(.geonameIDs, content.geonameIDs)
    try section(.tree, content.tree)
    try section(.foldFlat, content.foldFlat)
    try section(.foldOverflow, content.foldOverflow)
    try section(.boxes, content.boxes)
    try section(.languages, content.languages)
    try section(.sources, content.sources)
    try section(.areas, content.outlines.areas)
    try section(.rings, content.outlines.rings)
    try section(.vertices, content.outlines.vertices)
    try writeHeader(digest)
  }

  private mutating func section<T: BitwiseCopyable>(
    _ section: IndexFormat.Section, _ values: [T]
  ) throws(POSIXFailure) {
    try pad(upTo: (offset + IndexFormat.alignment - 1) / IndexFormat.alignment * IndexFormat.alignment)
    let start = offset
    var checksum: UInt64 = 0
    var failure: POSIXFailure?
    values.withUnsafeBytes { bytes in
      checksum = Checksum.of(bytes)
      failure = put(bytes, at: start)
    }
    if let failure { throw failure }
    offset += values.count * MemoryLayout<T>.stride
    entries.append(
      SectionEntry(
        section: section.rawValue, recordSize: UInt32(MemoryLayout<T>.stride), offset: UInt64(start),
        length: UInt64(offset - start), checksum: checksum))
  }

  private mutating func pad(upTo end: Int) throws(POSIXFailure) {
    let zeros = [UInt8](repeating: 0, count: end - offset)
    if let failure = zeros.withUnsafeBytes({ put($0, at: offset) }) { throw failure }
    offset = end
  }

  private func writeHeader(_ digest: UInt64) throws(POSIXFailure) {
    var table: [UInt8] = []
    for entry in entries {
      append(entry.section, to: &table)
      append(entry.recordSize, to: &table)
      append(entry.offset, to: &table)
      append(entry.length, to: &table)
      append(entry.checksum, to: &table)
    }
    let checksum = table.withUnsafeBytes { IndexHeader.checksum($0, digest) }
    var header: [UInt8] = []
    append(IndexFormat.magic, to: &header)
    append(IndexFormat.version, to: &header)
    append(IndexFormat.byteOrderMark, to: &header)
    append(UInt64(offset), to: &header)
    append(digest, to: &header)
    append(checksum, to: &header)
    append(UInt64(entries.count), to: &header)
    if let failure = (header + table).withUnsafeBytes({ put($0, at: 0) }) { throw failure }
  }

  private func append<T: FixedWidthInteger>(_ value: T, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  private func put(_ bytes: UnsafeRawBufferPointer, at position: Int) -> POSIXFailure? {
    var written = 0
    while written < bytes.count {
      let count = FileSystem.retrying {
        pwrite(
          descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written,
          off_t(position + written))
      }
      guard count > 0 else { return POSIXFailure() }
      written += count
    }
    return nil
  }
}
