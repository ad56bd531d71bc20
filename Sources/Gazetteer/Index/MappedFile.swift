#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file in memory, read only, until the object goes.
///
/// `@unchecked Sendable`: the mapping is private and read only, and nothing changes after `init`. Index files
/// are replaced by renaming, never written to, so the pages behind it do not change either.
final class MappedFile: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  /// - Throws: `POSIXFailure` when the file cannot be opened or mapped. An empty file is mapped as no bytes.
  init(path: String) throws(POSIXFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXFailure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw POSIXFailure() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw POSIXFailure(code: EISDIR) }
    let length = Int(status.st_size)
    guard length > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let address = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address, address != MAP_FAILED else { throw POSIXFailure() }
    bytes = UnsafeRawBufferPointer(start: address, count: length)
  }

  deinit {
    if let address = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: address), bytes.count) }
  }
}

/// An error of the operating system, in its own words.
struct POSIXFailure: Error {
  let code: Int32
  init(code: Int32 = errno) { self.code = code }
  var reason: String { String(cString: strerror(code)) }
}
