#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads a file or standard input piece by piece.
final class FileBytes {
  private let descriptor: Int32
  private let name: String
  private let owns: Bool

  /// `-` is standard input.
  init(_ path: String) throws(ReadingError) {
    name = path
    owns = path != "-"
    descriptor = owns ? open(path, O_RDONLY | O_CLOEXEC) : 0
    guard descriptor < 0 else { return }
    let code = errno
    throw ReadingError(.noInput, file: path, "cannot be opened (\(String(cString: strerror(code))))")
  }

  deinit {
    if owns, descriptor >= 0 { close(descriptor) }
  }

  /// Appends up to `count` bytes; `false` at the end.
  func read(_ count: Int, into bytes: inout [UInt8]) throws(ReadingError) -> Bool {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    var got = 0
    repeat {
      #if canImport(Darwin)
        got = bytes.withUnsafeMutableBytes { Darwin.read(descriptor, $0.baseAddress! + start, count) }
      #elseif canImport(Musl)
        got = bytes.withUnsafeMutableBytes { Musl.read(descriptor, $0.baseAddress! + start, count) }
      #else
        got = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + start, count) }
      #endif
    } while got < 0 && errno == EINTR
    let code = errno
    bytes.removeLast(count - max(got, 0))
    guard got >= 0 else {
      throw ReadingError(.noInput, file: name, "cannot be read (\(String(cString: strerror(code))))")
    }
    return got > 0
  }

  /// Appends all that is left.
  func readAll(limit: Int, into bytes: inout [UInt8]) throws(ReadingError) {
    var step = 1 << 16
    while try read(step, into: &bytes) {
      guard bytes.count <= limit else {
        throw ReadingError(
          .badData, file: name,
          "is larger than \(limit >> 20) MB; split it, or give its reports as JSON Lines")
      }
      step = min(step * 2, 1 << 23)
    }
  }
}

/// What a path is.
enum PathKind {
  case missing, folder, file, linkToFolder
  /// A pipe, a socket or a device: reading it may wait for ever.
  case special

  init(_ path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else {
      self = .missing
      return
    }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      self = info.st_mode & S_IFMT == S_IFREG ? .file : .special
      return
    }
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFLNK else {
      self = .folder
      return
    }
    self = .linkToFolder
  }
}

extension FileBytes {
  /// The size of a file; `nil` for a pipe, a device or what cannot be looked at.
  static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}
