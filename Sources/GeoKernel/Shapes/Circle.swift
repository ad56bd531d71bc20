internal import GeoModel

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A geodesic circle that is being drawn with straight edges in longitude and latitude.
struct Circle {
  let center: Coordinate
  /// Radius at which the vertices lie, in metres.
  let radius: Double
  let segments: Int

  /// The largest radius: beyond it circles begin to cross themselves near the antipode.
  static let greatestRadius = 19_000_000.0
  static let leastRadius = 0.001

  /// How far the middle of an edge may be inside the circle, as a part of the radius.
  ///
  /// Half as much again as a straight edge between neighbours is in the plane.
  fileprivate var inwardTolerance: Double { 1.5 * (1 - cos(.pi / Double(segments))) }
  /// How far the middle of an edge may be outside the circle, as a part of the radius.
  fileprivate var outwardTolerance: Double { min(1e-4, inwardTolerance) }

  init(
    center: Coordinate, radius: Meters, segments: Int?, fit: OutlineFit, _ operation: String
  ) throws(GeometryError) {
    guard radius.value >= Circle.leastRadius, radius.value <= Circle.greatestRadius else {
      throw GeometryError(
        .valueOutOfRange, operation, "the radius \(radius.value) m is not between 1 mm and 19,000 km")
    }
    self.center = center
    self.segments = max(8, segments ?? Circle.segments(for: radius))
    var drawn = Circle(center: center, vertexRadius: radius.value, segments: self.segments)
    switch fit {
    case .vertices: break
    // Room of a quarter for the part of an edge that is farther off than its middle.
    case .inscribed: drawn = drawn.scaled(1 / (1 + 1.25 * drawn.outwardTolerance))
    case .circumscribed: drawn = drawn.scaled(1 / (1 - 1.25 * drawn.inwardTolerance))
    }
    self.radius = drawn.radius
  }

  private init(center: Coordinate, vertexRadius: Double, segments: Int) {
    self.center = center
    radius = vertexRadius
    self.segments = segments
  }

  private func scaled(_ factor: Double) -> Circle {
    Circle(center: center, vertexRadius: radius * factor, segments: segments)
  }

  /// 72 up to 5 km, 180 from there on.
  static func segments(for radius: Meters) -> Int { radius.value < 5000 ? 72 : 180 }

  func position(at azimuth: Double) -> XY {
    XY(Geodesic.wgs84.direct(from: center, azimuth: Degrees(azimuth), distance: Meters(radius)))
  }

  /// The closed ring, anticlockwise as seen from above the centre.
  func ring() -> [XY] {
    // Half a step off north, so that no vertex is exactly north or south of the centre.
    let start = 180 / Double(segments)
    var ring = arc(from: start + 360, to: start)
    ring[ring.count - 1] = ring[0]
    return ring
  }

  /// Positions from one azimuth to the other, both included; `to` may be greater or smaller.
  func arc(from: Double, to: Double) -> [XY] {
    let count = max(1, Int((Double(segments) * abs(to - from) / 360).rounded(.up)))
    var result = [position(at: from)]
    var previous = from
    for i in 1...count {
      let next = i == count ? to : from + (to - from) * Double(i) / Double(count)
      refine(from: previous, result[result.count - 1], to: next, position(at: next), depth: 0, into: &result)
      previous = next
    }
    return result
  }

  /// Appends the end, and before it whatever keeps the edges within tolerance.
  private func refine(
    from: Double, _ start: XY, to: Double, _ end: XY, depth: Int, into result: inout [XY]
  ) {
    if depth < 20, !isWithinTolerance(start, end) {
      let middle = (from + to) / 2
      let position = position(at: middle)
      refine(from: from, start, to: middle, position, depth: depth + 1, into: &result)
      refine(from: middle, position, to: to, end, depth: depth + 1, into: &result)
    } else {
      result.append(end)
    }
  }

  private func isWithinTolerance(_ a: XY, _ b: XY) -> Bool {
    if isCertainlyWithinTolerance(a, b) { return true }
    for share in [0.5, 0.25, 0.75] {
      let off = Geodesic.wgs84.distance(center, alongEdge(a, b, share)).value - radius
      if off > outwardTolerance * radius || off < -inwardTolerance * radius { return false }
    }
    return true
  }
}

extension Circle {
  /// Whether an edge need not be measured: true for nearly all edges of circles up to 200 km.
  ///
  /// A line that is straight in degrees bends against the geodesic by at most 1.09 tan φ / R, so over a
  /// length L its middle is off by less than a seventh of L² tan φ / R. The geodesic's own middle is inside the
  /// circle by what the plane has, or less; half of that is left over in the tolerance.
  private func isCertainlyWithinTolerance(_ a: XY, _ b: XY) -> Bool {
    guard radius <= 200_000, abs(a.x - b.x) < 90 else { return false }
    let highest = max(abs(a.y), abs(b.y))
    guard highest < 89.9 else { return false }
    let length = edgeLength(a, b)
    let bend = length * length * tan(highest * .pi / 180) / (7 * 6_335_000)
    return bend < 0.9 * min(outwardTolerance, inwardTolerance / 3) * radius
  }
}

/// A position on the straight edge from `a` to `b`, which goes the short way round the globe.
func alongEdge(_ a: XY, _ b: XY, _ share: Double) -> Coordinate {
  var step = b.x - a.x
  if step > 180 { step -= 360 } else if step < -180 { step += 360 }
  return Coordinate(reducing: a.x + step * share, latitude: a.y + (b.y - a.y) * share)
}
