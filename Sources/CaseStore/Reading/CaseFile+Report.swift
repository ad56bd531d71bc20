public import Gazetteer
public import GeoModel
public import Incidents
public import Proximity

extension CaseFile {
  /// What a report on some sites tells, as far as it can be known without reading the whole case: the incidents
  /// that are theirs or may have come near, with accounts that say no more than their documents; the statements
  /// about their events; the documents these rest on and those that were left out.
  ///
  /// The time it takes follows the number of incidents there. Exposures are not read: they are measured when the
  /// report is.
  ///
  /// - Parameters:
  ///   - targets: the sites.
  ///   - reach: how near an incident must possibly be.
  /// - Throws: ``CaseStoreError``.
  public func content(near targets: [Site], within reach: Meters) throws(CaseStoreError) -> Case {
    try reading { reader in
      var rows = Set(try reader.rows(ofSites: targets.map(\.id)))
      for site in targets {
        let boxes = Self.boxes(around: site.coordinate, reach + site.accuracy)
        rows.formUnion(try reader.rows(in: boxes, atMostPrecision: 5))
      }
      var content = Case(incidents: try reader.incidents(rows: rows.sorted(), isWhole: false))
      content.reviews = try reader.reviews()
      content.sites = try reader.sites()
      content.rings = try reader.rings()
      content.statements = try reader.statements(ofSites: targets.map(\.id), among: content.incidents)
      let cited = content.incidents.flatMap(\.documents) + content.statements.map(\.evidence.document)
      content.documents = try reader.documents(cited: Set(cited))
      return content
    }
  }

  /// What a page on the whole case tells: the latest incidents, with accounts that say no more than their
  /// documents, statements and documents.
  ///
  /// - Parameters:
  ///   - sites: the register; the case's own sites unless given.
  ///   - limit: the greatest number of incidents; the case says how many earlier ones there are.
  /// - Throws: ``CaseStoreError``.
  public func contentForPage(
    sites: [Site]? = nil, latest limit: Int = CaseFile.pageLimit
  ) throws(CaseStoreError) -> Case {
    try reading { reader in
      let (rows, earlier) = try reader.latestRows(limit)
      var content = try reader.content(
        sites: try sites ?? reader.sites(), rings: try reader.rings(), rows: rows, isWhole: false)
      content.earlierIncidents = earlier
      return content
    }
  }

  /// More incidents than anybody reads about on one page.
  public static let pageLimit = 10_000

  /// Everything the case holds but mentions.
  ///
  /// - Throws: ``CaseStoreError``.
  public func contentForReport() throws(CaseStoreError) -> Case {
    try reading { try $0.content(sites: try $0.sites(), rings: try $0.rings(), isWhole: true) }
  }

  /// The sites of the case's own layer: those that incidents concern or may have come near.
  ///
  /// - Throws: ``CaseStoreError``.
  public func sites() throws(CaseStoreError) -> [Site] { try reading { try $0.sites() } }

  /// The accounts of some incidents, with everything they say.
  ///
  /// - Throws: ``CaseStoreError``.
  public func accounts(of incidents: Set<String>) throws(CaseStoreError) -> [String: [Account]] {
    try reading { reader in
      var found: [String: [Account]] = [:]
      for id in incidents { found[id] = try reader.accounts(of: id) }
      return found
    }
  }
}
