internal import CGEOS
public import GeoModel

/// The two positions where geometries are nearest to each other.
public struct NearestPositions: Hashable, Sendable {
  public let onFirst: Coordinate
  public let onSecond: Coordinate
  /// Ellipsoidal metres between them; 0 when the geometries have a position in common.
  public let distance: Meters
}

extension Geodesic {
  /// Where two geometries are nearest to each other.
  ///
  /// The engine finds the two in an azimuthal equidistant projection about the middle of both; from there each
  /// is moved to the one nearest to the other on the ellipsoid, until they stay. The distance is accurate to a
  /// millimetre for geometries within 1,000 km of each other; far larger ones with several places almost as near
  /// may give another of those places.
  ///
  /// - Throws: ``GeometryError`` for an empty geometry or a ring that is not closed.
  public func nearestPositions(
    of first: Geometry, and second: Geometry
  ) throws(GeometryError) -> NearestPositions {
    if try first.intersects(second), let start = try commonPosition(first, second) {
      return NearestPositions(onFirst: start, onSecond: start, distance: .zero)
    }
    let all = corners(first) + corners(second)
    guard let center = middle(of: all), let any = corners(first).first else {
      throw GeometryError(
        .unsupported, "nearest positions", "the geometries are empty or spread all over the globe")
    }
    let plane = LocalPlane(center: center)
    var a = try startingPosition(plane, first, second) ?? any
    var b = a
    var distance = Meters(.infinity)
    for _ in 0..<64 {
      guard let onSecond = nearest(of: second, to: a),
        let onFirst = nearest(of: first, to: onSecond.position)
      else { throw GeometryError(.unsupported, "nearest positions", "a geometry is empty") }
      let isSettled = distance.value - onFirst.distance.value < 1e-5
      (a, b, distance) = (onFirst.position, onSecond.position, onFirst.distance)
      if isSettled { break }
    }
    return NearestPositions(onFirst: a, onSecond: b, distance: distance)
  }
}

private func corners(_ geometry: Geometry) -> [Coordinate] {
  let planar = Planar(geometry)
  return (planar.points + planar.lines.flatMap(\.self) + planar.polygons.flatMap(\.exterior)).map(onMap)
}

private func commonPosition(_ a: Geometry, _ b: Geometry) throws(GeometryError) -> Coordinate? {
  if let common = try a.intersection(b) { return corners(common).first }
  // They meet on ±180° only, from different sides.
  return corners(a).first { abs($0.longitude) == 180 && b.covers($0) } ?? corners(a).first(where: b.covers)
}

/// The engine's answer in the plane; a good start even where the plane is not.
private func startingPosition(
  _ plane: LocalPlane, _ first: Geometry, _ second: Geometry
) throws(GeometryError) -> Coordinate? {
  func flat(_ geometry: Geometry) -> Planar {
    let planar = Planar(geometry)
    // Borders will do: the geometries have nothing in common.
    let lines = planar.lines + planar.polygons.map(\.exterior)
    return Planar(
      points: planar.points.map { plane.project(onMap($0)) },
      lines: lines.map { plane.project(line: $0.map(onMap), tolerance: 100) })
  }
  return try withGEOS { (geos) throws(GeometryError) in
    let left = try geos.make(flat(first), "nearest positions")
    let right = try geos.make(flat(second), "nearest positions")
    geos.forgetMessages()
    // Ours to free. NULL on exception and for empty geometries.
    guard let pair = GEOSNearestPoints_r(geos.context, left.pointer, right.pointer) else { return nil }
    defer { GEOSCoordSeq_destroy_r(geos.context, pair) }
    return try geos.copy(pair, "nearest positions").first.map(plane.unproject)
  }
}
