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
  package func drawn(_ exposures: ArraySlice<Exposure>) -> [Exposure] {
    let (own, anchor) = (siteID, footprint.anchorSite)
    let isBySite = [.site, .nearSite].contains(PrecisionClass(of: self))
    let start = exposures.startIndex
    // Of those farther off only its own sites count.
    var near = start + min(Self.nearestLinks, exposures.count)
    if isBySite {
      let most = start + min(Self.mostLinks, exposures.count)
      while near < most, exposures[near].best <= Self.linkReach { near += 1 }
    }
    var kept = Array(exposures[..<near])
    for place in near..<exposures.endIndex
    where exposures[place].site == own || exposures[place].site == anchor {
      kept.append(exposures[place])
    }
    return kept
  }

  private static let nearestLinks = 5
  private static let mostLinks = 20
  private static let linkReach = Meters.kilometers(1)
}
