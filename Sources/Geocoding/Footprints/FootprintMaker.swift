public import GeoKernel
public import GeoModel

/// Makes footprints from values: an anchor, a relation and numbers; no text is read.
///
/// Every footprint's `radius` contains its whole `geometry`, and `geometry` everything the words allow.
///
/// ```swift
/// let maker = FootprintMaker(nearness: table)
/// let steps = StatedDistance(35, .tagged("step")!, text: "about 35 steps")
/// try maker.distance(steps, from: FootprintAnchor(site: embassy))
/// ```
public struct FootprintMaker: Sendable {
  public let nearness: NearnessTable

  let shapes = ShapeCache()

  public init(nearness: NearnessTable) { self.nearness = nearness }

  /// At, on the grounds of or inside the anchor.
  ///
  /// - Parameter words: the phrase as the text has it; empty when there is none.
  /// - Throws: `GeometryError` when the anchor's radius is not between 1 mm and 19,000 km.
  public func at(_ anchor: FootprintAnchor, words: String = "") throws(GeometryError) -> Footprint {
    guard case .place(let level) = anchor.kind else {
      let rule = "disc of \(anchor.extentPhrase)"
      return try disc(
        anchor, radius: anchor.radius, relation: .at, codes: .site, reason: sentence(words, anchor, rule))
    }
    let codes = PrecisionCodes.inside(level)
    let relation: SpatialRelation = level == .settlement ? .inSettlement : .inRegion
    guard let outline = anchor.outline else {
      let rule = "disc of \(anchor.extentPhrase)"
      return try disc(
        anchor, radius: anchor.radius, relation: relation, codes: codes, reason: sentence(words, anchor, rule)
      )
    }
    let derived = anchor.isOutlineDerived ? ", an outline derived from its places" : ""
    return Footprint(
      geometry: outline, best: anchor.center, radius: reach(of: outline, from: anchor.center),
      relation: relation, anchorName: anchor.name, anchorSite: anchor.siteID, wherePrecision: codes.gedCode,
      geoPrecision: codes.geo,
      reason: sentence(words, anchor, "anywhere in \(anchor.name)\(derived)"))
  }

  /// Near or next to the anchor: its disc enlarged by the table's distance.
  public func near(
    _ anchor: FootprintAnchor, _ closeness: NearnessTable.Closeness = .near, words: String = ""
  ) throws(GeometryError) -> Footprint {
    let (distance, row) = nearness.distance(closeness, of: anchor)
    let radius = anchor.radius + distance
    let kind = row.replacingBytes(of: "_", with: " ")
    let said = closeness == .near ? "near" : "next to"
    let rule =
      "disc of \(anchor.extentPhrase) enlarged by \(ReasonText.meters(distance)), "
      + "the nearness table's value for '\(said)' (\(kind))"
    return try disc(
      anchor, radius: radius, relation: .near,
      codes: .near(isSite: anchor.isSite, distance: distance),
      reason: sentence(words, anchor, rule))
  }

  /// A stated distance from the anchor, direction unknown: its disc enlarged by the greatest distance the
  /// words allow, and the ring of the best estimate (Georeferencing Best Practices 2020).
  ///
  /// - Parameter isUpperBound: "within 50 m": anything up to the distance.
  public func distance(
    _ distance: StatedDistance, from anchor: FootprintAnchor, isUpperBound: Bool = false,
    unitNote: String? = nil, words: String = ""
  ) throws(GeometryError) -> Footprint {
    let radius = anchor.radius + distance.high
    let span =
      isUpperBound
      ? "up to \(ReasonText.meters(distance.high))" : ReasonText.span(distance.low, distance.high)
    var rule = "disc of \(anchor.extentPhrase) enlarged by \(span)"
    if let unitNote { rule += "; \(unitNote)" }
    var footprint = try disc(
      anchor, radius: radius, relation: .distance,
      codes: .beside(isSite: anchor.isSite, radius: radius, distance: distance.high),
      reason: sentence(words, anchor, rule))
    footprint.statedDistance = distance
    if !isUpperBound {
      footprint.ring = try Self.line(shapes.disc(anchor.center, distance.best))
    }
    return footprint
  }

  /// Between two anchors: the midpoint, with half the distance between them as radius
  /// (Georeferencing Quick Reference Guide 2.1.3.9), and their own sizes on top.
  ///
  /// - Parameter isOnTheWay: "on the road from A to B".
  public func between(
    _ a: FootprintAnchor, _ b: FootprintAnchor, isOnTheWay: Bool = false, words: String = ""
  ) throws(GeometryError) -> Footprint {
    let path = Geodesic.wgs84.inverse(from: a.center, to: b.center)
    let midpoint = Geodesic.wgs84.midpoint(a.center, b.center)
    let radius = path.distance * 0.5 + max(a.radius, b.radius)
    let name = "\(a.name) and \(b.name)"
    let way = isOnTheWay ? "the way from \(a.name) to \(b.name)" : "between \(name)"
    let rule =
      "\(way): midpoint, with half of the \(ReasonText.meters(path.distance)) between them as radius, "
      + "enlarged by \(ReasonText.meters(max(a.radius, b.radius))) for their extent"
    let middle = FootprintAnchor(name: name, kind: a.kind, center: midpoint, radius: radius)
    return try disc(
      middle, radius: radius, relation: .between,
      codes: isOnTheWay
        ? PrecisionCodes(gedCode: 5, geo: 2)
        : .beside(isSite: a.isSite && b.isSite, radius: radius, distance: radius),
      reason: sentence(words, middle, rule))
  }

  func disc(
    _ anchor: FootprintAnchor, radius: Meters, relation: SpatialRelation, codes: PrecisionCodes,
    reason: String
  ) throws(GeometryError) -> Footprint {
    let outline = try shapes.disc(anchor.center, radius)
    return Footprint(
      geometry: outline, best: anchor.center, radius: radius, relation: relation, anchorName: anchor.name,
      anchorSite: anchor.siteID, wherePrecision: codes.gedCode, geoPrecision: codes.geo, reason: reason)
  }

  func sentence(_ words: String, _ anchor: FootprintAnchor, _ rule: String) -> String {
    let head = words.isEmpty ? "" : "'\(words)': "
    let note = anchor.placedAt.map { "; \(anchor.name) is not registered and is placed at \($0)" } ?? ""
    return "\(head)\(rule)\(note)."
  }

  func reach(of geometry: Geometry, from center: Coordinate) -> Meters {
    shapes.reach(of: geometry, from: center)
  }

  /// The exterior rings of an area as lines.
  static func line(_ area: Geometry) -> Geometry {
    let rings = area.polygons.map(\.exterior)
    return rings.count == 1 ? .lineString(rings[0]) : .multiLineString(rings)
  }
}
