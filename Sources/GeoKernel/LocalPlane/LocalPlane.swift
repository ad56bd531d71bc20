internal import GeoModel

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The azimuthal equidistant projection of the ellipsoid about a centre, in metres east and north.
///
/// Distances and directions from the centre are those on the ellipsoid (J. P. Snyder, USGS PP 1395, 1987,
/// ch. 25, in the form of Karney 2013, §8: with geodesics). Between two other positions, on a line that
/// passes the centre at `p` metres, lengths come out too long by about p² / 6R² of themselves.
struct LocalPlane {
  let center: Coordinate

  func project(_ c: Coordinate) -> XY {
    var distance = 0.0
    var azimuth = 0.0
    let engine = GeodesicEngine.shared
    engine.inverse(
      engine.earth, center.latitude, center.longitude, c.latitude, c.longitude, &distance, &azimuth, nil)
    let angle = azimuth * .pi / 180
    return XY(distance * sin(angle), distance * cos(angle))
  }

  func unproject(_ p: XY) -> Coordinate {
    let distance = (p.x * p.x + p.y * p.y).squareRoot()
    let azimuth = atan2(p.x, p.y) * 180 / .pi
    return Geodesic.wgs84.direct(from: center, azimuth: Degrees(azimuth), distance: Meters(distance))
  }

  /// Projects a line whose edges are straight in degrees, with positions added until the projected edges are
  /// within `tolerance` metres of them.
  func project(line: [Coordinate], tolerance: Double) -> [XY] {
    guard let first = line.first else { return [] }
    var result = [project(first)]
    for (a, b) in zip(line, line.dropFirst()) {
      refine(XY(a), XY(b), project(b), tolerance, depth: 0, into: &result)
    }
    return result
  }

  private func refine(
    _ a: XY, _ b: XY, _ end: XY, _ tolerance: Double, depth: Int, into result: inout [XY]
  ) {
    let start = result[result.count - 1]
    let half = alongEdge(a, b, 0.5)
    let middle = project(half)
    if depth < 16, distance(from: middle, toEdge: start, end) > tolerance {
      refine(a, XY(half), middle, tolerance, depth: depth + 1, into: &result)
      refine(XY(half), b, end, tolerance, depth: depth + 1, into: &result)
    } else {
      result.append(end)
    }
  }

  /// Brings a ring of the plane back, with positions added until edges that are straight in degrees are within
  /// `tolerance` metres of the ring's.
  ///
  /// - Parameter known: positions to use as they are instead of computing them back.
  func unproject(ring: [XY], tolerance: Double, known: [XY: Coordinate] = [:]) -> [XY] {
    guard let first = ring.first else { return [] }
    var result = [XY(known[first] ?? unproject(first))]
    for (a, b) in zip(ring, ring.dropFirst()) {
      refineBack(a, b, XY(known[b] ?? unproject(b)), tolerance, depth: 0, into: &result)
    }
    result[result.count - 1] = result[0]
    return result
  }

  private func refineBack(
    _ a: XY, _ b: XY, _ end: XY, _ tolerance: Double, depth: Int, into result: inout [XY]
  ) {
    let start = result[result.count - 1]
    let drawn = project(alongEdge(start, end, 0.5))
    if depth < 16, distance(from: drawn, toEdge: a, b) > tolerance {
      let half = XY((a.x + b.x) / 2, (a.y + b.y) / 2)
      refineBack(a, half, XY(unproject(half)), tolerance, depth: depth + 1, into: &result)
      refineBack(half, b, end, tolerance, depth: depth + 1, into: &result)
    } else {
      result.append(end)
    }
  }

  /// The map's areas for polygons of the plane.
  func map(
    _ polygons: [PlanarPolygon], tolerance: Double, known: [XY: Coordinate] = [:]
  ) throws(GeometryError) -> [PlanarPolygon] {
    var result: [PlanarPolygon] = []
    for polygon in polygons {
      func back(_ ring: [XY]) -> [XY] {
        // The engine gives no promise about the direction of its rings.
        unproject(ring: doubledArea(ring) < 0 ? ring.reversed() : ring, tolerance: tolerance, known: known)
      }
      result += try GlobeRing.area(leftOf: back(polygon.exterior), without: polygon.holes.map(back))
    }
    return result
  }
}

/// Distance of a point of the plane from a segment.
func distance(from p: XY, toEdge a: XY, _ b: XY) -> Double {
  let (dx, dy) = (b.x - a.x, b.y - a.y)
  let length2 = dx * dx + dy * dy
  let share = length2 == 0 ? 0 : min(1, max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2))
  let (ex, ey) = (p.x - a.x - share * dx, p.y - a.y - share * dy)
  return (ex * ex + ey * ey).squareRoot()
}
