#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Data on its way to standard output: the same bytes with and without a terminal.
///
/// Collects what is written and hands it on in blocks. A reader that went away (`cordon … | head`)
/// ends the program quietly; any other failure to write is told.
struct StandardOutput: TextOutputStream {
  private var pending: [UInt8] = []
  private static let blockSize = 1 << 16

  init() {}

  /// Keeps the text; a full block goes out at once.
  mutating func write(_ string: String) {
    pending.append(contentsOf: string.utf8)
  }

  mutating func write(bytes: some Sequence<UInt8>) {
    pending.append(contentsOf: bytes)
  }

  /// Hands on large pieces at once, after what was collected.
  mutating func write(directly bytes: [UInt8]) throws(Failure) {
    if pending.count + bytes.count < Self.blockSize { return pending.append(contentsOf: bytes) }
    try flush()
    pending = bytes
    try flush()
  }

  /// The text and a line end.
  mutating func line(_ string: String = "") {
    write(string)
    pending.append(UInt8(ascii: "\n"))
  }

  /// Hands on what was collected once it fills a block; to be called between records.
  mutating func flushFullBlocks() throws(Failure) {
    if pending.count >= Self.blockSize { try flush() }
  }

  /// Hands on everything.
  mutating func flush() throws(Failure) {
    let reason = pending.withUnsafeBytes { writeAll($0, to: STDOUT_FILENO) }
    pending.removeAll(keepingCapacity: true)
    guard let reason else { return }
    if reason == EPIPE { exit(ExitStatus.done.rawValue) }
    throw Failure(.cannotWrite, "standard output: cannot write: \(String(cString: strerror(reason)))")
  }

  /// From now on a write to a closed pipe fails instead of killing the program.
  static func outliveClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
  }
}

/// Writes to standard error; when nobody reads it, nothing happens.
func tell(_ line: String, terminator: String = "\n") {
  let bytes = Array((line + terminator).utf8)
  _ = bytes.withUnsafeBytes { writeAll($0, to: STDERR_FILENO) }
}

/// `true` when people watch standard error, so that a progress line makes sense.
var isStandardErrorATerminal: Bool { isatty(STDERR_FILENO) == 1 }

/// `true` when nothing was piped in and a person would have to type the input.
var isStandardInputATerminal: Bool { isatty(STDIN_FILENO) == 1 }

/// The reason it failed, as `errno` has it, else `nil`.
private func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = UnsafeRawBufferPointer(rebasing: rest).withMemoryRebound(to: UInt8.self) {
      write(descriptor, $0.baseAddress, $0.count)
    }
    if written < 0 {
      if errno == EINTR { continue }
      return errno
    }
    rest = rest.dropFirst(written)
  }
  return nil
}
