public import Gazetteer
public import Geocoding
public import Reading

/// Reads the accounts of incidents out of one geocoded document.
///
/// A pure function of the document, the lexicon of its language and the registered sites; safe to
/// call from many tasks at once.
public struct IncidentExtractor: Sendable {
  private let gazetteer: Gazetteer
  private let families: SiteFamilies
  private let languages = KnownLanguages()

  /// - Parameter sites: all registered sites; their parts are told from their missions here.
  public init(gazetteer: Gazetteer, sites: [Site]) {
    self.gazetteer = gazetteer
    families = SiteFamilies(sites)
  }

  /// The accounts, claims and statements of a document; nothing when its language has no lexicon.
  public func findings(in geocoded: GeocodedDocument, lexicon: Lexicon) -> DocumentFindings {
    var reading = DocumentReading(
      geocoded: geocoded, lexicon: lexicon, traits: languages.traits(of: lexicon), gazetteer: gazetteer,
      places: PlaceCompatibility(sites: families))
    reading.readSentences()
    let builder = AccountBuilder(
      geocoded: geocoded, report: reading.report, gazetteer: gazetteer, families: families,
      views: reading.views, ranks: reading.ranks)
    var findings = DocumentFindings(
      document: geocoded.document.id, published: geocoded.document.published?.date)
    var siteClaims = reading.claims.filter { $0.event == nil }
    let told = Dictionary(grouping: reading.claims) { $0.event ?? -1 }
    var series: [Int: [Claim]] = [:]
    for loose in reading.claims {
      for event in loose.series { series[event, default: []].append(loose.claim.scoped(.series)) }
    }
    for (index, event) in reading.events.enumerated() where !reading.isDenied(event) {
      let own = told[index] ?? []
      let claims = own.map(\.claim) + (series[index] ?? [])
      switch builder.account(of: event, claims: claims) {
      case .account(let account, let sums):
        findings.accounts.append(account)
        findings.statements += sums
      case .statement(let statement):
        findings.statements.append(statement)
        siteClaims += own.filter { $0.claim.stance != .states }
      }
    }
    findings.statements += reading.statements
    findings.siteClaims = siteClaims.compactMap { loose in
      loose.site.map { SiteClaim(site: $0, month: loose.month, claim: loose.claim) }
    }
    return findings
  }
}
