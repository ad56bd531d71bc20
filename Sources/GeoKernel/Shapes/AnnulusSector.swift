public import GeoModel

/// The part of an annulus between two directions, such as "5 to 10 km north-east of".
public struct AnnulusSector: Hashable, Sendable {
  public var center: Coordinate
  /// Where the sector begins; it runs clockwise from here.
  public var from: Degrees
  /// Where it ends; the same direction as `from` means the whole annulus.
  public var to: Degrees
  public var inner: Meters
  public var outer: Meters

  public init(center: Coordinate, from: Degrees, to: Degrees, inner: Meters, outer: Meters) {
    self.center = center
    self.from = from
    self.to = to
    self.inner = inner
    self.outer = outer
  }

  /// The sector of `width` degrees round a direction: north-east ± 22.5° is
  /// `(direction: Degrees(45), width: Degrees(45))`.
  public init(center: Coordinate, direction: Degrees, width: Degrees, inner: Meters, outer: Meters) {
    let whole = width.value >= 360
    self.init(
      center: center, from: Degrees(direction.value - (whole ? 0 : width.value / 2)),
      to: Degrees(direction.value + (whole ? 0 : width.value / 2)), inner: inner, outer: outer)
  }

  /// The angle from `from` clockwise to `to`, more than 0° and at most 360°.
  public var width: Degrees {
    let turned = Degrees(to.value - from.value).normalizedBearing
    return turned.value == 0 ? Degrees(360) : turned
  }

  /// Whether a position is in the sector or on its edge; the centre is when `inner` is 0.
  public func contains(_ position: Coordinate) -> Bool {
    let path = Geodesic.wgs84.inverse(from: center, to: position)
    guard path.distance >= inner, path.distance <= outer else { return false }
    if path.distance == .zero { return true }
    return Degrees(path.initialAzimuth.value - from.value).normalizedBearing <= width
  }

  /// The sector as polygon: closed, anticlockwise, valid, cut at ±180° and closed over a pole it contains.
  ///
  /// The arcs are drawn as ``GeodesicDisc/outline(segments:fit:)`` does; the sides are geodesics from the
  /// centre, with positions added until they are within 0.01 % of the outer radius.
  ///
  /// - Parameters:
  ///   - segments: edges that a whole circle would have; 72, and 180 from 5 km up, unless given.
  ///   - fit: how the arcs lie; the sides are the same in every case.
  /// - Throws: ``GeometryError`` unless 0 ≤ inner < outer ≤ 19,000 km and the directions are finite.
  public func outline(
    segments: Int? = nil, fit: OutlineFit = .vertices
  ) throws(GeometryError) -> Geometry {
    guard from.value.isFinite, to.value.isFinite else {
      throw GeometryError(.valueOutOfRange, "sector", "its directions must be finite numbers of degrees")
    }
    if width.value == 360 {
      return try Annulus(center: center, inner: inner, outer: outer).outline(segments: segments, fit: fit)
    }
    guard inner.value >= 0, inner < outer else {
      throw GeometryError(
        .valueOutOfRange, "sector",
        "the inner radius \(inner.value) m is not between 0 and the outer, \(outer.value) m")
    }
    let (start, end) = (from.value, from.value + width.value)
    let far = try Circle(center: center, radius: outer, segments: segments, fit: fit, "sector")
    var ring = far.arc(from: end, to: start)
    if inner.value < Circle.leastRadius {
      appendSide(start, far.radius, 0, to: &ring)
      appendSide(end, 0, far.radius, to: &ring)
    } else {
      let near = try Circle(center: center, radius: inner, segments: segments, fit: fit.opposite, "sector")
      appendSide(start, far.radius, near.radius, to: &ring)
      ring += near.arc(from: start, to: end).dropFirst()
      appendSide(end, near.radius, far.radius, to: &ring)
    }
    ring[ring.count - 1] = ring[0]
    return Geometry(map: try GlobeRing.area(leftOf: ring))
  }

  /// Appends the geodesic in one direction from one distance to another, without its first position.
  private func appendSide(_ azimuth: Double, _ from: Double, _ to: Double, to ring: inout [XY]) {
    func position(_ distance: Double) -> XY {
      if distance == 0 { return XY(center) }
      return XY(Geodesic.wgs84.direct(from: center, azimuth: Degrees(azimuth), distance: Meters(distance)))
    }
    func refine(_ from: Double, _ to: Double, _ end: XY, depth: Int) {
      let half = (from + to) / 2
      let middle = position(half)
      let drawn = alongEdge(ring[ring.count - 1], end, 0.5)
      let off = Geodesic.wgs84.distance(drawn, onMap(middle)).value
      if depth < 24, off > outer.value * 1e-4 {
        refine(from, half, middle, depth: depth + 1)
        refine(half, to, end, depth: depth + 1)
      } else {
        ring.append(end)
      }
    }
    refine(from, to, position(to), depth: 0)
  }
}
