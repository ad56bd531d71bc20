internal import GeoKernel
public import GeoModel

/// How far two locations are apart, given what is known of each.
public struct LocationSpan: Sendable {
  public let from: Location
  public let to: Location
  /// Between the two points, along the WGS 84 ellipsoid.
  public let best: Meters
  /// Least and greatest distance that the uncertainty of both allows.
  public let nearest: Meters
  public let farthest: Meters
  /// Seen from `from`, clockwise from north, 0 ..< 360.
  public let bearing: Degrees
  /// Seen from `to`, back to `from`, 0 ..< 360.
  public let bearingBack: Degrees

  public init(from: Location, to: Location) {
    self.from = from
    self.to = to
    let path = Geodesic.wgs84.inverse(from: from.coordinate, to: to.coordinate)
    let play = from.uncertainty + to.uncertainty
    best = path.distance
    nearest = max(.zero, path.distance - play)
    farthest = path.distance + play
    bearing = path.initialAzimuth.normalizedBearing
    // The azimuth at the far end points onward.
    bearingBack = Degrees(path.finalAzimuth.value + 180).normalizedBearing
  }
}
