internal import Gazetteer
internal import GeoModel
internal import Incidents
internal import Proximity
internal import Reading

/// A site with the incidents that may have come near it.
struct SiteSection {
  let site: Site
  /// The latest first; numbered from 1.
  let rows: [SiteRow]
  let leftOut: Int

  /// - Parameter limit: how many rows; the site's own come before others, then the latest.
  init(site: Site, index: CaseIndex, limit: Int) {
    self.site = site
    let own = Set(index.incidents(of: site.id).map(\.id))
    var seen: Set<String> = []
    let pairs = index.exposures(near: site.id).compactMap { exposure -> (Incident, Exposure)? in
      guard let incident = index.incident(exposure.incident), seen.insert(incident.id).inserted else {
        return nil
      }
      return (incident, exposure)
    }
    let ordered = pairs.sorted { a, b in
      let (aIsOwn, bIsOwn) = (own.contains(a.0.id), own.contains(b.0.id))
      return aIsOwn == bIsOwn ? Incident.isLater(a.0, b.0) : aIsOwn
    }
    rows = ordered.prefix(limit).sorted { Incident.isLater($0.0, $1.0) }.enumerated().map {
      SiteRow(
        number: $0 + 1, incident: $1.0, exposure: $1.1, isOwn: own.contains($1.0.id))
    }
    leftOut = max(0, pairs.count - limit)
  }

  var own: [Incident] { rows.filter(\.isOwn).map(\.incident) }

  /// What matters first: sites that were hit, those with people killed or hurt, the latest.
  static func mattersMore(_ a: SiteSection, _ b: SiteSection) -> Bool {
    func rank(_ section: SiteSection) -> (Int, Int, Int, Int) {
      let own = section.own
      let people = own.reduce(0) { $0 + ($1.killed ?? 0) * 10 + ($1.injured ?? 0) }
      let last = (own.isEmpty ? section.rows.map(\.incident) : own).map(\.date.to.dayNumber).max()
      return (own.isEmpty ? 0 : 1, people, own.count, last ?? .min)
    }
    let (first, second) = (rank(a), rank(b))
    return first == second ? a.site.id < b.site.id : first > second
  }
}

extension Incident {
  static func isLater(_ a: Incident, _ b: Incident) -> Bool {
    (b.date.to, b.date.from, a.id) < (a.date.to, a.date.from, b.id)
  }
}
