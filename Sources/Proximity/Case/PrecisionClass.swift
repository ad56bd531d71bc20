internal import Geocoding
public import Incidents

/// How well an incident's place is known, in one word that maps are styled by.
public enum PrecisionClass: String, Sendable, CaseIterable {
  /// On the grounds of a registered site.
  case site
  /// Placed by its relation to a registered site.
  case nearSite = "near_site"
  case settlement
  case region
  case country

  public init(of incident: Incident) {
    let footprint = incident.footprint
    switch footprint.wherePrecision {
    case 6...: self = .country
    case 4, 5: self = .region
    default:
      if footprint.anchorSite == nil {
        self = footprint.relation == .inRegion ? .region : .settlement
      } else {
        self = footprint.relation == .at ? .site : .nearSite
      }
    }
  }

  /// For people: "near a site".
  public var label: String {
    switch self {
    case .site: "at a site"
    case .nearSite: "near a site"
    case .settlement: "in or near a settlement"
    case .region: "in a region"
    case .country: "in a country"
    }
  }
}
