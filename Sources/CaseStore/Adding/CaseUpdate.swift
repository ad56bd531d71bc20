internal import GRDB
internal import GRDBSQLite
internal import Gazetteer
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

/// Brings a case up to date with its accounts and with what an analyst changed; inside a transaction.
struct CaseUpdate {
  struct Outcome {
    var new = 0
    var changed = 0
    var merged = 0
  }

  private let db: Database
  private let rules: CaseAddition.Rules
  private let siteDigest: String
  private var edits: Edits
  private var edited: Set<String> = []
  private(set) var foundEdits = 0

  /// Collects what the analyst changed since the last run.
  ///
  /// - Parameter digest: ``digest(_:)`` of the rules, which thousands of sites go into.
  init(_ db: Database, _ rules: CaseAddition.Rules, digest: String) throws {
    self.db = db
    self.rules = rules
    siteDigest = digest
    let found = try Edits.found(db)
    let missing = try Edits.missing(db).map {
      Edits.Found(incident: $0, field: Edits.removed, value: "removed", before: .null)
    }
    edits = try Edits(db)
    let fresh = found + missing.filter { edits[$0.incident][Edits.removed] == nil }
    try Edits.keep(db, fresh)
    for edit in fresh { edits.set(edit.incident, edit.field, edit.value) }
    foundEdits = fresh.count
    edited = Set(fresh.map(\.incident))
    // An edit that was taken back shows in what was written when it still stood.
    let rows = try Row.fetchCursor(db, sql: "SELECT id, edited FROM gpkg_cordon_incidents WHERE edited != ''")
    while let row = try rows.next() {
      let id: String = row[0]
      if Self.fields(edits[id]) != row[1] { edited.insert(id) }
    }
    // An incident that is to be a part of another one and still stands for itself.
    let standing = Set(try String.fetchAll(db, sql: "SELECT id FROM gpkg_cordon_incidents"))
    for (id, values) in edits.values {
      guard let target = Correction(values: values).mergedInto, standing.contains(id), target != id,
        standing.contains(target)
      else { continue }
      edited.insert(id)
    }
  }

  /// Whether there is something to do besides what is new.
  var isNeeded: Bool {
    get throws {
      if !edited.isEmpty { return true }
      return try String.fetchOne(db, sql: "SELECT value FROM gpkg_cordon_meta WHERE key = 'sites'")
        .map { $0 != siteDigest } ?? false
    }
  }

  /// These incidents are built anew whatever their accounts.
  mutating func rebuild(_ incidents: Set<String>) { edited.formUnion(incidents) }

  /// All incidents are built anew.
  mutating func rebuildAll() throws {
    edited.formUnion(try String.fetchAll(db, sql: "SELECT id FROM gpkg_cordon_incidents"))
  }

  mutating func run() throws -> Outcome {
    try joinMerged()
    var regrouping = try Regrouping(db, merger: rules.merger)
    let before = Set(try String.fetchAll(db, sql: "SELECT id FROM gpkg_cordon_incidents"))
    let former = Set(try String.fetchAll(db, sql: "SELECT id FROM gpkg_cordon_former"))
    let known = Set(regrouping.groups.compactMap(\.id))
    regrouping.name(besides: before.union(former))

    var outcome = Outcome()
    outcome.new = regrouping.groups.count { !known.contains($0.id ?? "") }
    outcome.changed = regrouping.groups.count { $0.isChanged && known.contains($0.id ?? "") }
    outcome.merged = merged.count + regrouping.retired.values.count { $0 != nil }
    try retire(regrouping)

    let sitesChanged =
      try String.fetchOne(db, sql: "SELECT value FROM gpkg_cordon_meta WHERE key = 'sites'") != siteDigest
    if sitesChanged { try db.execute(sql: "DELETE FROM gpkg_cordon_exposures") }
    var rebuilt = Set(
      regrouping.groups.compactMap { group in
        let id = group.id ?? ""
        return group.isChanged || sitesChanged || edited.contains(id) ? id : nil
      })
    let attached = try attachments(regrouping, rebuilt: &rebuilt)
    try storeMembers(regrouping)
    var writer = IncidentWriter(db, rules: rules, edits: edits)
    try writer.write(
      regrouping.groups.filter { rebuilt.contains($0.id ?? "") }.sorted { ($0.id ?? "") < ($1.id ?? "") },
      attached: attached, gone: merged.union(regrouping.retired.keys).sorted())
    try db.execute(
      sql: """
        DELETE FROM gpkg_cordon_exposures WHERE place NOT IN (
          SELECT place FROM gpkg_cordon_incidents WHERE place IS NOT NULL)
        """)
    try storeStatements(regrouping)
    try db.execute(
      sql: "INSERT OR REPLACE INTO gpkg_cordon_meta VALUES ('sites', ?)", arguments: [siteDigest])
    return outcome
  }

