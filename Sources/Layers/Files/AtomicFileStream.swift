internal import GeoModel
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is written part by part under a temporary name, and is there whole or not at all.
final class AtomicFileStream {
  /// So that a file may be begun anew before the former attempt is let go.
  private static let begun = Atomic<Int>(0)

  private let path: String
  private let temporary: String
  private var descriptor: Int32

  /// - Throws: ``FileWriteError``.
  init(_ path: String) throws(FileWriteError) {
    self.path = path
    let number = Self.begun.add(1, ordering: .relaxed).newValue
    temporary = "\(path).\(getpid()).\(number).part"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(errno) }
  }

  /// Takes what was written away unless it was committed.
  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// - Throws: ``FileWriteError``.
  func write(_ bytes: [UInt8]) throws(FileWriteError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(FileWriteError) in
      try write(UnsafeRawBufferPointer(bytes))
    }
  }

  /// Writes what a writer has once that is worth it, and lets it start afresh.
  ///
  /// - Throws: ``FileWriteError``.
  func write(from json: inout JSONWriter) throws(FileWriteError) {
    if json.count > Self.portion { try writeAll(from: &json) }
  }

  /// - Throws: ``FileWriteError``.
  func writeAll(from json: inout JSONWriter) throws(FileWriteError) {
    try json.withBytes { (bytes) throws(FileWriteError) in try write(bytes) }
    json.removeAll()
  }

  /// So much that writing it takes longer than asking for it, and little enough to stay near the processor.
  private static let portion = 1 << 18

  private func write(_ bytes: UnsafeRawBufferPointer) throws(FileWriteError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Self.write(descriptor, rest)
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw failure(errno)
      }
    }
  }

  /// Gives the file its name.
  ///
  /// - Throws: ``FileWriteError``; a former file stays as it was.
  func commit() throws(FileWriteError) {
    let open = descriptor
    descriptor = -1
    // A full disk may show only when the file is closed.
    guard close(open) == 0, rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw failure(code)
    }
  }

  private func failure(_ code: Int32) -> FileWriteError {
    FileWriteError(path: path, code: code, operation: "write")
  }

  private static func write(_ descriptor: Int32, _ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    let buffer = UnsafeRawBufferPointer(rebasing: bytes)
    #if canImport(Glibc)
      return Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      return Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      return Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
