internal import GeoModel
internal import Geocoding
internal import Incidents

extension Case {
  /// The exposures worth a line on a map: against the incident's own sites, the nearest five, and, where a
  /// site tells the place, up to twenty within 1 km as best known.
  ///
  /// In a capital every incident has a hundred missions in range; a line to each hides what it should show.
  /// Counts, chances and reports are of all of them none the less.
  public var drawnExposures: [Exposure] {
    var kept: [Exposure] = []
    let known = Dictionary(incidents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var ownSites: [String?] = []
    var isBySite = false
    var current: String?
    var count = 0
    // They come in the order of the incidents, each by distance.
    for exposure in exposures {
      if exposure.incident != current {
        guard let incident = known[exposure.incident] else { continue }
        current = exposure.incident
        ownSites = [incident.siteID, incident.footprint.anchorSite]
        isBySite = [.site, .nearSite].contains(PrecisionClass(of: incident))
        count = 0
      }
      count += 1
      let isNear = isBySite && exposure.best <= Self.linkReach && count <= Self.mostLinks
      if count <= Self.nearestLinks || isNear || ownSites.contains(exposure.site) { kept.append(exposure) }
    }
    return kept
  }

  private static let nearestLinks = 5
  private static let mostLinks = 20
  private static let linkReach = Meters.kilometers(1)
}
