public import Gazetteer
internal import GeoModel
internal import Geocoding
public import Incidents

/// A case with what its layers and reports look up.
public struct CaseIndex: Sendable {
  public let content: Case
  public let sites: [String: Site]
  /// By incident, in the case's order.
  public let exposures: [String: [Exposure]]
  /// By site, in the case's order.
  public let exposuresOfSite: [String: [Exposure]]
  public let incidents: [String: Incident]
  /// Incidents by the id of their own site; see ``ownSite(of:)``.
  public let incidentsOfSite: [String: [Incident]]
  /// The sites that incidents concern or may have come near, and those somebody protects; by id.
  public let concerned: [Site]

  public init(_ content: Case) {
    self.content = content
    let sites = Dictionary(content.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.sites = sites
    exposures = Dictionary(grouping: content.exposures, by: \.incident)
    exposuresOfSite = Dictionary(grouping: content.exposures, by: \.site)
    incidents = Dictionary(content.incidents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var ofSite: [String: [Incident]] = [:]
    for incident in content.incidents {
      if let id = Self.ownSite(of: incident) { ofSite[id, default: []].append(incident) }
    }
    incidentsOfSite = ofSite
    let ids = Set(exposuresOfSite.keys).union(ofSite.keys).union(content.protected)
    concerned = ids.compactMap { sites[$0] }.sorted { $0.id < $1.id }
  }

  /// Id of the site the words concern, or else of the one the place was measured from.
  ///
  /// An incident "35 steps from the embassy's garage" is the embassy's, and not one more of the garage's.
  public static func ownSite(of incident: Incident) -> String? {
    incident.siteID ?? incident.footprint.anchorSite
  }

  /// The exposure that says most: against the incident's own site, else the nearest.
  public func mainExposure(of incident: Incident) -> Exposure? {
    let all = exposures[incident.id] ?? []
    return all.first { $0.site == incident.siteID }
      ?? all.first { $0.site == incident.footprint.anchorSite }
      ?? all.min { ($0.best, $0.site) < ($1.best, $1.site) }
  }

  public func role(of site: Site) -> SiteRole {
    if incidentsOfSite[site.id] != nil { return .target }
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
