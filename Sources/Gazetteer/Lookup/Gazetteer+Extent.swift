internal import Synchronization

extension Gazetteer {
  /// How far a place reaches.
  ///
  /// - A settlement: a disc by `SettlementRadius`.
  /// - A country, region or district: the outline of its member settlements.
  /// - A natural feature: the box of its table row, else the disc of its radius.
  ///
  /// Outlines are kept once computed. No extent is a legal border.
  public func extent(of id: PlaceID) -> Extent {
    if let known = extents.withLock({ $0[id] }) { return known }
    let extent = ExtentRules(gazetteer: self).extent(of: place(id))
    extents.withLock { $0[id] = extent }
    return extent
  }
}
