internal import GeoModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A position on the unit sphere, for comparing distances without trigonometry; good to half a metre.
struct UnitVector: Sendable {
  let x, y, z: Float

  init(_ coordinate: Coordinate) {
    let latitude = coordinate.latitude * .pi / 180
    let longitude = coordinate.longitude * .pi / 180
    x = Float(cos(latitude) * cos(longitude))
    y = Float(cos(latitude) * sin(longitude))
    z = Float(sin(latitude))
  }

  /// Square of the straight line through the earth, in earth radii.
  func chordSquared(to other: UnitVector) -> Double {
    let dx = x - other.x
    let dy = y - other.y
    let dz = z - other.z
    return Double(dx * dx + dy * dy + dz * dz)
  }
}
