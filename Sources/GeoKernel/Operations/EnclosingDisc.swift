public import GeoModel

extension GeodesicDisc {
  /// The smallest disc with every position in it; its radius is 0 for one position.
  ///
  /// The centre is that of the smallest circle in an azimuthal equidistant projection, which is then moved
  /// there, until it stays: its distances from the centre are those on the ellipsoid, so the disc is smallest
  /// to a millimetre as long as the positions are within 5,000 km of it. The radius is the greatest
  /// ellipsoidal distance to a position, so every position is inside in any case.
  ///
  /// - Throws: ``GeometryError`` for no positions, or positions all over the globe.
  public init(enclosing positions: [Coordinate]) throws(GeometryError) {
    let (plane, points) = try localPoints(positions, "enclosing disc")
    let distinct = points.map(\.position)
    var center = plane.center
    func radius(_ center: Coordinate) -> Meters {
      distinct.reduce(.zero) { max($0, Geodesic.wgs84.distance(center, $1)) }
    }
    if distinct.count == 1 { center = distinct[0] }
    var best = (center: center, radius: radius(center))
    for _ in 0..<12 where distinct.count > 1 {
      let plane = LocalPlane(center: center)
      let circle = smallestCircle(distinct.map(plane.project))
      let next = plane.unproject(circle.center)
      let nextRadius = radius(next)
      if nextRadius < best.radius { best = (next, nextRadius) }
      if Geodesic.wgs84.distance(center, next).value < 1e-4 { break }
      center = next
    }
    self.init(center: best.center, radius: best.radius)
  }
}

private struct PlanarCircle {
  var center: XY
  var radius2: Double

  init(_ a: XY) {
    center = a
    radius2 = 0
  }

  init(_ a: XY, _ b: XY) {
    center = XY((a.x + b.x) / 2, (a.y + b.y) / 2)
    radius2 = max(squared(center, a), squared(center, b))
  }

  /// Through three points; `nil` when they are in one line.
  init?(_ a: XY, _ b: XY, _ c: XY) {
    let (bx, by, cx, cy) = (b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y)
    let cross = 2 * (bx * cy - by * cx)
    let (b2, c2) = (bx * bx + by * by, cx * cx + cy * cy)
    if abs(cross) <= 1e-12 * (b2 + c2) { return nil }
    center = XY(a.x + (cy * b2 - by * c2) / cross, a.y + (bx * c2 - cx * b2) / cross)
    radius2 = max(squared(center, a), squared(center, b), squared(center, c))
  }

  func contains(_ p: XY) -> Bool { squared(center, p) <= radius2 * (1 + 1e-12) }
}

private func squared(_ a: XY, _ b: XY) -> Double {
  let (dx, dy) = (a.x - b.x, a.y - b.y)
  return dx * dx + dy * dy
}

/// Welzl's incremental algorithm (E. Welzl, "Smallest enclosing disks", LNCS 555, 1991), linear on average.
private func smallestCircle(_ points: [XY]) -> PlanarCircle {
  // The order must not follow the map, or the time becomes cubic; it is fixed, so that results are.
  var points = points
  var state: UInt64 = 1
  for i in stride(from: points.count - 1, to: 0, by: -1) {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    points.swapAt(i, Int((state >> 33) % UInt64(i + 1)))
  }
  var circle = PlanarCircle(points[0])
  for i in points.indices where !circle.contains(points[i]) {
    circle = PlanarCircle(points[i])
    for j in 0..<i where !circle.contains(points[j]) {
      circle = PlanarCircle(points[i], points[j])
      for k in 0..<j where !circle.contains(points[k]) {
        circle = PlanarCircle(points[i], points[j], points[k]) ?? widest(points[i], points[j], points[k])
      }
    }
  }
  return circle
}

/// For three points in one line.
private func widest(_ a: XY, _ b: XY, _ c: XY) -> PlanarCircle {
  [PlanarCircle(a, b), PlanarCircle(a, c), PlanarCircle(b, c)].reduce(PlanarCircle(a)) {
    $1.radius2 > $0.radius2 ? $1 : $0
  }
}
