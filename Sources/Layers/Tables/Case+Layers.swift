public import GeoKernel
public import Proximity

extension Case {
  /// All layers: incidents, sites, mentions, links, footprints, rings; on a map the first lies on top.
  ///
  /// - Throws: `GeometryError` when a ring cannot be drawn, that is when a radius of `rings` is not between
  ///   1 mm and 19,000 km.
  public func layers() throws(GeometryError) -> [Layer] {
    let index = CaseIndex(self)
    return [
      index.incidentLayer, index.siteLayer, index.mentionLayer, index.linkLayer, index.footprintLayer,
      try index.ringLayer(),
    ]
  }
}
