public import GeoModel
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

  /// Up to this radius a filled mark at a site does not say more than is known.
  public static let exactRadius = Meters(2_000)

  /// Whether a filled mark may stand for an incident: placed by a registered site, and closely.
  public static func isExact(_ incident: Incident) -> Bool {
    let precision = PrecisionClass(of: incident)
    return (precision == .site || precision == .nearSite) && incident.footprint.radius <= exactRadius
  }
}
