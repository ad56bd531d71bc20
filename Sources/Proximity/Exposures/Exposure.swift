public import GeoModel

/// An incident against a site: how close it came.
public struct Exposure: Hashable, Sendable {
  public let incident: String
  public let site: String
  /// Ellipsoidal metres between the best points.
  public let best: Meters
  /// Least and greatest possible distance, given the footprint and the site's accuracy disc.
  public let nearest: Meters
  public let farthest: Meters
  /// From the site to the incident, clockwise from north, 0 ..< 360.
  public let bearing: Degrees
  /// Chance of having been within each ring, ascending by radius.
  public let within: [RingChance]

  public init(
    incident: String, site: String, best: Meters, nearest: Meters, farthest: Meters, bearing: Degrees,
    within: [RingChance]
  ) {
    self.incident = incident
    self.site = site
    self.best = best
    self.nearest = nearest
    self.farthest = farthest
    self.bearing = bearing
    self.within = within
  }
}

public struct RingChance: Hashable, Sendable {
  public let radius: Meters
  /// 0 ... 1.
  public let probability: Double

  public init(radius: Meters, probability: Double) {
    self.radius = radius
    self.probability = probability
  }
}
