public import GeoModel

extension Geometry {
  /// Whether a position is inside an areal geometry or on its border.
  ///
  /// As ``covers(_:edges:)``, with edges straight in longitude and latitude (RFC 7946 §3.1.1).
  public func covers(_ position: Coordinate) -> Bool { covers(position, edges: .straight) }

  /// Whether a position is inside an areal geometry or on its border.
  ///
  /// A position on ±180° is looked for on both sides, one at a pole at every longitude. `false` for points and
  /// lines. What lies on a border that is a shortest way may be taken for inside or outside.
  public func covers(_ position: Coordinate, edges: Edges) -> Bool {
    if abs(position.latitude) == 90 {
      // All longitudes are the same place there: a polygon that reaches the edge of the map covers it.
      return polygons.contains { $0.exterior.contains { $0.latitude == position.latitude } }
    }
    let point = XY(position)
    let sides = abs(point.x) == 180 ? [point, XY(-point.x, point.y)] : [point]
    return sides.contains { edges == .straight ? coversOnMap($0) : coversOnGlobe($0) }
  }

  private func coversOnGlobe(_ point: XY) -> Bool {
    polygons.contains { polygon in
      isSouth(of: polygon.exterior, point) && !polygon.holes.contains { isSouth(of: $0, point) }
    }
  }

  private func coversOnMap(_ point: XY) -> Bool {
    polygons.contains { polygon in
      switch side(of: point, polygon.exterior) {
      case .outside: return false
      case .border: return true
      case .inside: return !polygon.holes.contains { side(of: point, $0) == .inside }
      }
    }
  }
}

/// Whether an odd number of shortest ways crosses the meridian of a position to the north of it.
private func isSouth(of ring: Ring, _ p: XY) -> Bool {
  var isOdd = false
  guard var a = ring.last.map(XY.init) else { return false }
  for corner in ring {
    let b = XY(corner)
    defer { a = b }
    if (a.x <= p.x) == (b.x <= p.x) { continue }
    if Edge(a, b, .geodesic).latitude(at: p.x) > p.y { isOdd.toggle() }
  }
  return isOdd
}

private enum Side {
  case outside
  case border
  case inside
}

/// Counts the crossings of a ray to the east.
private func side(of p: XY, _ ring: Ring) -> Side {
  var inside = false
  guard var a = ring.last else { return .outside }
  for b in ring {
    defer { a = b }
    if (a.latitude > p.y) == (b.latitude > p.y) {
      let level = a.latitude == p.y && b.latitude == p.y
      if level, min(a.longitude, b.longitude) <= p.x, p.x <= max(a.longitude, b.longitude) { return .border }
      if b.longitude == p.x, b.latitude == p.y { return .border }
      continue
    }
    let turn =
      (b.longitude - a.longitude) * (p.y - a.latitude) - (p.x - a.longitude) * (b.latitude - a.latitude)
    if turn == 0 { return .border }
    if (turn > 0) == (b.latitude > a.latitude) { inside.toggle() }
  }
  return inside ? .inside : .outside
}
