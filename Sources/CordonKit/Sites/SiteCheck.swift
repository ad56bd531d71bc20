public import Gazetteer
internal import GeoKernel
internal import GeoModel

/// What looks wrong with registered sites, though their rows can be read.
///
/// Everything is judged by the towns of the gazetteer, since Cordon holds no borders and no coast: a site is far
/// from its city, or in another country or in the sea, when the towns around it say so.
public struct SiteCheck: Sendable {
  private let gazetteer: Gazetteer

  /// Beyond this from the city's point, besides the site's accuracy, it is told.
  private static let cityReach = Meters.kilometers(50)
  /// Beyond this from every town.
  private static let townReach = Meters.kilometers(50)

  public init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// A sentence for each finding, in the order of the sites.
  public func findings(_ sites: [Site]) -> [String] {
    let doubles = doubles(sites)
    return sites.flatMap { site in
      ([doubles[site.id], code(site.hostCountry), site.operatorCountry.flatMap(code)].compactMap(\.self)
        + place(of: site)).map { "\(site.id): \($0)" }
    }
  }

  private func code(_ code: String) -> String? {
    guard !code.isEmpty, gazetteer.country(code) == nil else { return nil }
    return "'\(code)' is no country the gazetteer knows"
  }

  private func place(of site: Site) -> [String] {
    var found: [String] = []
    let near = gazetteer.nearestSettlements(to: site.coordinate, limit: 8)
    if let nearest = near.first, nearest.distance > Self.townReach + site.accuracy {
      found.append("the nearest town is \(nearest.distance.kilometersLabel) away; it may lie in the sea")
    } else if !site.hostCountry.isEmpty, !near.isEmpty,
      !near.contains(where: { gazetteer.place($0.place).country == site.hostCountry })
    {
      let country = gazetteer.place(near[0].place).country ?? "another country"
      found.append("the towns around it are in \(country), not in \(site.hostCountry)")
    }
    guard !site.city.isEmpty else { return found }
    let cities = gazetteer.candidates(named: site.city).map { gazetteer.place($0.place) }.filter {
      $0.featureClass == .settlement && ($0.country == site.hostCountry || site.hostCountry.isEmpty)
    }
    let distances = cities.map { Geodesic.wgs84.distance($0.coordinate, site.coordinate) }
    if let distance = distances.min(), distance > Self.cityReach + site.accuracy {
      found.append("it is \(distance.kilometersLabel) from \(site.city)")
    } else if distances.isEmpty {
      found.append("no town named \(site.city) is known in \(site.hostCountry)")
    }
    return found
  }

  /// Sites of one sort, operator and country that may be the same.
  private func doubles(_ sites: [Site]) -> [String: String] {
    let groups = Dictionary(grouping: sites) { site in
      [SiteKind.family(site.kind), site.operatorCountry ?? site.name, site.hostCountry]
    }
    var found: [String: String] = [:]
    for group in groups.values where group.count > 1 {
      for (index, site) in group.enumerated() {
        let twin = group[..<index].first { other in
          Geodesic.wgs84.distance(other.coordinate, site.coordinate) <= other.accuracy + site.accuracy
        }
        if let twin { found[site.id] = "it may be the same as \(twin.id)" }
      }
    }
    return found
  }
}

extension Meters {
  fileprivate var kilometersLabel: String { "\(Int((value / 1000).rounded())) km" }
}
