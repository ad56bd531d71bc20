internal import GeoModel

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Earth-centred coordinates of a position on the ellipsoid, in metres, good to 3 nm.
///
/// A chord between two of them is never longer than the shortest path over the ellipsoid, and knows nothing
/// of ±180° and poles: a cheap bound. +180° and -180° give the same bits, and so do all longitudes at a pole.
struct Cartesian: Hashable, Sendable {
  var x, y, z: Double

  @inline(__always)
  init(_ c: Coordinate) {
    let (sine, cosine) = sineCosine(degrees: SIMD2(c.latitude, c.longitude))
    let radius = WGS84.a / (1 - WGS84.e2 * sine[0] * sine[0]).squareRoot()
    let fromAxis = radius * cosine[0]
    // Adding 0 makes -0 the same as 0.
    x = fromAxis * cosine[1] + 0
    y = fromAxis * sine[1] + 0
    z = radius * (1 - WGS84.e2) * sine[0]
  }

  init(x: Double, y: Double, z: Double) {
    (self.x, self.y, self.z) = (x, y, z)
  }

  @inline(__always)
  func squaredChord(_ other: Cartesian) -> Double {
    let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
    return dx * dx + dy * dy + dz * dz
  }

  func chord(_ other: Cartesian) -> Double { squaredChord(other).squareRoot() }

  /// To the nearest point of the straight line between two positions, through the earth.
  static func distance(from origin: Cartesian, toSegment a: Cartesian, _ b: Cartesian) -> Double {
    let (abx, aby, abz) = (b.x - a.x, b.y - a.y, b.z - a.z)
    let (aox, aoy, aoz) = (origin.x - a.x, origin.y - a.y, origin.z - a.z)
    let square = abx * abx + aby * aby + abz * abz
    let share = square > 0 ? min(1, max(0, (aox * abx + aoy * aby + aoz * abz) / square)) : 0
    let foot = Cartesian(x: a.x + share * abx, y: a.y + share * aby, z: a.z + share * abz)
    return foot.chord(origin)
  }
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
