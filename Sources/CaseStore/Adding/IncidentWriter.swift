internal import GRDB
internal import GRDBSQLite
internal import Gazetteer
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

/// Builds incidents from their accounts and writes them, a few hundred at a time, with all that is drawn of them.
struct IncidentWriter {
  private static let portion = 500

  private let db: Database
  private let rules: CaseAddition.Rules
  private let edits: Edits
  private let calculator: ExposureCalculator
  private let shapes: ShapeStore
  /// Where each site stands in the register.
  private let registered: [String: Int]
  /// What incidents at one place are measured to be from each site; hundreds of them share one.
  private var measured: [Int: [Exposure]] = [:]
  /// Sites whose rows say something of an incident that changed.
  private var sites: Set<String> = []
  /// Nothing was written of any incident before this run, so that nothing needs to be taken out.
  private var isFresh = false
  private var found = SiteFindings()
  /// The indexes of the layers that are written from the beginning; `nil` where there is one to add to.
  private var incidentTree: PackedTree?
  private var footprintTree: PackedTree?
  private var linkTree: PackedTree?
  /// More boxes go into the index one by one, since memory is bounded: 12 MB.
  private static let mostBoxes = 500_000

  init(_ db: Database, rules: CaseAddition.Rules, edits: Edits) {
    self.db = db
    self.rules = rules
    self.edits = edits
    calculator = ExposureCalculator(sites: rules.sites, rings: rules.rings)
    shapes = ShapeStore(db)
    registered = Dictionary(
      rules.sites.indices.lazy.map { (rules.sites[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameters:
  ///   - groups: what is new or changed, in the order of the ids.
  ///   - attached: claims about sites, by incident.
  ///   - gone: ids that no incident has any more.
  mutating func write(_ groups: [Regrouping.Group], attached: [String: [Claim]], gone: [String]) throws {
    isFresh = try Self.written.allSatisfy { try Int.fetchOne(db, sql: "SELECT 1 FROM \($0) LIMIT 1") == nil }
    if isFresh { (incidentTree, footprintTree, linkTree) = (PackedTree(), PackedTree(), PackedTree()) }
    try noteSites(of: gone + groups.compactMap(\.id))
    try remove(gone)
    for start in stride(from: 0, to: groups.count, by: Self.portion) {
      try writePortion(Array(groups[start..<min(start + Self.portion, groups.count)]), attached)
    }
    try incidentTree?.write("incidents", to: db)
    try footprintTree?.write("footprints", to: db)
    try linkTree?.write("links", to: db)
    // Else the case holds more than this run has found, or an analyst's values.
    let isAllFound = isFresh && edits.values.isEmpty
    if isAllFound { try found.add(measured) }
    try SiteWriter(db, rules: rules, edits: edits).write(sites, isAllFound ? found : nil)
  }

  private mutating func writeLargeTrees() throws {
    if let tree = incidentTree, tree.count > Self.mostBoxes {
      incidentTree = nil
      try tree.write("incidents", to: db)
    }
    if let tree = footprintTree, tree.count > Self.mostBoxes {
      footprintTree = nil
      try tree.write("footprints", to: db)
    }
    if let tree = linkTree, tree.count > Self.mostBoxes {
      linkTree = nil
      try tree.write("links", to: db)
    }
  }

  /// JSON of attached claims; `nil` for none.
  static func text(_ claims: [Claim]?) -> String? {
    guard let claims, !claims.isEmpty else { return nil }
    return String(decoding: JSONValue.array(claims.map { CaseCoding.value(of: $0) }).utf8, as: UTF8.self)
  }

  private mutating func writePortion(_ groups: [Regrouping.Group], _ attached: [String: [Claim]]) throws {
    var content = Case(incidents: [], sites: [], rings: rules.rings)
    var corrections: [String: Correction] = [:]
    var places: [String: Int] = [:]
    for group in groups {
      let accounts = try group.accounts.map(account)
      guard let id = group.id, var incident = rules.merger.incident(of: accounts) else { continue }
      incident.id = id
      incident.claims += attached[id] ?? []
      rules.merger.settle(&incident)
      let correction = Correction(values: edits[id])
      correction.apply(to: &incident)
      corrections[id] = correction
      content.reviews[id] = correction.review
      content.incidents.append(incident)
      guard !correction.isDismissed else { continue }
      let place = try self.place(of: incident)
      places[id] = place
      found.add(incident, at: place)
      content.exposures += incident.drawn(try exposures(of: incident, at: place)[...]).map {
        $0.with(incident: id)
      }
    }
    content.sites = Set(content.exposures.map(\.site)).sorted().compactMap { registered[$0] }
      .map { rules.sites[$0] }
    let rows = Dictionary(
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, fid FROM gpkg_cordon_written WHERE fid > 0 AND id IN (
            SELECT value FROM json_each(?))
          """,
        arguments: [list(content.incidents.map(\.id))]
      ).map { ($0[0] as String, $0[1] as Int64) }, uniquingKeysWith: { first, _ in first })
    if !isFresh { try remove(content.incidents.map(\.id)) }
    try store(content, corrections, attached, rows, places)
  }

  private mutating func store(
    _ content: Case, _ corrections: [String: Correction], _ attached: [String: [Claim]],
    _ rows: [String: Int64], _ places: [String: Int]
  ) throws {
    let index = CaseIndex(content)
    var numbers: [String: Int] = [:]
    for row in index.incidentLayer.rows {
      guard let correction = corrections[row.id] else { continue }
      numbers[row.id] = try insert(row, correction, number: rows[row.id])
    }
    let shown = Set(content.incidents.map(\.id)).filter { corrections[$0]?.isDismissed != true }
    try CaseSchema.layer("footprints").insert(
      index.footprintLayer.rows.filter { shown.contains($0.id) }, into: db, &footprintTree)
    try CaseSchema.layer("links").insert(index.linkLayer.rows, into: db, &linkTree)
    try writeLargeTrees()
    let statement = try db.cachedStatement(sql: Self.insertion).sqliteStatement
    let claims = try db.cachedStatement(sql: Self.claimInsertion).sqliteStatement
    let sources = try db.cachedStatement(sql: Self.sourceInsertion).sqliteStatement
    var cells = CellWriter()
    for incident in content.incidents {
      cells.removeAll()
      cells.append(incident.id)
      cells.append(Self.text(attached[incident.id]))
      cells.append(CaseUpdate.fields(edits[incident.id]))
      cells.append(places[incident.id])
      try StoredIncident.append(incident, to: &cells, shapes: shapes)
      try db.run(statement, cells)
      // Which accounts tell of it, those that tell most first.
      for (rank, account) in incident.accountsByWeight.enumerated() {
        cells.removeAll()
        cells.append(numbers[incident.id])
        cells.append(rank)
        cells.append(account.key)
        cells.append(account.document)
        try db.run(sources, cells)
      }
      for claim in incident.claims {
        cells.removeAll()
        for text in [
          incident.id, claim.evidence.document, claim.claimant, claim.stance.rawValue, claim.about,
          claim.weapon, claim.scope.rawValue, claim.evidence.quote,
        ] { cells.append(text) }
        cells.append(claim.evidence.start)
        cells.append(claim.evidence.end)
        try db.run(claims, cells)
      }
      if shown.contains(incident.id), let own = CaseIndex.ownSite(of: incident) { sites.insert(own) }
    }
  }

  /// Writes a row with the analyst's values in their cells, and beside it what was written.
  ///
  /// - Returns: the number of both.
  private mutating func insert(_ row: Layer.Row, _ correction: Correction, number: Int64?) throws -> Int {
    guard !correction.isRemoved else {
      // Remembered as taken out: the shadow of a row that nobody sees.
      try db.execute(
        sql:
          "INSERT INTO gpkg_cordon_written (fid, id) VALUES ((SELECT min(0, coalesce(min(fid), 0)) - 1 FROM gpkg_cordon_written), ?)",
        arguments: [row.id])
      return Int(db.lastInsertedRowID)
    }
    let statement = try db.cachedStatement(sql: Self.rowInsertion)
    var cells = CellWriter()
    if correction.values.isEmpty {
      cells.append(number.map { Int($0) })
      cells.append(row)
      try db.run(statement.sqliteStatement, cells)
    } else {
      var values = LayerTable.values(row)
      for (place, column) in Self.columns.enumerated() {
        guard column != "edited", let value = correction.values[column] else { continue }
        values[place] = Edits.stored(value, column)
      }
      statement.setUncheckedArguments(StatementArguments([number] + values))
      try statement.execute()
    }
    let fid = Int(db.lastInsertedRowID)
    let position = correction.values["geom"]?.string.flatMap(Correction.position)
    if case .point(let point)? = position.map(Geometry.point) ?? row.geometry {
      if incidentTree != nil {
        incidentTree?.add(Int64(fid), longitude: point.longitude, latitude: point.latitude)
      } else {
        cells.removeAll()
        cells.append(fid)
        for edge in [point.longitude, point.longitude, point.latitude, point.latitude] { cells.append(edge) }
        let box = try db.cachedStatement(sql: "INSERT INTO rtree_incidents_geom VALUES (?, ?, ?, ?, ?)")
        try db.run(box.sqliteStatement, cells)
      }
    }
    cells.removeAll()
    cells.append(fid)
    try db.run(try db.cachedStatement(sql: Self.shadowInsertion).sqliteStatement, cells)
    return fid
  }

  /// All that an incident's exposures depend on, as a number.
  private func place(of incident: Incident) throws -> Int {
    let footprint = incident.footprint
    let ring = try footprint.ring.map(shapes.keep) ?? 0
    let stated = footprint.statedDistance.map { "\($0.low.value) \($0.best.value) \($0.high.value)" } ?? ""
    // The words are those of cases that were written before.
    let best = "Coordinate(longitude: \(footprint.best.longitude), latitude: \(footprint.best.latitude))"
    let text =
      "\(try shapes.keep(footprint.geometry)) \(ring) \(best) \(footprint.radius.value) "
      + "\(footprint.wherePrecision) \(footprint.anchorSite ?? "") \(incident.siteID ?? "") \(stated)"
    return ContentHash(Array(text.utf8)).key
  }

  /// Exposures are kept by place: those of hundreds of incidents in one city are the same.
  ///
  /// - Returns: by distance; the incident they name may be another one.
  private mutating func exposures(of incident: Incident, at place: Int) throws -> [Exposure] {
    if let known = measured[place] { return known }
    let found = calculator.exposures(of: incident)
    measured[place] = found
    sites.formUnion(found.map(\.site))
    let statement = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO gpkg_cordon_exposures VALUES (?, ?, ?)")
    for exposure in found {
      try statement.execute(arguments: [place, exposure.site, text(CaseCoding.value(of: exposure))])
    }
    return found
  }

  private func account(_ key: Int) throws -> Account {
    var found: Account?
    try db.forEachBlob("SELECT data FROM gpkg_cordon_accounts WHERE fid = ?", rows: [Int64(key)]) { data in
      found = try AccountCoding.decode(data, find: shapes.find)
      found?.key = key
    }
    guard let found else { throw DatabaseError(message: "account \(key) is missing") }
    return found
  }

  private mutating func noteSites(of ids: [String]) throws {
    let found = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT e.site FROM gpkg_cordon_incidents c JOIN gpkg_cordon_exposures e ON e.place = c.place
          WHERE c.id IN (SELECT value FROM json_each(?1))
        UNION SELECT site FROM gpkg_cordon_incidents
          WHERE site IS NOT NULL AND id IN (SELECT value FROM json_each(?1))
        """,
      arguments: [list(ids)])
    sites.formUnion(found)
  }

  private func remove(_ ids: [String]) throws {
    guard !ids.isEmpty else { return }
    let named = "(SELECT value FROM json_each(?))"
    let ids: StatementArguments = [list(ids)]
    let rows = "SELECT fid FROM gpkg_cordon_written WHERE id IN \(named)"
    try db.execute(sql: "DELETE FROM gpkg_cordon_sources WHERE incident IN (\(rows))", arguments: ids)
    try db.execute(sql: "DELETE FROM rtree_incidents_geom WHERE id IN (\(rows))", arguments: ids)
    try db.execute(sql: "DELETE FROM incidents WHERE fid IN (\(rows))", arguments: ids)
    for (layer, column) in [("footprints", "id"), ("links", "incident_id")] {
      try db.execute(
        sql:
          "DELETE FROM rtree_\(layer)_geom WHERE id IN (SELECT fid FROM \(layer) WHERE \(column) IN \(named))",
        arguments: ids)
      try db.execute(sql: "DELETE FROM \(layer) WHERE \(column) IN \(named)", arguments: ids)
    }
    for (table, column) in [
      ("gpkg_cordon_written", "id"), ("gpkg_cordon_incidents", "id"),
      ("claims", "incident_id"),
    ] {
      try db.execute(sql: "DELETE FROM \(table) WHERE \(column) IN \(named)", arguments: ids)
    }
  }

  private func list(_ ids: [String]) -> String { text(.array(ids.map(JSONValue.string))) }

  private func text(_ value: JSONValue) -> String { String(decoding: value.utf8, as: UTF8.self) }
}
