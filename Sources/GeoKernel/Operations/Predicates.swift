internal import CGEOS
public import GeoModel

/// Questions about two geometries on the map; edges are straight in longitude and latitude.
///
/// Both must be cut at ±180°. What lies on ±180° is on both sides of it.
extension Geometry {
  /// Whether no part of `other` is outside; touching the border from inside counts as inside.
  public func covers(_ other: Geometry) throws(GeometryError) -> Bool {
    if case .point(let position) = other { return covers(position) }
    return try ask("covers", Planar(self), Planar(other)) { GEOSCovers_r($0, $1, $2) }
  }

  /// Whether they have at least one position in common.
  public func intersects(_ other: Geometry) throws(GeometryError) -> Bool {
    let (mine, others) = (Planar(self), Planar(other))
    for turn in [0, 360, -360] where turn == 0 || (mine.touchesSeam && others.touchesSeam) {
      // Moved by a turn, only what lies on the seam can meet.
      let moved = others.shifted(by: Double(turn))
      if try ask("intersects", mine, moved, { GEOSIntersects_r($0, $1, $2) }) { return true }
    }
    return false
  }
}

private func ask(
  _ name: String, _ a: Planar, _ b: Planar,
  _ predicate: (OpaquePointer, OpaquePointer, OpaquePointer) -> CChar
) throws(GeometryError) -> Bool {
  try withGEOS { (geos) throws(GeometryError) in
    let left = try geos.make(a, name)
    let right = try geos.make(b, name)
    geos.forgetMessages()
    // 1 true, 0 false, 2 on exception.
    return try geos.truth(predicate(geos.context, left.pointer, right.pointer), name)
  }
}

extension Planar {
  /// Whether anything lies on ±180°.
  var touchesSeam: Bool {
    points.contains { abs($0.x) == 180 } || lines.contains { $0.contains { abs($0.x) == 180 } }
      || polygons.contains { $0.exterior.contains { abs($0.x) == 180 } }
  }
}
