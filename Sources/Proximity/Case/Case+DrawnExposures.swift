internal import GeoModel
internal import Geocoding
package import Incidents

extension Case {
  /// The exposures worth a line on a map: against the incident's own sites, the nearest five, and, where a
  /// site tells the place, up to twenty within 1 km as best known.
  ///
  /// In a capital every incident has a hundred missions in range; a line to each hides what it should show.
  /// Counts, chances and reports are of all of them none the less.
  public var drawnExposures: [Exposure] {
    var kept: [Exposure] = []
    let known = Dictionary(incidents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // They come in the order of the incidents, each by distance.
    var rest = exposures[...]
    while let first = rest.first {
      let own = rest.prefix { $0.incident == first.incident }
      rest = rest[own.endIndex...]
      if let incident = known[first.incident] { kept += incident.drawn(own) }
    }
    return kept
  }
}

extension Incident {
  /// Those of the incident's exposures, given by distance, that ``Case/drawnExposures`` has.
  package func drawn(_ exposures: some Collection<Exposure>) -> [Exposure] {
    let ownSites = [siteID, footprint.anchorSite]
    let isBySite = [.site, .nearSite].contains(PrecisionClass(of: self))
    var kept: [Exposure] = []
    for (place, exposure) in exposures.enumerated() {
      let isNear = isBySite && exposure.best <= Self.linkReach && place < Self.mostLinks
      if place < Self.nearestLinks || isNear || ownSites.contains(exposure.site) { kept.append(exposure) }
    }
    return kept
  }

  private static let nearestLinks = 5
  private static let mostLinks = 20
  private static let linkReach = Meters.kilometers(1)
}
