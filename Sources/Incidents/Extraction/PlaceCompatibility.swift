import Gazetteer
import GeoKernel
import GeoModel
import Geocoding

/// Whether two phrases may mean the same place.
struct PlaceCompatibility {
  let sites: SiteFamilies

  /// 6 for the same site, 3 for places that may coincide; `nil` when they cannot.
  func score(_ a: Locative, _ b: Locative) -> Int? { score(a.footprint, b.footprint) }

  func score(_ a: Footprint, _ b: Footprint) -> Int? {
    if Self.isOutside(a, b) || Self.isOutside(b, a) { return nil }
    // One is the other's mission, or a number of its own.
    let here = a.anchorSite.map { _ in Int32(0) }
    let there = b.anchorSite.map { sites.main(of: $0) == a.anchorSite.map(sites.main) ? Int32(0) : 1 }
    return score(Spot(a, site: here), Spot(b, site: there))
  }

  /// The disc around a country reaches far into others: Ouagadougou is not in Mali.
  private static func isOutside(_ place: Footprint, _ country: Footprint) -> Bool {
    country.wherePrecision == 6 && country.relation == .inRegion && place.wherePrecision < 6
      && !country.geometry.covers(place.best)
  }

  func score(_ a: Spot, _ b: Spot) -> Int? {
    let isSameSite = a.site.flatMap { here in b.site.map { $0 == here } }
    if isSameSite == true { return 6 }
    // No degree of latitude is shorter than 110,574 m: most places are told apart without a geodesic.
    let reach = a.radius + b.radius
    guard abs(a.best.latitude - b.best.latitude) * 110_500 <= reach else { return nil }
    let distance = Geodesic.wgs84.distance(a.best, b.best).value
    if isSameSite == false, !Self.isInside(a, b, distance) { return nil }
    return distance <= reach ? 3 : nil
  }

  /// One of two different sites may lie in the other only when the other is large.
  private static func isInside(_ a: Spot, _ b: Spot, _ distance: Double) -> Bool {
    let small = min(a.radius, b.radius)
    let large = max(a.radius, b.radius)
    return large > 10 * small && distance + small <= large
  }
}

/// Which registered sites are parts of one mission.
struct SiteFamilies: Sendable {
  private let mains: [String: String]
  private let byID: [String: Site]

  private static let partTags: Set<String> = [
    "embassy_building", "consular_section", "residence", "embassy_annex", "compound",
  ]

  static func isPart(_ kind: String) -> Bool { partTags.contains(SiteKind.tag(kind)) }

  init(_ sites: [Site]) {
    byID = Dictionary(sites.map { ($0.id, $0) }) { first, _ in first }
    var mains: [String: String] = [:]
    for part in sites where Self.isPart(part.kind) && part.operatorCountry != nil {
      // The kind last: it takes the longest to tell.
      let main = sites.first { site in
        site.operatorCountry == part.operatorCountry
          && site.hostCountry == part.hostCountry && site.city == part.city
          && ["embassy", "consulate"].contains(SiteKind.family(site.kind))
          && Geodesic.wgs84.distance(site.coordinate, part.coordinate).value
            <= site.accuracy.value + part.accuracy.value
      }
      if let main { mains[part.id] = main.id }
    }
    self.mains = mains
  }

  /// The mission a site belongs to, or the site itself.
  func main(of id: String) -> String { mains[id] ?? id }

  func site(_ id: String) -> Site? { byID[id] }
}
