public import Gazetteer
internal import GeoKernel
public import GeoModel
internal import Geocoding
public import Incidents

/// Measures incidents against sites.
///
/// A site is measured when the incident may have come within ``range`` of it, that is when the least
/// possible distance is not greater, and always when it is the incident's own site. An incident known
/// only to a country or worse (`where_prec` 6 and 7) says nothing about any particular site there, so
/// it is measured against its own site alone.
public struct ExposureCalculator: Sendable {
  /// 100 m, 500 m, 1 km and 5 km.
  public static let standardRings = [Meters(100), Meters(500), .kilometers(1), .kilometers(5)]

  /// Ascending, each once.
  public let rings: [Meters]
  public let range: Meters
  private let index: SiteIndex

  /// - Parameters:
  ///   - sites: with ids that differ; of two with the same id one is taken.
  ///   - rings: radii to give chances for, each above 0; the order does not matter.
  ///   - range: how near a site must possibly be; the largest ring unless given.
  public init(
    sites: [Site], rings: [Meters] = ExposureCalculator.standardRings, range: Meters? = nil
  ) {
    self.rings = Set(rings.filter { $0.value > 0 }).sorted()
    self.range = range ?? self.rings.last ?? .zero
    index = SiteIndex(sites)
  }

  /// The incidents' exposures in the order of the incidents.
  ///
  /// Incidents that share a footprint, as all those known to one city do, are measured once.
  public func exposures(of incidents: [Incident]) -> [Exposure] {
    var known: [Place: [Exposure]] = [:]
    return incidents.flatMap { incident in
      let place = Place(footprint: incident.footprint, site: incident.siteID)
      if let measured = known[place] { return measured.map { $0.with(incident: incident.id) } }
      let measured = exposures(of: incident)
      known[place] = measured
      return measured
    }
  }

  /// All that an incident's exposures depend on.
  private struct Place: Hashable {
    let footprint: Footprint
    let site: String?
  }

  /// Sorted by best distance, then site id.
  public func exposures(of incident: Incident) -> [Exposure] {
    let own = ownSites(of: incident)
    var found = own.map { measure(incident, $0) }
    if incident.footprint.wherePrecision < 6 {
      let reach = range + incident.footprint.radius + index.greatestAccuracy
      for site in index.candidates(around: incident.footprint.best, within: reach)
      where !own.contains(where: { $0.id == site.id }) {
        let distance = Geodesic.wgs84.distance(incident.footprint.best, site.coordinate)
        guard distance - incident.footprint.radius - site.accuracy <= range else { continue }
        let exposure = measure(incident, site)
        if exposure.nearest <= range { found.append(exposure) }
      }
    }
    return found.sorted { ($0.best, $0.site) < ($1.best, $1.site) }
  }

  /// The site the incident concerns and the one its place was measured from.
  private func ownSites(of incident: Incident) -> [Site] {
    var ids: [String] = []
    for id in [incident.siteID, incident.footprint.anchorSite].compactMap(\.self) where !ids.contains(id) {
      ids.append(id)
    }
    return ids.compactMap { index[id: $0] }
  }

  private func measure(_ incident: Incident, _ site: Site) -> Exposure {
    Exposure(
      of: incident,
      from: Target(site),
      rings: rings)
  }
}

extension Exposure {
  /// The same of another incident in the same place.
  package func with(incident: String) -> Exposure {
    Exposure(
      incident: incident, site: site, best: best, nearest: nearest, farthest: farthest, bearing: bearing,
      within: within)
  }
}
