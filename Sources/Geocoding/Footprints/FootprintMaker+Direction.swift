public import GeoKernel
public import GeoModel

extension FootprintMaker {
  /// A stated distance in a stated direction: the sector of the annulus between the least and the greatest
  /// distance the words allow, enlarged by the anchor's own size since it may be measured from any point of it
  /// (Georeferencing Best Practices 2020).
  public func direction(
    _ direction: CompassDirection, _ distance: StatedDistance, from anchor: FootprintAnchor,
    words: String = ""
  ) throws(GeometryError) -> Footprint {
    let sector = AnnulusSector(
      center: anchor.center, direction: direction.azimuth, width: Degrees(direction.halfWidth.value * 2),
      inner: distance.low, outer: distance.high)
    let area = try sector.outline().buffered(by: anchor.radius)
    let rule =
      "\(ReasonText.span(distance.low, distance.high)) \(direction.name) ±\(direction.halfWidth.value.formatted) "
      + "of \(anchor.name), enlarged by \(anchor.extentPhrase)"
    var footprint = footprint(
      area,
      best: Geodesic.wgs84.direct(from: anchor.center, azimuth: direction.azimuth, distance: distance.best),
      anchor, reason: sentence(words, anchor, rule))
    footprint.statedDistance = distance
    footprint.ring = arc(direction, at: distance.best, from: anchor.center)
    return footprint
  }

  /// A direction without a distance, outside the anchor ("north of Odesa"): its sector, out to the table's
  /// distance for "near" beyond the anchor's extent.
  public func outside(
    _ direction: CompassDirection, of anchor: FootprintAnchor, words: String = ""
  ) throws(GeometryError) -> Footprint {
    let (near, row) = nearness.distance(.near, of: anchor)
    let outer = anchor.radius + near
    let area = try AnnulusSector(
      center: anchor.center, direction: direction.azimuth, width: Degrees(direction.halfWidth.value * 2),
      inner: .zero, outer: outer
    ).outline()
    let rule =
      "no distance is stated: sector \(direction.name) ±\(direction.halfWidth.value.formatted) of \(anchor.name) "
      + "out to \(ReasonText.meters(near)) beyond \(anchor.extentPhrase), the nearness table's value for "
      + "'near' (\(row.replacingBytes(of: "_", with: " ")))"
    let best = Geodesic.wgs84.direct(
      from: anchor.center, azimuth: direction.azimuth, distance: anchor.radius + near * 0.5)
    return footprint(area, best: best, anchor, reason: sentence(words, anchor, rule))
  }

  /// The part of the anchor in a direction ("in the south of Beirut", "eastern Ukraine"): of a disc its sector,
  /// of an outline the half on that side of its centre.
  public func part(
    _ direction: CompassDirection, of anchor: FootprintAnchor, words: String = ""
  ) throws(GeometryError) -> Footprint {
    let extent = anchor.outline.map { reach(of: $0, from: anchor.center) } ?? anchor.radius
    let width = anchor.outline == nil ? Degrees(direction.halfWidth.value * 2) : Degrees(180)
    let sector = try AnnulusSector(
      center: anchor.center, direction: direction.azimuth, width: width, inner: .zero, outer: extent
    ).outline()
    let area =
      try anchor.outline.flatMap { (outline) throws(GeometryError) in
        try outline.intersection(sector)
      } ?? sector
    let best =
      [0.5, 0.35, 0.2, 0.1].map {
        Geodesic.wgs84.direct(from: anchor.center, azimuth: direction.azimuth, distance: extent * $0)
      }.first { area.covers($0) } ?? anchor.center
    let share = anchor.outline == nil ? "sector" : "half"
    let rule = "the \(direction.name) \(share) of \(anchor.extentPhrase)"
    var footprint = footprint(area, best: best, anchor, reason: sentence(words, anchor, rule))
    if case .place(let level) = anchor.kind {
      let codes = PrecisionCodes.inside(level)
      footprint.wherePrecision = codes.gedCode
      // ACLED codes a part of a region as 2.
      footprint.geoPrecision = min(codes.geo, 2)
    }
    return footprint
  }

  private func footprint(
    _ area: Geometry, best: Coordinate, _ anchor: FootprintAnchor, reason: String
  ) -> Footprint {
    let radius = reach(of: area, from: best)
    // GED's 25 km count from the known point to the event, not over all that is possible.
    let distance = Geodesic.wgs84.distance(anchor.center, best)
    let codes = PrecisionCodes.beside(isSite: false, radius: distance, distance: distance)
    return Footprint(
      geometry: area, best: best, radius: radius, relation: .direction, anchorName: anchor.name,
      anchorSite: anchor.siteID, wherePrecision: codes.gedCode, geoPrecision: codes.geo, reason: reason)
  }

  /// The line of best estimate, a vertex every 2.25° or finer.
  private func arc(_ direction: CompassDirection, at distance: Meters, from center: Coordinate) -> Geometry {
    let half = direction.halfWidth.value
    let line = stride(from: -half, through: half, by: half / 20).map {
      Geodesic.wgs84.direct(from: center, azimuth: Degrees(direction.azimuth.value + $0), distance: distance)
    }
    return .lineString(line)
  }
}

extension Double {
  /// "45°", "22.5°", "11.25°".
  fileprivate var formatted: String { self == rounded() ? "\(Int(self))°" : "\(self)°" }
}
