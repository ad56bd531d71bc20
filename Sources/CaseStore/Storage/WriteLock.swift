internal import GRDB

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The right to write to a case: one run at a time, the others wait.
struct WriteLock {
  let path: String
  /// How long to wait for another run, in seconds.
  var patience = 300.0
  /// Called once, with who holds it, when there is somebody to wait for.
  var waiting: (String) -> Void = { _ in }

  /// Begins a transaction that may write.
  ///
  /// - Throws: ``CaseStoreError`` with who holds the case, when that lasts longer than `patience`.
  func begin(_ db: Database) throws {
    var waited = 0.0
    while true {
      do {
        try db.execute(sql: "PRAGMA busy_timeout = 0; BEGIN IMMEDIATE; PRAGMA busy_timeout = 60000")
        return
      } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_BUSY {
        if waited == 0 { waiting(holder) }
        guard waited < patience else { throw CaseStoreError(path: path, problem: .held(holder)) }
        usleep(100_000)
        waited += 0.1
      }
    }
  }

  /// "cordon (process 4711)", as far as the system tells.
  ///
  /// SQLite locks bytes of the file at 1 GiB (its file format, §"Locking"); whoever has them is asked for.
  /// Closing a file gives up all of this process's locks on it, so this is only asked while it has none.
  private var holder: String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "another program" }
    defer { close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0000
    lock.l_len = 2
    guard fcntl(descriptor, F_GETLK, &lock) == 0, lock.l_type != Int16(F_UNLCK), lock.l_pid > 0 else {
      return "another program"
    }
    return Self.name(of: lock.l_pid).map { "\($0) (process \(lock.l_pid))" } ?? "process \(lock.l_pid)"
  }

  private static func name(of process: pid_t) -> String? {
    guard let file = fopen("/proc/\(process)/comm", "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 64)
    guard fgets(&buffer, 64, file) != nil else { return nil }
    let bytes = buffer.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
