public import Gazetteer
public import GeoModel
public import Proximity

extension CaseFile {
  /// What is known of the incidents that are some sites' own or may have come near, without what they rest on; no
  /// documents and no statements.
  ///
  /// The time it takes follows the number of incidents there. Exposures are not read: they are measured when the
  /// report is.
  ///
  /// - Parameters:
  ///   - targets: the sites.
  ///   - reach: how near an incident must possibly be.
  /// - Throws: ``CaseStoreError``.
  public func outline(near targets: [Site], within reach: Meters) throws(CaseStoreError) -> Case {
    try reading { reader in
      var rows = Set(try reader.rows(ofSites: targets.map(\.id)))
      for site in targets {
        let boxes = Self.boxes(around: site.coordinate, reach + site.accuracy)
        rows.formUnion(try reader.rows(in: boxes, atMostPrecision: 5))
      }
      let found = rows.sorted()
      var content = Case(incidents: try reader.incidents(rows: found, isWhole: false))
      content.reviews = try reader.reviews(rows: found)
      content.sites = try reader.sites()
      content.rings = try reader.rings()
      return content
    }
  }

  /// What is known of all incidents, or of the latest, with what was measured, but without what they rest on; no
  /// documents and no statements.
  ///
  /// - Parameters:
  ///   - sites: the register; the case's own sites unless given.
  ///   - limit: the greatest number of incidents; the case says how many earlier ones there are.
  /// - Throws: ``CaseStoreError``.
  public func outline(sites: [Site]? = nil, latest limit: Int = .max) throws(CaseStoreError) -> Case {
    try reading { reader in
      let (rows, earlier) = try reader.latestRows(limit)
      let (sites, rings) = (try sites ?? reader.sites(), try reader.rings())
      var content = Case(incidents: [], sites: sites, rings: rings)
      let contents = CaseContents(reader, sites: sites, rings: rings, rows: rows, isWhole: false)
      try contents.forEachPortion { portion in
        content.incidents += portion.content.incidents
        content.exposures += portion.content.exposures
      }
      content.reviews = try reader.reviews(rows: rows)
      content.earlierIncidents = earlier
      return content
    }
  }

  /// More incidents than anybody reads about on one page.
  public static let pageLimit = 10_000

  /// What incidents rest on, and the documents and statements that go with them.
  ///
  /// - Parameters:
  ///   - query: how much of it.
  ///   - content: the outline of the case the query is about, before anything was selected.
  /// - Throws: ``CaseStoreError``.
  public func evidence(_ query: CaseEvidence.Query, of content: Case) throws(CaseStoreError) -> CaseEvidence {
    try reading { try $0.evidence(query, of: content) }
  }

  /// The sites of the case's own layer: those that incidents concern or may have come near.
  ///
  /// - Throws: ``CaseStoreError``.
  public func sites() throws(CaseStoreError) -> [Site] { try reading { try $0.sites() } }

  /// Those of them that have this id, name or alias, letter by letter.
  ///
  /// - Throws: ``CaseStoreError``.
  public func sites(named name: String) throws(CaseStoreError) -> [Site] {
    try reading { try $0.sites(named: name) }
  }

  /// Ids of the documents that tell of some incidents, each list in its order.
  ///
  /// - Throws: ``CaseStoreError``.
  public func documents(of incidents: [String]) throws(CaseStoreError) -> [String: [String]] {
    try reading { reader in
      try reader.rows(of: incidents).mapValues { try reader.documents(of: $0) }
    }
  }
}