  /// The columns an incident is edited in, as written beside it.
  static func fields(_ edits: [String: JSONValue]) -> String { edits.keys.sorted().joined(separator: ",") }

  /// An incident that the analyst said is another one: from now on their accounts belong together.
  private mutating func joinMerged() throws {
    for id in edited.sorted() {
      guard let target = Correction(values: edits[id]).mergedInto, target != id else { continue }
      let statement = try db.cachedStatement(
        sql: "SELECT min(account) FROM gpkg_cordon_members WHERE incident = ?")
      guard let one = try Int.fetchOne(statement, arguments: [id]),
        let other = try Int.fetchOne(statement, arguments: [target])
      else { continue }
      try db.execute(sql: "INSERT INTO gpkg_cordon_joined VALUES (?, ?)", arguments: [one, other])
      // The name that goes on is the one the analyst chose.
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO gpkg_cordon_members SELECT account, ? FROM gpkg_cordon_members WHERE incident = ?
          """,
        arguments: [target, id])
      try db.execute(sql: "DELETE FROM gpkg_cordon_members WHERE incident = ?", arguments: [id])
      try db.execute(
        sql: """
          UPDATE accounts SET incident_id = ?
          WHERE fid IN (SELECT account FROM gpkg_cordon_members WHERE incident = ?)
          """,
        arguments: [target, target])
      try db.execute(
        sql: "INSERT OR REPLACE INTO gpkg_cordon_former VALUES (?, ?)", arguments: [id, target])
      merged.insert(id)
      edited.insert(target)
    }
  }

  private var merged: Set<String> = []

  /// Former names lead to the event that took their accounts over, and their edits go with them.
  private mutating func retire(_ regrouping: Regrouping) throws {
    var heirs = regrouping.retired.compactMapValues(\.self)
    for id in merged {
      heirs[id] = try String.fetchOne(
        db, sql: "SELECT incident FROM gpkg_cordon_former WHERE id = ?", arguments: [id])
    }
    for (id, heir) in heirs.sorted(by: { $0.key < $1.key }) {
      try db.execute(sql: "INSERT OR REPLACE INTO gpkg_cordon_former VALUES (?, ?)", arguments: [id, heir])
      try db.execute(
        sql: "UPDATE gpkg_cordon_former SET incident = ? WHERE incident = ?", arguments: [heir, id])
      for (field, value) in edits[id] where edits[heir][field] == nil {
        guard !["merged_into", "dismissed", Edits.removed].contains(field) else { continue }
        edits.set(heir, field, value)
        edited.insert(heir)
        try db.execute(
          sql: "UPDATE edits SET incident_id = ? WHERE incident_id = ? AND field = ?",
          arguments: [heir, id, field])
      }
    }
  }

  private func storeMembers(_ regrouping: Regrouping) throws {
    for id in regrouping.retired.keys {
      try db.execute(sql: "DELETE FROM gpkg_cordon_members WHERE incident = ?", arguments: [id])
    }
    let remove = try db.cachedStatement(sql: "DELETE FROM gpkg_cordon_members WHERE incident = ?")
      .sqliteStatement
    var members = try RowBatch(db, "gpkg_cordon_members", ["account", "incident"])
    var cells = CellWriter()
    for group in regrouping.groups where group.isChanged {
      cells.removeAll()
      cells.append(group.id)
      try db.run(remove, cells)
      for account in group.accounts {
        try members.add { row in
          row.append(account)
          row.append(group.id)
        }
      }
    }
    try members.finish()
    // An account may tell of several incidents, also of some that stay as they are.
    var told: [Int: String] = [:]
    for group in regrouping.groups where group.isChanged {
      for account in group.accounts { told[account] = "" }
    }
    for place in regrouping.groups.indices.sorted(by: {
      regrouping.groups[$0].id ?? "" < regrouping.groups[$1].id ?? ""
    }) {
      let group = regrouping.groups[place]
      for account in group.accounts {
        guard let before = told[account] else { continue }
        told[account] = before.isEmpty ? group.id : "\(before), \(group.id ?? "")"
      }
    }
    let mark = try db.cachedStatement(sql: "UPDATE accounts SET incident_id = ? WHERE fid = ?")
      .sqliteStatement
    for (account, incidents) in told.sorted(by: { $0.key < $1.key }) {
      cells.removeAll()
      cells.append(incidents)
      cells.append(account)
      try db.run(mark, cells)
    }
  }

  /// What accounts say that fit nowhere.
  private func storeStatements(_ regrouping: Regrouping) throws {
    struct Stored: Equatable {
      let site: String?
      let month: Int?
      let reason: String?
    }
    let rows = try Row.fetchAll(
      db, sql: "SELECT account, site, month, reason FROM gpkg_cordon_statements WHERE account IS NOT NULL")
    var stored: [Int: Stored] = [:]
    for row in rows { stored[row[0]] = Stored(site: row[1], month: row[2], reason: row[3]) }
    let remove = try db.cachedStatement(sql: "DELETE FROM gpkg_cordon_statements WHERE account = ?")
    for account in stored.keys where regrouping.left[account] == nil {
      try remove.execute(arguments: [account])
      try db.execute(sql: "UPDATE accounts SET left_out = NULL WHERE fid = ?", arguments: [account])
    }
    // The words are in the account; the place in its document tells them from each other.
    let insert = try db.cachedStatement(
      sql: "INSERT INTO gpkg_cordon_statements VALUES (?, ?, ?, ?, ?, ?, ?, NULL)")
    let mark = try db.cachedStatement(
      sql: "UPDATE accounts SET left_out = ?, incident_id = NULL WHERE fid = ?")
    for (account, found) in regrouping.left.sorted(by: { $0.key < $1.key }) {
      let (evidence, reason) = (found.statement.evidence, found.statement.reason.rawValue)
      guard stored[account] != Stored(site: found.site, month: found.month, reason: reason) else { continue }
      try remove.execute(arguments: [account])
      try insert.execute(arguments: [
        evidence.document, account, found.site, found.month, reason, evidence.start, evidence.end,
      ])
      try mark.execute(arguments: [reason, account])
    }
  }

  /// The claims about sites that each incident gets; an incident whose claims change is rebuilt.
  private func attachments(
    _ regrouping: Regrouping, rebuilt: inout Set<String>
  ) throws -> [String: [Claim]] {
    let sites = Set(try String.fetchAll(db, sql: "SELECT DISTINCT site FROM gpkg_cordon_site_claims"))
    guard !sites.isEmpty else { return [:] }
    var there: [String: [(day: CalendarDate, id: String)]] = [:]
    // What is not built anew is at its site as it stands.
    let standing = try Row.fetchCursor(
      db, sql: "SELECT id, site_id, day FROM gpkg_cordon_incidents WHERE site_id IS NOT NULL")
    while let row = try standing.next() {
      let (id, site): (String, String) = (row[0], row[1])
      guard sites.contains(site), !merged.contains(id), regrouping.retired[id] == nil, !rebuilt.contains(id),
        !Correction(values: edits[id]).isDismissed
      else { continue }
      there[site, default: []].append((CalendarDate(dayNumber: row[2]), id))
    }
    for group in regrouping.groups where rebuilt.contains(group.id ?? "") {
      guard var incident = regrouping.incident(of: group) else { continue }
      incident.id = group.id ?? ""
      let correction = Correction(values: edits[incident.id])
      guard !correction.isDismissed else { continue }
      correction.apply(to: &incident)
      guard let site = incident.siteID, sites.contains(site) else { continue }
      there[site, default: []].append((incident.date.from, incident.id))
    }
    for site in there.keys { there[site]?.sort { ($0.day, $0.id) < ($1.day, $1.id) } }
    var attached: [String: [Claim]] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT site, published, data FROM gpkg_cordon_site_claims ORDER BY document, rowid")
    while let row = try rows.next() {
      guard let incidents = there[row[0]], let value = try? JSONValue(parsing: row[2] as String) else {
        continue
      }
      let claim = try CaseCoding.siteClaim(value)
      let concerned = claim.concerned(
        among: incidents.map(\.day), published: (row[1] as String?).flatMap { CalendarDate(iso: $0) })
      for place in concerned.places { attached[incidents[place].id, default: []].append(concerned.claim) }
    }
    let stored = try Row.fetchCursor(
      db, sql: "SELECT id, attached FROM gpkg_cordon_incidents")
    while let row = try stored.next() {
      let id: String = row[0]
      if IncidentWriter.text(attached[id]) != row[1] as String? { rebuilt.insert(id) }
    }
    return attached
  }

  /// What tells registers and rings apart.
  static func digest(_ rules: CaseAddition.Rules) -> String {
    var bytes: [UInt8] = []
    func add(_ text: String) {
      bytes.append(contentsOf: text.utf8)
      bytes.append(0)
    }
    for site in rules.sites.sorted(by: { $0.id < $1.id }) {
      for text in [site.id, site.name, site.kind, site.hostCountry, site.city, site.source] { add(text) }
      add(site.operatorCountry ?? "")
      add(site.address ?? "")
      for number in [site.coordinate.latitude, site.coordinate.longitude, site.accuracy.value] {
        add(number.description)
      }
      add(site.asOf.map(String.init) ?? "")
      site.aliases.forEach(add)
    }
    for ring in rules.rings { add(ring.value.description) }
    return ContentHash(bytes).description
  }
}
