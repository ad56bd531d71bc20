internal import GRDB
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What a run has found, in temporary tables on disk until all of it goes into the case at once.
///
/// Memory stays bounded whatever a run finds, and nobody is kept from the case while documents are read.
struct Staging {
  private static let tables = [
    "documents", "accounts", "mentions", "gpkg_cordon_shapes", "gpkg_cordon_site_claims",
  ]

  static func create(_ db: Database) throws {
    for table in tables {
      try db.execute(sql: "CREATE TEMP TABLE new_\(table) AS SELECT * FROM main.\(table) WHERE 0")
    }
    // A case of an earlier format is brought up to date only when all is staged.
    let known = Set(
      try Row.fetchAll(db, sql: "SELECT name FROM pragma_table_info('new_accounts')").map { $0[0] as String })
    for (column, type) in [("end", "INTEGER"), ("data", "BLOB")] where !known.contains(column) {
      try db.execute(sql: "ALTER TABLE temp.new_accounts ADD COLUMN \(column) \(type)")
    }
    try db.execute(
      sql: """
        CREATE TEMP TABLE new_gpkg_cordon_statements (
          document TEXT, account INTEGER, site TEXT, month INTEGER, reason TEXT, start INTEGER, end INTEGER, quote TEXT)
        """)
    try db.execute(sql: "CREATE UNIQUE INDEX temp.new_shape_keys ON new_gpkg_cordon_shapes (key)")
  }

  let db: Database
  let shapes: ShapeStore

  init(_ db: Database) {
    self.db = db
    shapes = ShapeStore(db, table: "temp.new_gpkg_cordon_shapes")
  }

  func add(_ document: NewDocument) throws {
    try add(document.record, content: document.content.description)
    try addFindings(of: document)
  }

  /// Takes a document out again that has been added without its record.
  func discard(_ id: String) throws {
    for table in ["accounts", "mentions", "gpkg_cordon_site_claims", "gpkg_cordon_statements"] {
      try db.execute(sql: "DELETE FROM temp.new_\(table) WHERE document = ?", arguments: [id])
    }
  }

  /// - Parameter before: accounts of the document that were added before.
  func addFindings(of document: NewDocument, after before: Int = 0) throws {
    let id = document.record.id
    for (number, account) in document.findings.accounts.enumerated() {
      try add(account, id: "\(id)#\(before + number + 1)", standsAlone: document.standsAlone)
    }
    for claim in document.findings.siteClaims {
      try db.cachedStatement(sql: "INSERT INTO temp.new_gpkg_cordon_site_claims VALUES (?, ?, ?, ?)").execute(
        arguments: [
          id, document.findings.published?.description, claim.site, text(CaseCoding.value(of: claim)),
        ])
    }
    for statement in document.findings.statements {
      let evidence = statement.statement.evidence
      try db.cachedStatement(
        sql: "INSERT INTO temp.new_gpkg_cordon_statements VALUES (?, NULL, ?, ?, ?, ?, ?, ?)"
      ).execute(arguments: [
        id, statement.site, statement.month, statement.statement.reason.rawValue, evidence.start,
        evidence.end,
        evidence.quote,
      ])
    }
    try add(document.mentions)
  }

  func add(_ record: DocumentRecord, content: String?) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO temp.new_documents (id, title, published, language, source, url, left_out, content, notices)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      record.id, record.title, record.published?.description, record.language, record.source, record.url,
      record.leftOut, content,
      record.notices.isEmpty ? nil : text(.array(record.notices.map(JSONValue.string))),
    ])
  }

  private func add(_ account: Account, id: String, standsAlone: Bool) throws {
    var span: DaySpan?
    var open: (month: Int?, day: Int?) = (nil, nil)
    switch account.date {
    case .span(let dated): span = dated
    case .open(let month, let day, _): open = (month ?? 0, day)
    case .none: break
    }
    let footprint = account.footprint
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO temp.new_accounts (
          id, document, kind, date_from, date_to, date_prec, open_month, open_day, site_id, site, place,
          country, lat, lon, uncertainty_m, anchor, anchor_site, start, end, n_events, weapon, killed, injured,
          stands_alone, quote, data)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    statement.setUncheckedArguments([
      id, account.document, account.kind.rawValue, span?.from.description, span?.to.description,
      span?.precision, open.month, open.day, account.siteID, account.siteName, account.placeName,
      account.countryCode, footprint?.best.latitude, footprint?.best.longitude, footprint?.radius.value,
      footprint?.anchorName, footprint?.anchorSite, account.sentences.first?.start,
      account.sentences.first?.end,
      account.count,
      account.weapon, account.killed?.count, account.injured?.count, standsAlone,
      account.sentences.map(\.quote).joined(separator: " … "),
      Packing.pack(try CaseCoding.value(of: account, keep: shapes.keep).utf8),
    ])
    try statement.execute()
  }

  private func add(_ mentions: [MentionRecord]) throws {
    guard !mentions.isEmpty else { return }
    let statement = try db.cachedStatement(sql: Self.mentionInsertion)
    for mention in mentions {
      statement.setUncheckedArguments(StatementArguments(LayerTable.values(mention.layerRow)))
      try statement.execute()
    }
  }

  private static let mentionInsertion: String = {
    let layer = CaseSchema.layer("mentions")
    return layer.insertion.replacingFirst("INTO \"mentions\"", by: "INTO temp.new_mentions")
  }()

  private func text(_ value: JSONValue) -> String { String(decoding: value.utf8, as: UTF8.self) }

  /// Moves everything into the case, in an order that does not depend on that of the inputs.
  func move() throws {
    let mentions = try Int64.fetchOne(db, sql: "SELECT max(fid) FROM mentions") ?? 0
    let accounts =
      try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'accounts'") ?? 0
    for (table, order) in [
      ("documents", "id"), ("accounts", "document, rowid"), ("mentions", "document, start, \"end\""),
    ] {
      let columns = try db.columns(in: table).map(\.name).filter { $0 != "fid" }
        .map { "\"\($0)\"" }.joined(separator: ", ")
      try db.execute(
        sql: "INSERT INTO \(table) (\(columns)) SELECT \(columns) FROM temp.new_\(table) ORDER BY \(order)")
    }
    try db.execute(
      sql: """
        INSERT INTO gpkg_cordon_accounts
          SELECT \(accounts) + row_number() OVER (ORDER BY document, rowid), data FROM temp.new_accounts;
        INSERT INTO rtree_mentions_geom SELECT fid, lon, lon, lat, lat FROM mentions WHERE fid > \(mentions);
        INSERT OR IGNORE INTO gpkg_cordon_shapes SELECT * FROM temp.new_gpkg_cordon_shapes ORDER BY key;
        INSERT INTO gpkg_cordon_site_claims SELECT * FROM temp.new_gpkg_cordon_site_claims ORDER BY document, rowid;
        INSERT INTO gpkg_cordon_statements SELECT * FROM temp.new_gpkg_cordon_statements ORDER BY document, rowid;
        """)
  }
}

extension String {
  func replacingFirst(_ part: String, by other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + self[range.upperBound...]
  }
}
