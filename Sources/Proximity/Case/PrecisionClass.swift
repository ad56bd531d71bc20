internal import GeoModel
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

  /// By GED's `where_prec`, the relation and the size; a stretch "near" or "north of" a place that reaches
  /// farther than 50 km is a region to anybody who looks at a map.
  public init(of incident: Incident) {
    let footprint = incident.footprint
    if footprint.wherePrecision >= 6 {
      self = .country
    } else if footprint.relation == .inRegion || footprint.radius > .kilometers(50) {
      self = .region
    } else if footprint.anchorSite == nil {
      self = .settlement
    } else {
      self = footprint.relation == .at ? .site : .nearSite
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
