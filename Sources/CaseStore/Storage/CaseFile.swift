internal import GRDB

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A case in a file: a GeoPackage that GIS programs open and edit, and that later runs add to.
///
/// Every change is one transaction of the database, synchronised to the disk: whatever happens in between, the
/// file holds what was there before or all of what was added.
public struct CaseFile: Sendable {
  public let path: String
  /// What reads it, once it was opened to be asked several times.
  private var reader: DatabaseQueue?

  public init(path: String) { self.path = path }

  public var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// The name a case has in a folder.
  public static let name = "case.gpkg"

  /// Says whether the file is a case that this version reads.
  ///
  /// - Throws: ``CaseStoreError``.
  public func check() throws(CaseStoreError) {
    do {
      try open().read { try Self.check($0, path) }
    } catch {
      throw CaseStoreError(error, path: path)
    }
  }

  /// The same, checked as by ``check()`` and kept open, so that it answers several questions sooner.
  ///
  /// - Throws: ``CaseStoreError``.
  public func opened() throws(CaseStoreError) -> CaseFile {
    do {
      let queue = try open()
      try queue.read { try Self.check($0, path) }
      var file = self
      file.reader = queue
      return file
    } catch {
      throw CaseStoreError(error, path: path)
    }
  }

  /// Reads from what is open already, else opens and checks it.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    if let reader { return try reader.read(body) }
    return try open().read { db in
      try Self.check(db, path)
      return try body(db)
    }
  }

  /// Opens for reading and writing, since what a killed run left must be undone before anybody reads; where
  /// writing is not allowed, for reading.
  func open() throws -> DatabaseQueue {
    guard exists else { throw CaseStoreError(path: path, problem: .missing) }
    var configuration = Self.configuration
    configuration.readonly = !FileManager.default.isWritableFile(atPath: path)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Makes an empty case unless there is a file.
  ///
  /// It is made under another name, so that nobody sees it half made, and takes its name only if nobody else
  /// has it by then.
  func createIfMissing() throws {
    let manager = FileManager.default
    guard !exists else { return }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard manager.fileExists(atPath: folder) else {
      throw CaseStoreError(path: path, problem: .notWritable("there is no folder \(folder)"))
    }
    let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
    defer { try? manager.removeItem(atPath: temporary) }
    try? manager.removeItem(atPath: temporary)
    do {
      let queue = try DatabaseQueue(path: temporary, configuration: Self.configuration)
      try queue.inTransaction(.immediate) { db in
        try CaseSchema.create(db)
        return .commit
      }
      try queue.close()
      // Unlike a rename, a link does not replace what another run has made meanwhile.
      try manager.linkItem(atPath: temporary, toPath: path)
    } catch {
      guard !exists else { return }
      throw CaseStoreError(path: path, problem: .notWritable("\(CaseStoreError(error, path: path).reason)"))
    }
  }

  /// - Parameter isAdding: an earlier format will do, since it is brought up to date.
  static func check(_ db: Database, _ path: String, isAdding: Bool = false) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard application == CoreTables.applicationID, try db.tableExists("gpkg_cordon_meta") else {
      throw CaseStoreError(path: path, problem: .notACase)
    }
    let format = try format(db)
    guard format <= CaseSchema.format else {
      throw CaseStoreError(path: path, problem: .newer(format))
    }
    guard format >= CaseSchema.earliestFormat || isAdding else {
      throw CaseStoreError(path: path, problem: .older(format))
    }
  }

  static func format(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT value FROM gpkg_cordon_meta WHERE key = 'format'") ?? 0
  }

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    // A run stages what it finds in temporary tables, over many calls, in one transaction.
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -65536; PRAGMA synchronous = FULL")
    }
    return configuration
  }
}

extension CaseStoreError {
  /// The reason alone, for a sentence that says more.
  fileprivate var reason: String {
    switch problem {
    case .notReadable(let reason), .notWritable(let reason), .damaged(let reason): reason
    default: description
    }
  }
}

extension CaseFile {
  /// Takes an empty case away that this run made.
  func removeIfEmpty() {
    let count = try? open().read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM documents") ?? 0
    }
    if count == 0 { try? FileManager.default.removeItem(atPath: path) }
  }
}
