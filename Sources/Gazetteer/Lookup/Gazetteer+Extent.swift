public import GeoModel
internal import Synchronization

extension Gazetteer {
  /// How far a place reaches.
  ///
  /// - A settlement: a disc by `SettlementRadius`.
  /// - A country, region or district: the outline of its member settlements.
  /// - A natural feature: the box of its table row, else the disc of its radius.
  ///
  /// No extent is a legal border. Outlines are drawn when the index is built and kept once read.
  public func extent(of id: PlaceID) -> Extent {
    let place = place(id)
    if place.featureClass == .settlement { return ExtentRules(gazetteer: self).extent(of: place) }
    if let known = extents.withLock({ $0[id] }) { return known }
    let extent = ExtentRules(gazetteer: self).extent(of: place)
    extents.withLock { $0[id] = extent }
    return extent
  }

  /// The radius of `extent(of:)`, without reading an outline.
  public func radius(of id: PlaceID) -> Meters {
    let place = place(id)
    if place.featureClass == .settlement {
      return place.radius ?? SettlementRadius.of(population: place.population)
    }
    if let area = index.areas.area(of: id.row) { return index.areas.radius(of: area) }
    return extent(of: id).radius
  }
}
