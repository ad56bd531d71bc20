internal import GeoModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Distance and direction of ways of 1 m ... 20 km, up to 85° of latitude, from the chord.
///
/// The direction is that of the normal section, from the far end's position to the east and north of the start, less
/// (e′² / 12) (s / N)² cos² φ sin 2α, by which it differs from that of the geodesic (R. H. Rapp, "Geometric geodesy,
/// part I", Ohio State University 1991, §4.2); what is left is of the third order in s / N.
enum ChordPath {
  /// `nil` for what is not in range. The same position lies to the south, or to the north on the southern
  /// hemisphere, as it does for `geod_inverse`.
  ///
  /// - Returns: metres as ``ChordDistance`` has them; radians, within 4e-9 / (1 + metres) + 1e-10 of the engine's.
  static func inverse(from start: Coordinate, to end: Coordinate) -> (distance: Double, azimuth: Double)? {
    guard abs(start.latitude) <= 85 else { return nil }
    if start == end, start.latitude != 0 { return (0, start.latitude > 0 ? .pi : 0) }
    let (p, q) = (Cartesian(start), Cartesian(end))
    let c2 = p.squaredChord(q)
    guard c2 >= 1, c2 <= 4e8 else { return nil }
    let distance = ChordDistance.arc(p, q, c2)
    return (distance, azimuth(from: start, to: end, distance))
  }

  static func azimuth(from start: Coordinate, to end: Coordinate, _ distance: Double) -> Double {
    let (sine, cosine) = sineCosine(degrees: SIMD2(start.latitude, end.latitude))
    let radius = SIMD2(repeating: WGS84.a) / (1 - WGS84.e2 * sine * sine).squareRoot()
    let fromAxis = radius * cosine
    let height = radius * (1 - WGS84.e2) * sine
    var aside = end.longitude - start.longitude
    if aside > 180 { aside -= 360 } else if aside < -180 { aside += 360 }
    // From the difference of the longitudes, so that what lies due north lies 0 m to the east.
    let east = fromAxis[1] * sin(aside * .pi / 180)
    let half = sin(aside * .pi / 360)
    let outwards = fromAxis[1] - fromAxis[0] - 2 * fromAxis[1] * half * half
    let north = cosine[0] * (height[1] - height[0]) - sine[0] * outwards
    let section = atan2(east, north)
    let share = distance / radius[0] * cosine[0]
    return section - WGS84.e2 / (1 - WGS84.e2) / 12 * share * share * sin(2 * section)
  }
}
