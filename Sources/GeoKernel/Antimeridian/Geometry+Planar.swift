internal import GeoModel

extension Geometry {
  /// The polygons in the form RFC 7946 §3.1.6 wants: closed, exterior anticlockwise, no repeated positions.
  init(map polygons: [PlanarPolygon]) {
    let turned = polygons.compactMap { polygon -> Polygon? in
      guard let exterior = mapRing(polygon.exterior, anticlockwise: true) else { return nil }
      let holes = polygon.holes.compactMap { mapRing($0, anticlockwise: false) }
      return Polygon(exterior: exterior, holes: holes)
    }
    self = turned.count == 1 ? .polygon(turned[0]) : .multiPolygon(turned)
  }
}

/// `nil` for a ring that encloses nothing.
private func mapRing(_ ring: [XY], anticlockwise: Bool) -> Ring? {
  let area = doubledArea(ring)
  if area == 0 { return nil }
  var result: Ring = []
  result.reserveCapacity(ring.count)
  for position in ring {
    let c = onMap(position)
    if let last = result.last { result += alongMapEdge(last, c) }
    if c != result.last { result.append(c) }
  }
  if (area > 0) != anticlockwise { result.reverse() }
  return result.count >= 4 ? result : nil
}

/// Positions between two at a pole, at most 90° apart: many readers take a wider edge for an uncut one.
private func alongMapEdge(_ a: Coordinate, _ b: Coordinate) -> [Coordinate] {
  let width = b.longitude - a.longitude
  guard abs(a.latitude) == 90, a.latitude == b.latitude, abs(width) > 90 else { return [] }
  let steps = (abs(width) / 90).rounded(.up)
  return (1..<Int(steps)).map {
    Coordinate(reducing: a.longitude + width * Double($0) / steps, latitude: a.latitude)
  }
}

/// A position of the map; what rounding moved beyond ±180° is put back, and does not reappear on the other side.
func onMap(_ position: XY) -> Coordinate {
  let isRounding = abs(position.x) > 180 && abs(position.x) < 180 + 1e-9
  return Coordinate(
    reducing: isRounding ? (position.x < 0 ? -180 : 180) : position.x, latitude: position.y)
}
