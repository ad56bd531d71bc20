internal import GeoModel

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Earth-centred coordinates of a position on the ellipsoid, in metres.
///
/// A chord between two of them is never longer than the shortest path over the ellipsoid, and knows nothing
/// of ±180° and poles: a cheap bound.
struct Cartesian {
  var x, y, z: Double

  init(_ c: Coordinate) {
    let (latitude, longitude) = (c.latitude * .pi / 180, c.longitude * .pi / 180)
    let s = sin(latitude)
    let radius = WGS84.a / (1 - WGS84.e2 * s * s).squareRoot()
    let fromAxis = abs(c.latitude) == 90 ? 0 : radius * cos(latitude)
    x = fromAxis * cos(longitude)
    y = fromAxis * sin(longitude)
    z = radius * (1 - WGS84.e2) * s
  }

  func chord(_ other: Cartesian) -> Double {
    let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
    return (dx * dx + dy * dy + dz * dz).squareRoot()
  }
}

/// The longest chord that a way of `distance` metres over the ellipsoid can have, plus 50 nm for rounding.
///
/// With κ the least and κ' the greatest curvature along a geodesic, torsion included, the angle between its
/// tangents at a distance w has a cosine of at most 1 - 2ρ sin²(κ'w / 2), ρ = (κ / κ')²; two integrations give
/// c² ≤ (1 - ρ) s² + (4ρ / κ'²) sin²(κ's / 2). It holds up to 19,903 km.
func longestChord(distance s: Double) -> Double {
  let leastCurvature = 1 / WGS84.greatestCurvatureRadius
  let meridian = 1 / (WGS84.a * (1 - WGS84.e2))
  let torsion = (meridian - 1 / WGS84.a) / 2
  let curvature = (meridian * meridian + torsion * torsion).squareRoot()
  guard s < 19_900_000 else { return .infinity }
  let ratio = (leastCurvature / curvature) * (leastCurvature / curvature)
  let half = sin(curvature * s / 2)
  return ((1 - ratio) * s * s + 4 * ratio * half * half / (curvature * curvature)).squareRoot() + 5e-8
}

/// The longest way over the ellipsoid between two positions a chord apart, in metres; infinite where no bound
/// holds.
///
/// By Schur's comparison theorem a curve is at least as far from end to end as an arc of the same length whose
/// curvature is the greatest of the ellipsoid's, that of the meridian at the equator; a little more covers
/// the rounding.
func longestWay(chord: Double) -> Double {
  let radius = WGS84.a * (1 - WGS84.e2)
  guard chord < 1.99 * radius else { return .infinity }
  return 2 * radius * asin(chord / (2 * radius)) * (1 + 1e-12) + 5e-8
}

/// The position in the middle of others; `nil` when they are so spread over the globe that there is none.
func middle(of positions: some Collection<Coordinate>) -> Coordinate? {
  var (x, y, z) = (0.0, 0.0, 0.0)
  for position in positions {
    let p = Cartesian(position)
    (x, y, z) = (x + p.x, y + p.y, z + p.z)
  }
  let across = (x * x + y * y).squareRoot()
  guard (across * across + z * z).squareRoot() > 1e-3 * WGS84.a * Double(positions.count) else { return nil }
  // The latitude of the ellipsoid's normal, not that of the line to the centre of the earth.
  let latitude = atan2(z, across * (1 - WGS84.e2)) * 180 / .pi
  return Coordinate(reducing: atan2(y, x) * 180 / .pi, latitude: latitude)
}
