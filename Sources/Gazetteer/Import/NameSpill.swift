#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Keeps the names of an import on disk, parted by the high bits of their keys, so that memory holds only a part.
///
/// The file has no name once it is open: it goes with the process, however that ends.
final class NameSpill {
  static let bucketBits = 8
  static let bucketCount = 1 << bucketBits
  private static let blockLength = 4096

  private let file: SpillFile
  private var buffers: [[NameEntry]]
  private var blocks: [[SpilledNames.Block]]
  private var end = 0

  /// - Parameter folder: made when it is not there.
  init(folder: String) throws(GazetteerError) {
    file = try SpillFile(folder: folder)
    buffers = Array(repeating: [], count: Self.bucketCount)
    for bucket in buffers.indices { buffers[bucket].reserveCapacity(Self.blockLength) }
    blocks = Array(repeating: [], count: Self.bucketCount)
  }

  /// Adds names, their rows moved up by `rowBase`.
  func add(_ names: [NameEntry], rowBase: UInt32) throws(GazetteerError) {
    for var name in names {
      if name.rowAndKind != NameEntry.prefix { name.rowAndKind += rowBase }
      let bucket = Int(name.key >> UInt64(64 - Self.bucketBits))
      buffers[bucket].append(name)
      if buffers[bucket].count == Self.blockLength { try flush(bucket) }
    }
  }

  /// What was added; nothing may be added after.
  func finish() throws(GazetteerError) -> SpilledNames {
    for bucket in 0..<Self.bucketCount where !buffers[bucket].isEmpty { try flush(bucket) }
    buffers = []
    return SpilledNames(file: file, blocks: blocks)
  }

  private func flush(_ bucket: Int) throws(GazetteerError) {
    let length = try file.write(buffers[bucket], at: end)
    blocks[bucket].append(SpilledNames.Block(offset: end, count: buffers[bucket].count))
    end += length
    buffers[bucket].removeAll(keepingCapacity: true)
  }
}

/// The names that were put aside, to be read bucket by bucket.
struct SpilledNames: Sendable {
  struct Block: Sendable {
    let offset: Int
    let count: Int
  }

  fileprivate let file: SpillFile
  fileprivate let blocks: [[Block]]

  func bucket(_ number: Int) throws(GazetteerError) -> [NameEntry] {
    let count = blocks[number].reduce(0) { $0 + $1.count }
    var failure: GazetteerError?
    let names = [NameEntry](unsafeUninitializedCapacity: count) { buffer, filled in
      for block in blocks[number] {
        let part = UnsafeMutableBufferPointer(rebasing: buffer[filled..<filled + block.count])
        do throws(GazetteerError) {
          try file.read(UnsafeMutableRawBufferPointer(part), at: block.offset)
        } catch {
          failure = error
          return
        }
        filled += block.count
      }
    }
    if let failure { throw failure }
    return names
  }
}

/// A nameless file for one process; immutable here but for its content.
final class SpillFile: Sendable {
  private let folder: String
  private let descriptor: Int32

  init(folder: String) throws(GazetteerError) {
    self.folder = folder
    let path = "\(folder)/import.\(FileSystem.processID)-\(UInt32.random(in: 0 ... .max)).part"
    do throws(POSIXFailure) {
      try FileSystem.makeFolder(folder)
      descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw POSIXFailure() }
    } catch {
      throw .cacheNotWritable(path: folder, reason: error.reason)
    }
    unlink(path)
  }

  deinit { close(descriptor) }

  /// The number of bytes written.
  func write(_ names: [NameEntry], at offset: Int) throws(GazetteerError) -> Int {
    var failure: POSIXFailure?
    let length = names.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = FileSystem.retrying {
          pwrite(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, off_t(offset + done))
        }
        guard count > 0 else {
          failure = POSIXFailure()
          return done
        }
        done += count
      }
      return done
    }
    if let failure { throw .cacheNotWritable(path: folder, reason: failure.reason) }
    return length
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(GazetteerError) {
    var done = 0
    while done < buffer.count {
      let count = FileSystem.retrying {
        pread(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(offset + done))
      }
      guard count > 0 else { throw .unreadable(path: folder, reason: POSIXFailure(code: EIO).reason) }
      done += count
    }
  }
}
