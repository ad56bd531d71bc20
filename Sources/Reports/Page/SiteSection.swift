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
  /// The incidents of the rows that are the site's own.
  let own: [Incident]
  private let rank: (Int, Int, Int, Int)

  /// - Parameter limit: how many rows; the site's own come before others, then the latest.
  init(site: Site, index: CaseIndex, limit: Int) {
    self.site = site
    let incidents = index.content.incidents
    let isOwn = Set(index.places(of: site.id)).contains
    var seen: Set<Int> = []
    let pairs = index.places(near: site.id).filter { seen.insert($0.incident).inserted }
    let latest = incidents.latestFirst(pairs.map(\.incident))
    let kept = Set((latest.filter(isOwn) + latest.filter { !isOwn($0) }).prefix(limit))
    let exposures = Dictionary(uniqueKeysWithValues: pairs.map { ($0.incident, $0.exposure) })
    rows = latest.filter(kept.contains).enumerated().map { order, place in
      SiteRow(
        number: order + 1, incident: incidents[place],
        exposure: index.content.exposures[exposures[place] ?? 0],
        isOwn: isOwn(place))
    }
    leftOut = max(0, pairs.count - limit)
    let own = rows.filter(\.isOwn).map(\.incident)
    self.own = own
    let people = own.reduce(0) { $0 + ($1.killed ?? 0) * 10 + ($1.injured ?? 0) }
    let last = rows.filter { $0.isOwn || own.isEmpty }.map(\.incident.date.to.dayNumber).max()
    rank = (own.isEmpty ? 0 : 1, people, own.count, last ?? .min)
  }

  /// What matters first: sites that were hit, those with people killed or hurt, the latest.
  static func mattersMore(_ a: SiteSection, _ b: SiteSection) -> Bool {
    a.rank == b.rank ? a.site.id < b.site.id : a.rank > b.rank
  }
}

extension [Incident] {
  /// Places of incidents, those first that ended last; incidents themselves are large to be moved about.
  ///
  /// - Parameter places: to be put in order; all unless given.
  func latestFirst(_ places: [Int]? = nil) -> [Int] {
    (places ?? [Int](indices)).map { (place: $0, from: self[$0].date.from, to: self[$0].date.to) }.sorted {
      a, b in
      (a.to, a.from) == (b.to, b.from) ? self[a.place].id < self[b.place].id : (b.to, b.from) < (a.to, a.from)
    }.map(\.place)
  }

  /// The incidents, those first that ended last.
  func latest(_ limit: Int = .max) -> [Incident] { latestFirst().prefix(limit).map { self[$0] } }
}
