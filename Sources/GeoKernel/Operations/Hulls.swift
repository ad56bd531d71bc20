internal import CGEOS
public import GeoModel

/// Hulls of positions, made in the azimuthal equidistant projection about their middle.
///
/// The corners are positions given. Edges are straight in that projection, and drawn to within a ten-thousandth
/// of the farthest position's distance from the middle; a position next to an edge may be outside by that much.
/// Positions should lie within 10,000 km of their middle.
extension Geometry {
  /// The smallest convex area of the projection with every position in it.
  ///
  /// - Throws: ``GeometryError`` when fewer than three positions differ or all are in one line; draw a disc then.
  public static func convexHull(of positions: [Coordinate]) throws(GeometryError) -> Geometry {
    try hull(of: positions, "convex hull") { GEOSConvexHull_r($0, $1) }
  }

  /// An area that follows the positions more closely than the convex hull; all of them are in it.
  ///
  /// - Parameter ratio: 0 ... 1, how long an edge may be between the shortest and the longest that a Delaunay
  ///   triangulation needs: 1 is the convex hull, 0 the most hollow (GEOS 3.11, `GEOSConcaveHull`). About 0.3
  ///   suits the settlements of a region.
  /// - Throws: as for ``convexHull(of:)``, and for a ratio out of range.
  public static func concaveHull(of positions: [Coordinate], ratio: Double) throws(GeometryError) -> Geometry
  {
    guard ratio >= 0, ratio <= 1 else {
      throw GeometryError(.valueOutOfRange, "concave hull", "the ratio \(ratio) is not in 0 ... 1")
    }
    return try hull(of: positions, "concave hull") { GEOSConcaveHull_r($0, $1, ratio, 0) }
  }
}

private func hull(
  of positions: [Coordinate], _ name: String, _ make: (OpaquePointer, OpaquePointer) -> OpaquePointer?
) throws(GeometryError) -> Geometry {
  let tooFew = GeometryError(
    .unsupported, name, "it needs three positions that are not in one line; draw a disc instead")
  let (plane, points) = try localPoints(positions, name)
  guard points.count >= 3 else { throw tooFew }
  let polygons = try withGEOS { (geos) throws(GeometryError) in
    let shape = try geos.make(Planar(points: points.map(\.point)), name)
    geos.forgetMessages()
    // NULL on exception.
    return try geos.read(try geos.own(make(geos.context, shape.pointer), name), name).polygons
  }
  let extent = points.reduce(0) { max($0, ($1.point.x * $1.point.x + $1.point.y * $1.point.y).squareRoot()) }
  // Positions in one line make a hull as wide as the rounding.
  let area = polygons.reduce(0) { $0 + abs(doubledArea($1.exterior)) }
  guard area > 1e-9 * extent * extent else { throw tooFew }
  let known = Dictionary(points.map { ($0.point, $0.position) }) { first, _ in first }
  return Geometry(map: try plane.map(polygons, tolerance: max(0.01, extent * 1e-4), known: known))
}

struct LocalPoint {
  let position: Coordinate
  let point: XY
}

/// The different positions in a plane about their middle, sorted.
func localPoints(
  _ positions: [Coordinate], _ name: String
) throws(GeometryError) -> (LocalPlane, [LocalPoint]) {
  let distinct = Set(positions).sorted { ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude) }
  if distinct.isEmpty { throw GeometryError(.unsupported, name, "there are no positions") }
  guard let center = middle(of: distinct) else {
    throw GeometryError(.unsupported, name, "the positions are spread all over the globe")
  }
  let plane = LocalPlane(center: center)
  return (plane, distinct.map { LocalPoint(position: $0, point: plane.project($0)) })
}
