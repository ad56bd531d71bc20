internal import GeoModel
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

/// What a run that fills a new case writes at and near each site, so that it need not be read back.
struct SiteFindings {
  /// Of each place, how many incidents there are of each site's own; of none under the empty text.
  private var counts: [Int: [String: Int]] = [:]
  /// By site the last days of its own incidents.
  private var ownDays: [String: [CalendarDate]] = [:]
  /// By site what its incidents and others share.
  private var near: [String: [(exposure: Exposure, isOwn: Bool, times: Int)]] = [:]

  /// - Parameter place: what the incident's exposures are kept by.
  mutating func add(_ incident: Incident, at place: Int) {
    let own = CaseIndex.ownSite(of: incident)
    counts[place, default: [:]][own ?? "", default: 0] += 1
    if let own { ownDays[own, default: []].append(incident.date.to) }
  }

  /// - Parameter measured: the exposures of each place.
  mutating func add(_ measured: [Int: [Exposure]]) throws {
    for (place, exposures) in measured {
      guard let counts = counts[place] else { continue }
      for exposure in exposures {
        // As it was written.
        let written = try CaseCoding.exposure(CaseCoding.value(of: exposure), incident: "")
        for (own, count) in counts {
          near[written.site, default: []].append((written, own == written.site, count))
        }
      }
    }
  }

  /// Adds up what happened at and near some sites.
  func add(to tally: inout CaseTally, at sites: Set<String>) {
    for site in sites {
      for (exposure, isOwn, times) in near[site] ?? [] { tally.add(exposure, isOwn: isOwn, times: times) }
      for day in ownDays[site] ?? [] { tally.addOwn(at: site, until: day) }
    }
  }
}
