internal import Gazetteer
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity

/// A case with what its tables look up.
struct CaseIndex {
  let content: Case
  let sites: [String: Site]
  /// By incident, in the case's order.
  let exposures: [String: [Exposure]]
  /// Incidents by the id of the site they concern.
  let incidentsOfSite: [String: [Incident]]
  /// The sites that incidents concern or may have come near, and those somebody protects; by id.
  let concerned: [Site]

  init(_ content: Case) {
    self.content = content
    let sites = Dictionary(content.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.sites = sites
    exposures = Dictionary(grouping: content.exposures, by: \.incident)
    var ofSite: [String: [Incident]] = [:]
    for incident in content.incidents {
      for id in Self.ownSites(of: incident) { ofSite[id, default: []].append(incident) }
    }
    incidentsOfSite = ofSite
    let ids = Set(content.exposures.map(\.site)).union(ofSite.keys).union(content.protected)
    concerned = ids.compactMap { sites[$0] }.sorted { $0.id < $1.id }
  }

  /// The site the words concern and the one the place was measured from.
  static func ownSites(of incident: Incident) -> Set<String> {
    Set([incident.siteID, incident.footprint.anchorSite].compactMap(\.self))
  }

  /// The exposure that says most: against the incident's own site, else the nearest.
  func mainExposure(of incident: Incident) -> Exposure? {
    let all = exposures[incident.id] ?? []
    return all.first { $0.site == incident.siteID }
      ?? all.first { $0.site == incident.footprint.anchorSite }
      ?? all.min { ($0.best, $0.site) < ($1.best, $1.site) }
  }

  func role(of site: Site) -> SiteRole {
    if incidentsOfSite[site.id] != nil { return .target }
    return content.protected.contains(site.id) ? .protected : .inRange
  }

  /// Rings are drawn around diplomatic sites that incidents concern and around everything protected.
  var ringed: [Site] {
    concerned.filter { site in
      content.protected.contains(site.id) || (role(of: site) == .target && site.isDiplomatic)
    }
  }
}

/// Why a site is on the map.
enum SiteRole: String {
  /// An incident concerns it.
  case target
  /// Somebody protects it.
  case protected
  /// An incident may have come near it.
  case inRange = "in_range"
}
