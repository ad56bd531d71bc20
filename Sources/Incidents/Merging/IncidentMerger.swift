public import Gazetteer
import GeoKernel
import GeoModel
import Geocoding
internal import Reading

/// Merges the accounts of many documents into incidents.
///
/// Accounts are taken from the most to the least telling, in an order that does not depend on the
/// order of the input: exact days before months, small footprints before large ones. An account
/// joins the incident it fits best, or begins one. Candidates come from an index by day, so the
/// work grows with the number of accounts per day, not with their square.
public struct IncidentMerger: Sendable {
  let places: PlaceCompatibility

  let confidence: ConfidenceModel

  /// - Parameter confidence: rates what is merged; without it everything is as likely as not.
  public init(sites: [Site], confidence: ConfidenceModel = ConfidenceModel()) {
    places = PlaceCompatibility(sites: SiteFamilies(sites))
    self.confidence = confidence
  }

  public func merge(_ findings: [DocumentFindings]) -> IncidentReport {
    let accounts = findings.flatMap(\.accounts)
    let gathered = gather(accounts)
    let statements = findings.flatMap(\.statements) + gathered.left.map(\.statement)
    var incidents = gathered.groups.compactMap { incident(of: $0.map { accounts[$0] }) }
    IncidentNaming.name(&incidents)
    incidents.sort { ($0.date.from, $0.id) < ($1.date.from, $1.id) }
    attach(findings, to: &incidents)
    return IncidentReport(
      incidents: incidents, statements: Self.resolved(statements, among: incidents))
  }

  /// "The attacks on the embassy" are at most so many of the latest: of more, the words tell nothing.
  static let seriesLimit = 12

  /// Claims about a site go to the latest incidents there that the document can have known.
  private func attach(_ findings: [DocumentFindings], to incidents: inout [Incident]) {
    let bySite = Self.bySite(incidents)
    for document in findings {
      for claim in document.siteClaims {
        let there = bySite[claim.site] ?? []
        let concerned = claim.concerned(
          among: there.map { incidents[$0].date.from }, published: document.published)
        for index in concerned.places {
          incidents[there[index]].claims.append(concerned.claim)
        }
      }
    }
    for index in incidents.indices { settle(&incidents[index]) }
  }

  /// Statements with the incidents they may speak of, by document and position.
  public static func resolved(_ statements: [SiteStatement], among incidents: [Incident]) -> [Statement] {
    var events = SiteEvents()
    for incident in incidents { events.add(incident) }
    return statements.map(events.resolved).sorted {
      ($0.evidence.document, $0.evidence.start) < ($1.evidence.document, $1.evidence.start)
    }
  }

  /// Incidents of each registered site, by date as they are sorted.
  private static func bySite(_ incidents: [Incident]) -> [String: [Int]] {
    Dictionary(grouping: incidents.indices.filter { incidents[$0].siteID != nil }) {
      incidents[$0].siteID ?? ""
    }
  }
}

extension Claim {
  func scoped(_ scope: Scope) -> Claim {
    Claim(
      claimant: claimant, stance: stance, about: about, weapon: weapon, scope: scope, evidence: evidence)
  }

  /// No two different claims have the same.
  var sortKey: MergeKey {
    MergeKey(
      numbers: [evidence.start, evidence.end],
      texts: [
        evidence.document, claimant, stance.rawValue, scope.rawValue, about ?? "", weapon ?? "",
        evidence.quote,
      ])
  }
}

/// A total order over numbers first, then texts.
struct MergeKey: Comparable {
  let numbers: [Int]
  let texts: [String]

  static func < (a: MergeKey, b: MergeKey) -> Bool {
    if a.numbers != b.numbers { return a.numbers.lexicographicallyPrecedes(b.numbers) }
    return a.texts.lexicographicallyPrecedes(b.texts)
  }
}

/// The order in which accounts are merged: numbers first, then texts.
struct MergeOrder: Comparable {
  let vagueness: Int
  let radius: Int
  let document: String
  let start: Int
  let site: String
  let kind: String

  static func < (a: MergeOrder, b: MergeOrder) -> Bool {
    if a.vagueness != b.vagueness { return a.vagueness < b.vagueness }
    if a.radius != b.radius { return a.radius < b.radius }
    return (a.document, a.start, a.site, a.kind) < (b.document, b.start, b.site, b.kind)
  }
}

extension Account {
  /// Most telling first: fewer days, then smaller radius, then document and position.
  var mergeKey: MergeOrder {
    MergeOrder(
      vagueness: date.vagueness, radius: footprint.map { Int($0.radius.value) } ?? Int.max,
      document: document,
      start: sentences.first?.start ?? 0, site: siteID ?? "", kind: kind.rawValue)
  }
}
