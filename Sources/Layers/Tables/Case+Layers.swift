public import GeoKernel
public import Proximity

extension Case {
  /// All layers: incidents, sites, mentions, links, footprints, rings; on a map the first lies on top.
  ///
  /// - Throws: `GeometryError` when a ring cannot be drawn, that is when a radius of `rings` is not between
  ///   1 mm and 19,000 km.
  public func layers() throws(GeometryError) -> [Layer] {
    var drawn = self
    drawn.exposures = drawnExposures
    let index = CaseIndex(drawn)
    let tally = CaseTally(self)
    return [
      index.incidentLayer, tally.siteLayer, index.mentionLayer, index.linkLayer, index.footprintLayer,
      try tally.ringLayer(),
    ]
  }
}
