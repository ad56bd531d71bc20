/// The WGS 84 ellipsoid (NIMA TR8350.2, table 3.1): equatorial radius in metres and flattening.
enum WGS84 {
  static let a = 6_378_137.0
  static let f = 1 / 298.257223563
  static let b = a * (1 - f)
  /// First eccentricity, squared.
  static let e2 = f * (2 - f)

  /// The largest radius of curvature of any normal section, that of the meridian at the pole, in metres.
  static let greatestCurvatureRadius = a * a / b

  /// Length of half a meridian: the distance between antipodes, and the longest distance there is.
  static let antipodalDistance = 20_003_931.458_625_4
}
