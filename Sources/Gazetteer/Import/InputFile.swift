#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file open for reading at any place; closed when the object goes.
final class InputFile {
  let path: String
  let size: Int
  private let descriptor: Int32

  /// - Throws: `GazetteerError.unreadable`, for a folder too.
  init(path: String) throws(GazetteerError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: POSIXFailure().reason) }
    guard let status = FileSystem.status(path), !status.isFolder else {
      close(descriptor)
      throw .unreadable(path: path, reason: POSIXFailure(code: EISDIR).reason)
    }
    size = Int(status.size)
  }

  deinit { close(descriptor) }

  /// Reads until the buffer is full or the file ends; how much it was.
  func read(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(GazetteerError) -> Int {
    var done = 0
    while done < buffer.count {
      let got = FileSystem.retrying {
        pread(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(offset + done))
      }
      guard got >= 0 else { throw .unreadable(path: path, reason: POSIXFailure().reason) }
      if got == 0 { break }
      done += got
    }
    return done
  }

  /// The bytes of a range that lies wholly in the file.
  func bytes(at offset: Int, count: Int) throws(GazetteerError) -> [UInt8] {
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else {
      throw .unreadable(path: path, reason: "it is cut short")
    }
    var bytes = [UInt8](repeating: 0, count: count)
    var failure: GazetteerError?
    var got = 0
    bytes.withUnsafeMutableBytes { buffer in
      do throws(GazetteerError) { got = try read(buffer, at: offset) } catch { failure = error }
    }
    if let failure { throw failure }
    guard got == count else { throw .unreadable(path: path, reason: "it is cut short") }
    return bytes
  }
}
