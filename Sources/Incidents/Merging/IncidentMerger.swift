public import Gazetteer
import GeoKernel
import GeoModel
import Geocoding
public import Reading

/// Merges the accounts of many documents into incidents.
///
/// Accounts are taken from the most to the least telling, in an order that does not depend on the
/// order of the input: exact days before months, small footprints before large ones. An account
/// joins the incident it fits best, or begins one. Candidates come from an index by day, so the
/// work grows with the number of accounts per day, not with their square.
public struct IncidentMerger: Sendable {
  private let places: PlaceCompatibility

  public init(sites: [Site]) { places = PlaceCompatibility(sites: SiteFamilies(sites)) }

  public func merge(_ findings: [DocumentFindings]) -> IncidentReport {
    var groups = AccountGroups(places: places)
    let accounts = findings.flatMap(\.accounts).sorted { $0.mergeKey < $1.mergeKey }
    var statements: [SiteStatement] = findings.flatMap(\.statements)
    for account in accounts {
      if let left = groups.add(account) { statements.append(left) }
    }
    var incidents = groups.groups.compactMap { IncidentBuilder(accounts: $0.accounts).incident() }
    IncidentNaming.name(&incidents)
    incidents.sort { ($0.date.from, $0.id) < ($1.date.from, $1.id) }
    attach(findings, to: &incidents)
    for index in incidents.indices { Confidence.rate(&incidents[index]) }
    return IncidentReport(
      incidents: incidents, statements: resolved(statements, among: incidents))
  }

  /// "The attacks on the embassy" are at most so many of the latest: of more, the words tell nothing.
  private static let seriesLimit = 12

  /// Claims about a site go to the latest incidents there that the document can have known.
  private func attach(_ findings: [DocumentFindings], to incidents: inout [Incident]) {
    let bySite = Self.bySite(incidents)
    for document in findings {
      for claim in document.siteClaims {
        let known = (bySite[claim.site] ?? []).filter { index in
          let isTold = document.published.map { incidents[index].date.from <= $0 } ?? true
          return isTold && (claim.month == nil || incidents[index].date.from.month == claim.month)
        }.suffix(Self.seriesLimit)
        for index in known {
          incidents[index].claims.append(claim.claim.scoped(known.count > 1 ? .series : .incident))
        }
      }
    }
    for index in incidents.indices {
      incidents[index].claims = Set(incidents[index].claims).sorted { $0.sortKey < $1.sortKey }
      incidents[index].disagreements = Disagreements.found(in: incidents[index])
    }
  }

  private func resolved(_ statements: [SiteStatement], among incidents: [Incident]) -> [Statement] {
    let bySite = Self.bySite(incidents)
    return statements.map { found in
      let concerned = (found.site.flatMap { bySite[$0] } ?? []).filter { index in
        found.month == nil || incidents[index].date.from.month == found.month
      }
      return Statement(
        reason: found.statement.reason, evidence: found.statement.evidence,
        mayConcern: concerned.suffix(Self.seriesLimit).map { incidents[$0].id })
    }.sorted { ($0.evidence.document, $0.evidence.start) < ($1.evidence.document, $1.evidence.start) }
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

  var sortKey: MergeKey {
    MergeKey(numbers: [evidence.start, evidence.end], texts: [evidence.document, claimant, stance.rawValue])
  }
}

/// A total order over numbers first, then texts.
struct MergeKey: Comparable {
  let numbers: [Int]
  let texts: [String]

  /// A number whose text sorts as it does.
  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }

  static func < (a: MergeKey, b: MergeKey) -> Bool {
    if a.numbers != b.numbers { return a.numbers.lexicographicallyPrecedes(b.numbers) }
    return a.texts.lexicographicallyPrecedes(b.texts)
  }
}

extension Account {
  /// Most telling first: fewer days, then smaller radius, then document and position.
  var mergeKey: MergeKey {
    MergeKey(
      numbers: [date.vagueness, footprint.map { Int($0.radius.value) } ?? Int.max],
      texts: [document, MergeKey.padded(sentences.first?.start ?? 0), siteID ?? "", kind.rawValue])
  }
}
