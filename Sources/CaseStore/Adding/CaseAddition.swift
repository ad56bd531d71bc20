internal import GRDB
public import Gazetteer
public import GeoModel
public import Incidents
public import Proximity

/// One run that adds to a case.
///
/// Documents go to temporary tables as they come; ``commit(_:waiting:)`` then takes them into the case in a
/// single transaction. A run that ends before, however it ends, leaves the case as it was.
public final class CaseAddition {
  /// What decides how accounts become incidents and what they are measured against.
  public struct Rules {
    public var merger: IncidentMerger
    public var sites: [Site]
    public var rings: [Meters]

    public init(
      merger: IncidentMerger, sites: [Site], rings: [Meters] = ExposureCalculator.standardRings
    ) {
      self.merger = merger
      self.sites = sites
      self.rings = rings
    }
  }

  /// What a run did to a case.
  public struct Changes: Hashable, Sendable {
    public var documents = 0
    /// Documents that the case had already.
    public var known = 0
    public var leftOut = 0
    public var incidents = 0
    public var new = 0
    /// Known before and told of by more, or other, accounts now.
    public var changed = 0
    /// Former incidents that turned out to be one with another.
    public var merged = 0
    /// Cells that an analyst changed since the last run.
    public var edits = 0
  }

  public let file: CaseFile
  /// `true`: everything the case holds but the analyst's edits gives way to what this run adds.
  public let isReplacing: Bool
  public private(set) var known = KnownDocuments()
  private let queue: DatabaseQueue
  private var changes = Changes()
  private var isStaging = false
  private var staged: Staging?
  /// Documents of data sets that take the place of what they said before.
  private var revised: [String] = []
  private let isNew: Bool
  private var isUpgraded = false

  /// Opens a case, or makes an empty one.
  ///
  /// - Throws: ``CaseStoreError``.
  public init(_ file: CaseFile, replacing: Bool = false) throws(CaseStoreError) {
    self.file = file
    isReplacing = replacing
    isNew = !file.exists
    do {
      try file.createIfMissing()
      queue = try file.open()
      known = try queue.writeWithoutTransaction { db in
        try CaseFile.check(db, file.path, isAdding: true)
        try Staging.create(db)
        var known = KnownDocuments()
        if replacing { return known }
        let rows = try Row.fetchCursor(
          db, sql: "SELECT id, content FROM documents WHERE content IS NOT NULL AND left_out IS NULL")
        while let row = try rows.next() { known.insert(row[0], row[1]) }
        return known
      }
    } catch {
      throw CaseStoreError(error, path: file.path)
    }
  }

  /// Whether there was a document at all, new or known.
  public var hasRead: Bool { changes.documents + changes.known > 0 }

  /// Takes a document in, unless its content is known.
  public func add(_ document: NewDocument) throws(CaseStoreError) {
    guard !known.holds(document.content) else { return addKnown() }
    if document.standsAlone, known.differs(document.record.id, document.content) {
      revised.append(document.record.id)
    }
    try staging { try $0.add(document) }
    noteAdded(document.record.id, document.content)
  }

  func noteAdded(_ id: String, _ content: ContentHash) {
    known.insert(id, content.description)
    changes.documents += 1
  }

  /// Counts a document that the case has already.
  public func addKnown() { changes.known += 1 }

  public func leaveOut(_ record: DocumentRecord) throws(CaseStoreError) {
    try staging { try $0.add(record, content: nil) }
    changes.leftOut += 1
  }

  /// Takes everything into the case.
  ///
  /// - Parameter waiting: called, with who holds the case, when another run must be waited for.
  /// - Throws: ``CaseStoreError``; the case is then as it was.
  public func commit(
    _ rules: Rules, waiting: @escaping (String) -> Void = { _ in }
  ) throws(CaseStoreError) -> Changes {
    do {
      let digest = CaseUpdate.digest(rules)
      return try queue.writeWithoutTransaction { db in
        if isStaging { try db.execute(sql: "COMMIT") }
        isStaging = false
        try WriteLock(path: file.path, waiting: waiting).begin(db)
        do {
          var changes = try adding(db, rules, digest)
          // What the analyst said of incidents that the run has only now found.
          if isReplacing { changes.merged += try join(db, rules, digest) }
          changes.incidents = try Int.fetchOne(db, sql: "SELECT count(*) FROM gpkg_cordon_incidents") ?? 0
          try db.execute(sql: "COMMIT")
          // The room that the earlier format took is given back, unless somebody reads just now.
          if isUpgraded { try? db.execute(sql: "VACUUM") }
          return changes
        } catch {
          try? db.execute(sql: "ROLLBACK")
          throw error
        }
      }
    } catch {
      throw CaseStoreError(error, path: file.path)
    }
  }

