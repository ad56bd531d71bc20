internal import GeoModel

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An upper bound in metres for the length of an edge that is straight in longitude and latitude.
func edgeLength(_ a: Coordinate, _ b: Coordinate) -> Double {
  edgeLength(XY(a), XY(b))
}

func edgeLength(_ a: XY, _ b: XY) -> Double {
  let lowest = a.y * b.y <= 0 ? 0 : min(abs(a.y), abs(b.y))
  let radians = Double.pi / 180
  let north = (b.y - a.y) * radians
  let east = (b.x - a.x) * radians * cos(lowest * radians)
  return WGS84.greatestCurvatureRadius * (north * north + east * east).squareRoot()
}
