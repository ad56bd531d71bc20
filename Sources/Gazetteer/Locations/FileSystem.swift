#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The few file operations that the gazetteer needs, without Foundation's start-up cost.
enum FileSystem {
  struct Status: Equatable {
    let size: Int64
    let modifiedSeconds: Int64
    let modifiedNanoseconds: Int64
    let isFolder: Bool
  }

  /// `nil` when there is nothing at the path that can be looked at.
  static func status(_ path: String) -> Status? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let modified = status.st_mtimespec
    #else
      let modified = status.st_mtim
    #endif
    return Status(
      size: Int64(status.st_size), modifiedSeconds: Int64(modified.tv_sec),
      modifiedNanoseconds: Int64(modified.tv_nsec), isFolder: status.st_mode & S_IFMT == S_IFDIR)
  }

  static func isFolder(_ path: String) -> Bool { status(path)?.isFolder ?? false }

  /// The whole content of a file.
  static func read(_ path: String) throws(GazetteerError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: POSIXFailure().reason) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: POSIXFailure().reason)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw .unreadable(path: path, reason: POSIXFailure(code: EISDIR).reason)
    }
    var failure: POSIXFailure?
    var bytes: [UInt8] = []
    var chunk = max(Int(status.st_size) + 1, 1 << 16)
    var reachedEnd = false
    while !reachedEnd && failure == nil {
      let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        let got = retrying { Self.readOnce(descriptor, buffer) }
        if got < 0 { failure = POSIXFailure() }
        count = max(0, got)
      }
      reachedEnd = part.isEmpty
      if bytes.isEmpty { bytes = part } else { bytes += part }
      chunk = 1 << 16
    }
    if let failure { throw .unreadable(path: path, reason: failure.reason) }
    return bytes
  }

  /// The names in a folder, sorted by their bytes; hidden ones left out.
  static func names(in folder: String) throws(GazetteerError) -> [String] {
    guard let handle = opendir(folder) else {
      throw .unreadable(path: folder, reason: POSIXFailure().reason)
    }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder and those above it; one that is there already is no failure.
  static func makeFolder(_ path: String) throws(POSIXFailure) {
    var partial = path.hasPrefix("/") ? "" : "."
    for component in path.split(separator: "/") {
      partial += "/" + component
      if mkdir(partial, 0o755) != 0 {
        let failure = POSIXFailure()
        if !isFolder(partial) { throw failure }
      }
    }
  }

  /// An absolute path without links or dots; the path itself when there is nothing at it.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The folder a path lies in.
  static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static var currentFolder: String { resolved(".") }

  /// The path of the running program, without links.
  static var executable: String? {
    #if os(Linux)
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = buffer.withUnsafeMutableBytes { bytes in
        bytes.withMemoryRebound(to: CChar.self) { name in
          name.baseAddress.map { readlink("/proc/self/exe", $0, name.count) } ?? 0
        }
      }
      if count > 0 { return String(decoding: buffer[..<count], as: UTF8.self) }
    #endif
    return CommandLine.arguments.first.map(resolved)
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  static var processID: Int32 { getpid() }

  static func retrying(_ operation: () -> Int) -> Int {
    while true {
      let result = operation()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  private static func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
