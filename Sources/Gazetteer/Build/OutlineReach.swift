internal import GeoKernel
internal import GeoModel

/// How far an outline reaches from a position, measured only where it may be farthest.
enum OutlineReach {
  /// A distance on the ellipsoid is within 1 % of that on the sphere of the same latitudes.
  private static let slack = 0.97

  /// What `Geodesic.farthestDistance` gives, in a fraction of the time; `nil` for an empty outline.
  static func of(_ outline: [Polygon], from center: Coordinate) -> Meters? {
    let origin = UnitSphere.point(latitude: center.latitude, longitude: center.longitude)
    var edges: [(a: Coordinate, b: Coordinate, most: Double)] = []
    var farthest = 0.0
    for polygon in outline {
      var last: (position: Coordinate, point: UnitSphere.Point, angle: Double)?
      for position in polygon.exterior {
        let point = UnitSphere.point(latitude: position.latitude, longitude: position.longitude)
        let angle = UnitSphere.angle(origin, point)
        farthest = max(farthest, angle)
        if let last {
          // An edge is straight on the map and so no shorter than the arc: twice the arc is enough for all
          // that are not longer than a hull's.
          let most = (last.angle + angle) / 2 + UnitSphere.angle(last.point, point)
          edges.append((last.position, position, most))
        }
        last = (position, point, angle)
      }
    }
    let candidates = edges.filter { $0.most >= farthest * slack }.map { [$0.a, $0.b] }
    return Geodesic.wgs84.farthestDistance(from: center, to: .multiLineString(candidates))
  }
}
