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
    if let here = a.anchorSite, let there = b.anchorSite {
      if sites.main(of: here) == sites.main(of: there) { return 6 }
      if !isInside(a, b) { return nil }
    }
    return mayCoincide(a, b) ? 3 : nil
  }

  private func mayCoincide(_ a: Footprint, _ b: Footprint) -> Bool {
    Geodesic.wgs84.distance(a.best, b.best).value <= a.radius.value + b.radius.value
  }

  /// One of two different sites may lie in the other only when the other is large.
  private func isInside(_ a: Footprint, _ b: Footprint) -> Bool {
    let small = min(a.radius.value, b.radius.value)
    let large = max(a.radius.value, b.radius.value)
    return large > 10 * small && Geodesic.wgs84.distance(a.best, b.best).value + small <= large
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
      let main = sites.first { site in
        ["embassy", "consulate"].contains(SiteKind.family(site.kind))
          && site.operatorCountry == part.operatorCountry
          && site.hostCountry == part.hostCountry && site.city == part.city
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
