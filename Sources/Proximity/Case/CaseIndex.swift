public import Gazetteer
public import GeoModel
internal import Geocoding
public import Incidents

/// A case with what its layers and reports look up.
public struct CaseIndex: Sendable {
  public let content: Case
  /// Of the register those that incidents concern or may have come near, and those somebody protects.
  public let sites: [String: Site]
  /// The same, by id.
  public let concerned: [Site]
  // Places in the lists of the case: there are many more exposures than anybody asks for.
  private let places: [String: Int]
  private let placesOfSite: [String: [Int]]
  private let exposurePlaces: [String: [Int]]
  private let exposurePlacesOfSite: [String: [Int]]

  public init(_ content: Case) {
    self.content = content
    exposurePlaces = Self.placesByIncident(content.exposures)
    exposurePlacesOfSite = Dictionary(grouping: content.exposures.indices) { content.exposures[$0].site }
    places = Dictionary(
      content.incidents.indices.lazy.map { (content.incidents[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
    var ofSite: [String: [Int]] = [:]
    for place in content.incidents.indices {
      if let id = Self.ownSite(of: content.incidents[place]) { ofSite[id, default: []].append(place) }
    }
    placesOfSite = ofSite
    let ids = Set(exposurePlacesOfSite.keys).union(ofSite.keys).union(content.protected)
    var sites: [String: Site] = [:]
    for site in content.sites where ids.contains(site.id) && sites[site.id] == nil { sites[site.id] = site }
    self.sites = sites
    concerned = sites.values.sorted { $0.id < $1.id }
  }

  /// Those of one incident come together, so that it is looked up once.
  private static func placesByIncident(_ exposures: [Exposure]) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    var start = 0
    while start < exposures.count {
      var end = start + 1
      while end < exposures.count, exposures[end].incident == exposures[start].incident { end += 1 }
      places[exposures[start].incident, default: []] += start..<end
      start = end
    }
    return places
  }

  public func incident(_ id: String) -> Incident? { places[id].map { content.incidents[$0] } }

  /// In the case's order.
  public func exposures(of incident: String) -> [Exposure] {
    (exposurePlaces[incident] ?? []).map { content.exposures[$0] }
  }

  /// In the case's order.
  public func exposures(near site: String) -> [Exposure] {
    (exposurePlacesOfSite[site] ?? []).map { content.exposures[$0] }
  }

  /// The best distance of the nearest; `nil` for none.
  public func leastDistance(from site: String) -> Meters? {
    (exposurePlacesOfSite[site] ?? []).lazy.map { content.exposures[$0].best }.min()
  }

  /// The exposures near a site that are of incidents of the case, as places of both in its lists.
  public func places(near site: String) -> [(incident: Int, exposure: Int)] {
    (exposurePlacesOfSite[site] ?? []).compactMap { exposure in
      places[content.exposures[exposure].incident].map { ($0, exposure) }
    }
  }

  /// Places in the case's list of the incidents of which the site is the own one; see ``ownSite(of:)``.
  public func places(of site: String) -> [Int] { placesOfSite[site] ?? [] }

  /// Those of which the site is the own one, in the case's order; see ``ownSite(of:)``.
  public func incidents(of site: String) -> [Incident] {
    places(of: site).map { content.incidents[$0] }
  }

  /// Id of the site the words concern, or else of the one the place was measured from.
  ///
  /// An incident "35 steps from the embassy's garage" is the embassy's, and not one more of the garage's.
  public static func ownSite(of incident: Incident) -> String? {
    incident.siteID ?? incident.footprint.anchorSite
  }

  /// The exposure that says most: against the incident's own site, else the nearest.
  public func mainExposure(of incident: Incident) -> Exposure? {
    let all = exposures(of: incident.id)
    return all.first { $0.site == incident.siteID }
      ?? all.first { $0.site == incident.footprint.anchorSite }
      ?? all.min { ($0.best, $0.site) < ($1.best, $1.site) }
  }

  public func role(of site: Site) -> SiteRole {
    if placesOfSite[site.id] != nil { return .target }
    return content.protected.contains(site.id) ? .protected : .inRange
  }

  /// The sites that rings and sections are about: diplomatic sites that incidents concern, and everything
  /// protected; by id.
  public var watched: [Site] {
    concerned.filter { site in
      content.protected.contains(site.id) || (role(of: site) == .target && site.isDiplomatic)
    }
  }
}

/// Why a site is in a case.
public enum SiteRole: String, Sendable {
  /// An incident concerns it.
  case target
  /// Somebody protects it.
  case protected
  /// An incident may have come near it.
  case inRange = "in_range"
}
