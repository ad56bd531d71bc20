internal import GeoKernel
internal import GeoModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The least and the greatest ellipsoidal distance from a position to an areal geometry.
///
/// Edges are straight in longitude and latitude. The greatest is at a vertex. For the least, a bound on
/// the sphere (at most 0.35 % wrong either way) leaves only the few edges that may be nearest; those are
/// searched on the ellipsoid down to a tenth of a millimetre.
struct FootprintReach {
  let nearest: Meters
  let farthest: Meters

  /// The sphere against the ellipsoid: how far a bound may be off.
  private static let slack = 0.0035
  private static let sphere = 6_371_008.8

  init(of geometry: Geometry, from site: Coordinate) {
    var low = Double.infinity
    var high = 0.0
    let rings = geometry.polygons.flatMap { [$0.exterior] + $0.holes }
    let distances = rings.map { ring in ring.map { Self.roughDistance(site, $0) } }
    for values in distances {
      for value in values {
        low = min(low, value)
        high = max(high, value)
      }
    }

    var farthest = 0.0
    var nearest = Double.infinity
    let inside = Self.contains(rings, site)
    for (ring, rough) in zip(rings, distances) {
      for index in ring.indices {
        if rough[index] >= high * (1 - 2 * Self.slack) {
          farthest = max(farthest, Geodesic.wgs84.distance(site, ring[index]).value)
        }
        guard !inside, index > 0 else { continue }
        let length = Self.roughDistance(ring[index - 1], ring[index])
        let bound = (rough[index - 1] + rough[index] - length) / 2
        guard bound <= min(low, nearest) * (1 + 2 * Self.slack) else { continue }
        nearest = min(nearest, Self.distance(from: site, toEdge: ring[index - 1], ring[index]))
      }
    }
    self.nearest = Meters(inside || nearest == .infinity ? 0 : nearest)
    self.farthest = Meters(farthest)
  }

  /// Golden section over an edge; the distance to a short straight stretch has one minimum.
  private static func distance(from site: Coordinate, toEdge a: Coordinate, _ b: Coordinate) -> Double {
    func distance(_ t: Double) -> Double {
      let point = Coordinate(
        reducing: a.longitude + (b.longitude - a.longitude) * t,
        latitude: a.latitude + (b.latitude - a.latitude) * t)
      return Geodesic.wgs84.distance(site, point).value
    }
    let ratio = (5.0.squareRoot() - 1) / 2
    let tolerance = 1e-4 / max(1e-4, roughDistance(a, b))
    var start = 0.0
    var end = 1.0
    var left = end - ratio
    var right = start + ratio
    var atLeft = distance(left)
    var atRight = distance(right)
    while end - start > tolerance {
      if atLeft <= atRight {
        (end, right, atRight) = (right, left, atLeft)
        left = end - ratio * (end - start)
        atLeft = distance(left)
      } else {
        (start, left, atLeft) = (left, right, atRight)
        right = start + ratio * (end - start)
        atRight = distance(right)
      }
    }
    return min(min(atLeft, atRight), min(distance(0), distance(1)))
  }

  private static func roughDistance(_ a: Coordinate, _ b: Coordinate) -> Double {
    let radian = Double.pi / 180
    let dy = sin((b.latitude - a.latitude) * radian / 2)
    let dx = sin((b.longitude - a.longitude) * radian / 2)
    let h = dy * dy + cos(a.latitude * radian) * cos(b.latitude * radian) * dx * dx
    return 2 * sphere * asin(min(1, h.squareRoot()))
  }

  /// Whether an odd number of edges lies east of the position; ±180° is one meridian.
  private static func contains(_ rings: [Ring], _ site: Coordinate) -> Bool {
    let longitudes = abs(site.longitude) == 180 ? [-180.0, 180] : [site.longitude]
    return longitudes.contains { x in
      var inside = false
      for ring in rings {
        for (a, b) in zip(ring, ring.dropFirst())
        where (a.latitude > site.latitude) != (b.latitude > site.latitude) {
          let t = (site.latitude - a.latitude) / (b.latitude - a.latitude)
          if a.longitude + (b.longitude - a.longitude) * t >= x { inside.toggle() }
        }
      }
      return inside
    }
  }
}
