internal import GeoKernel
public import GeoModel
internal import Geocoding
public import Incidents

extension Exposure {
  /// Measures one incident against one target.
  ///
  /// - `best`: from the target to the footprint's best point; when the words give a distance without a
  ///   direction, the mean distance to the line of best estimate, since the point itself is then only the
  ///   middle of a ring.
  /// - `nearest`, `farthest`: least and greatest ellipsoidal distance between any position of the footprint
  ///   and any of the target's accuracy disc, to 10 µm for the given geometry.
  /// - `within`: see `RingCoverage` for method and error (0.01); exactly 0 below `nearest` and 1 from
  ///   `farthest` on, never falling as the radius grows.
  ///
  /// When the footprint was derived from this very site, both share the register's error and it is counted
  /// once, not twice. A distance that the words state from this site is taken as stated: from its least value
  /// to its greatest plus the accuracy, since it may have been measured from the edge of the grounds.
  ///
  /// - Parameters:
  ///   - rings: radii above 0.
  ///   - isLookedAt: and not kept, so that `Geodesic.quick` will do. Not where the words state a distance: that is
  ///     a round number, and what is a nanometre off it may be rounded to another one.
  public init(of incident: Incident, from target: Target, rings: [Meters], isLookedAt: Bool = false) {
    let footprint = incident.footprint
    let earth = isLookedAt && footprint.statedDistance == nil ? Geodesic.quick : .wgs84
    let isAnchor = target.siteID != nil && footprint.anchorSite == target.siteID
    let accuracy = isAnchor ? .zero : max(.zero, target.accuracy)
    let path = earth.inverse(from: target.coordinate, to: footprint.best)
    let least = earth.nearestDistance(from: target.coordinate, to: footprint.geometry) ?? path.distance
    let greatest = earth.farthestDistance(from: target.coordinate, to: footprint.geometry) ?? path.distance

    var nearest = max(.zero, least - accuracy)
    var farthest = greatest + accuracy
    if isAnchor, let stated = footprint.statedDistance {
      nearest = stated.low
      farthest = stated.high + max(.zero, target.accuracy)
    }
    let mean = footprint.ring.flatMap { Self.meanDistance(from: target.coordinate, to: $0) }
    let best = min(max(mean ?? path.distance, nearest), farthest)

    var chances: [RingChance] = []
    let coverage = RingCoverage(footprint: footprint.geometry, site: target.coordinate, accuracy: accuracy)
    var floor = 0.0
    for radius in Set(rings).sorted() {
      let chance: Double
      if radius >= farthest {
        chance = 1
      } else if radius < nearest {
        chance = 0
      } else if isAnchor, footprint.statedDistance != nil {
        // Every distance between the two as likely as any other.
        chance = (radius - nearest).value / (farthest - nearest).value
      } else {
        chance = coverage.chance(within: radius)
      }
      floor = max(floor, chance)
      chances.append(RingChance(radius: radius, probability: floor))
    }

    self.init(
      incident: incident.id, site: target.siteID ?? target.name, best: best, nearest: nearest,
      farthest: farthest, bearing: path.initialAzimuth.normalizedBearing, within: chances)
  }

  private static func meanDistance(from site: Coordinate, to line: Geometry) -> Meters? {
    let vertices: [Coordinate] =
      switch line {
      case .point(let point): [point]
      case .multiPoint(let points), .lineString(let points): points
      case .multiLineString(let lines): lines.flatMap(\.self)
      case .polygon, .multiPolygon: line.polygons.flatMap(\.exterior)
      }
    guard !vertices.isEmpty else { return nil }
    let sum = vertices.reduce(0) { $0 + Geodesic.wgs84.distance(site, $1).value }
    return Meters(sum / Double(vertices.count))
  }
}
