#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that cannot be written, and why.
public struct FileWriteError: Error, Hashable, Sendable, CustomStringConvertible {
  public let path: String
  /// The operating system's error number.
  public let code: Int32
  /// What was tried, as a verb: "create the folder".
  public let operation: String

  public var description: String {
    "\(path): cannot \(operation): \(String(cString: strerror(code))); \(wayOut)"
  }

  private var wayOut: String {
    switch code {
    case EACCES, EPERM, EROFS: "give another folder, or the right to write in this one"
    case ENOSPC, EDQUOT: "make room on the disk, or give another folder"
    case ENOTDIR, EEXIST: "a file stands where the folder should be; give another name"
    case ENOENT: "create the folder it should be in first"
    default: "give another folder"
    }
  }
}

/// Files that are there whole or not at all.
public enum AtomicFile {
  /// Writes to a temporary name in the same folder, then renames; readers never see half a file.
  ///
  /// - Throws: ``FileWriteError``; the temporary file is removed and a former file stays as it was.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileWriteError) {
    let file = try AtomicFileStream(path)
    try file.write(bytes)
    try file.commit()
  }

  /// Creates a folder and those above it; one that exists is no error.
  ///
  /// - Throws: ``FileWriteError``.
  public static func createFolder(_ path: String) throws(FileWriteError) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += prefix.isEmpty || prefix == "/" ? String(part) : "/\(part)"
      guard mkdir(prefix, 0o777) != 0 else { continue }
      let code = errno
      if code != EEXIST, !isFolder(prefix) {
        throw FileWriteError(path: path, code: code, operation: "create the folder")
      }
    }
    guard path.isEmpty || isFolder(path) else {
      throw FileWriteError(path: path, code: ENOTDIR, operation: "create the folder")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