  /// Closes the case; one that this run made and put nothing into is taken away again.
  public func close() {
    staged = nil
    try? queue.close()
    if isNew { file.removeIfEmpty() }
  }

  private func adding(_ db: Database, _ rules: Rules, _ digest: String) throws -> Changes {
    try CaseFile.check(db, file.path, isAdding: true)
    isUpgraded = try CaseUpgrade.run(db)
    if !isReplacing { try discardWhatOthersAdded(db) }
    var changes = changes
    var update = try CaseUpdate(db, rules, digest: digest)
    if isUpgraded { try update.rebuildAll() }
    changes.edits = update.foundEdits
    if isReplacing { try CaseSchema.empty(db) }
    guard try changes.documents + changes.leftOut > 0 || update.isNeeded else { return changes }
    let outcome = try writing(db) {
      try CaseUpgrade.setFormat(db)
      let former = try Revision.remove(db, revised)
      try Staging(db).move()
      update.rebuild(try Revision.replace(db, former))
      return try update.run()
    }
    changes.new = outcome.new
    changes.changed = outcome.changed
    changes.merged = outcome.merged
    return changes
  }

  private func join(_ db: Database, _ rules: Rules, _ digest: String) throws -> Int {
    var update = try CaseUpdate(db, rules, digest: digest)
    return try update.isNeeded ? writing(db) { try update.run().merged } : 0
  }

  /// Takes the triggers away that plain SQLite cannot run, and brings everything up to date that GIS programs
  /// look at first.
  private func writing<Result>(_ db: Database, _ body: () throws -> Result) throws -> Result {
    for layer in CaseSchema.layers { try SpatialTriggers(table: layer.name).drop(db) }
    let result = try body()
    for layer in CaseSchema.layers {
      try layer.refresh(db)
      try SpatialTriggers(table: layer.name).create(db)
    }
    try CaseAppearance(db, name: file.path).refresh()
    return result
  }

  /// Two runs may have read the same documents before either wrote them down.
  private func discardWhatOthersAdded(_ db: Database) throws {
    let twice = try String.fetchAll(
      db,
      sql: """
        SELECT n.id FROM temp.new_documents n JOIN documents d ON d.content = n.content
        """)
    for id in twice {
      for (table, column) in [
        ("documents", "id"), ("found", "document"),
        ("gpkg_cordon_site_claims", "document"), ("gpkg_cordon_statements", "document"),
      ] {
        try db.execute(sql: "DELETE FROM temp.new_\(table) WHERE \(column) = ?", arguments: [id])
      }
      changes.documents -= 1
      changes.known += 1
    }
    // A left-out input is remembered once.
    try db.execute(
      sql: """
        DELETE FROM temp.new_documents WHERE left_out IS NOT NULL AND EXISTS (
          SELECT 1 FROM documents d WHERE d.id = new_documents.id AND d.left_out = new_documents.left_out)
        """)
    let clash = try String.fetchOne(
      db,
      sql: """
        SELECT n.id FROM temp.new_documents n JOIN documents d ON d.id = n.id
        WHERE n.left_out IS NULL AND d.left_out IS NULL AND n.id NOT IN (SELECT value FROM json_each(?))
        """,
      arguments: [Revision.list(revised)])
    if let clash {
      throw CaseStoreError(
        path: file.path,
        problem: .held("another run, which added a document '\(clash)' of other content meanwhile,"))
    }
    changes.leftOut =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM temp.new_documents WHERE left_out IS NOT NULL") ?? 0
  }

  func staging(_ body: (Staging) throws -> Void) throws(CaseStoreError) {
    do {
      try queue.writeWithoutTransaction { db in
        // Only temporary tables are written, so that nobody is kept from the case.
        if !isStaging { try db.execute(sql: "BEGIN DEFERRED") }
        isStaging = true
        let stage = staged ?? Staging(db)
        staged = stage
        try body(stage)
      }
    } catch {
      throw CaseStoreError(error, path: file.path)
    }
  }
}
