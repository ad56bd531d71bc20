import CordonTestSupport
import GeoKernel
import GeoModel
import Testing

/// Areas and lines whose edges are shortest ways.
@Suite struct GeodesicEdgeTests {
  /// Nearest and farthest distance of a position from the shortest way between two others, by pyproj 3.7.2: 4,001
  /// positions along it (`Geod.fwd`), and scipy's bounded search round the best of them. Tolerance 20 µm.
  @Test(arguments: [
    ([30.0, 60.0, 0, 50, 60, 50], 667602.595843, 2191363.151567),
    ([30, 52, 0, 50, 60, 50], 223126.673637, 2102481.655222),
    ([30, 50, 0, 50, 60, 50], 445623.181963, 2136319.552084),
    ([31, -35, 10, -30, 40, -32], 315686.886011, 2045484.943010),
    ([-170, 10, 179, 0, 100, 70], 1513915.201495, 8965802.552293),
    ([0, 89, -80, 85, 90, 86], 67818.425186, 550140.398311),
    ([30.5, 50.45, 30.4, 50.44, 30.6, 50.46], 4.954147, 7189.752781),
  ]) func linesAsTheEngineHasThem(_ places: [Double], _ nearest: Double, _ farthest: Double) throws {
    let origin = try position(places[0], places[1])
    let line = Geometry.lineString([
      try position(places[2], places[3]), try position(places[4], places[5]),
    ])
    let near = try #require(Geodesic.wgs84.nearestDistance(from: origin, to: line, edges: .geodesic))
    let far = try #require(Geodesic.wgs84.farthestDistance(from: origin, to: line, edges: .geodesic))
    #expect(abs(near.value - nearest) < 2e-5)
    #expect(abs(far.value - farthest) < 2e-5)
  }

  /// Against every edge walked in five hundred steps, and the best of these again.
  @Test(arguments: propertySeeds) func areasAsWalkedRound(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for i in 0..<24 {
      let reach = [40.0, 5000, 300_000, 2_500_000][i % 4]
      let center = Coordinate(
        reducing: random.double(-180...180), latitude: i % 6 == 0 ? 86 : random.double(-85...85))
      let area = Geometry.polygon(Polygon(exterior: try triangle(round: center, reach, &random)))
      let origin = Geodesic.wgs84.direct(
        from: center, azimuth: Degrees(random.double(0...360)),
        distance: Meters(reach * random.double(0...3)))
      guard case .polygon(let polygon) = area else { continue }
      // Triangles over ±180° would have to be cut first.
      if zip(polygon.exterior, polygon.exterior.dropFirst()).contains(where: {
        abs($0.longitude - $1.longitude) >= 180
      }) {
        continue
      }
      let walked = walk(polygon.exterior, from: origin)
      let near = try #require(Geodesic.wgs84.nearestDistance(from: origin, to: area, edges: .geodesic))
      let far = try #require(Geodesic.wgs84.farthestDistance(from: origin, to: area, edges: .geodesic))
      let isInside = area.covers(origin, edges: .geodesic)
      #expect(isInside == isLeft(of: polygon.exterior, origin), "\(origin) of \(polygon)")
      #expect(abs(near.value - (isInside ? 0 : walked.least)) < 2e-5, "\(origin) of \(polygon)")
      #expect(abs(far.value - walked.most) < 2e-5, "\(origin) of \(polygon)")
    }
  }

  /// Half a millimetre on either side of the middle of a long edge, far from the straight line on the map.
  @Test func theBorderIsTheShortestWay() throws {
    let corners = [try position(0, 50), try position(60, 50), try position(30, 80), try position(0, 50)]
    let area = Geometry.polygon(Polygon(exterior: corners))
    let path = Geodesic.wgs84.inverse(from: corners[0], to: corners[1])
    for share in [0.01, 0.3, 0.5, 0.99] {
      let on = Geodesic.wgs84.direct(
        from: corners[0], azimuth: path.initialAzimuth, distance: path.distance * share)
      let step = 0.0005 / 111_000
      #expect(area.covers(Coordinate(reducing: on.longitude, latitude: on.latitude + step), edges: .geodesic))
      #expect(
        !area.covers(Coordinate(reducing: on.longitude, latitude: on.latitude - step), edges: .geodesic))
      #expect(area.covers(Coordinate(reducing: on.longitude, latitude: 50.01)))
    }
    // 445 km from the shortest way, and on the map's straight line.
    let outside = try position(30, 50.001)
    #expect(area.covers(outside) && !area.covers(outside, edges: .geodesic))
  }

  /// A cap over the pole has edges along the map's border, which are no ways at all.
  @Test func capsStayClosed() throws {
    let cap = try GeodesicDisc(center: try position(20, 89.5), radius: Meters(200_000)).outline(segments: 64)
    let across = try GeodesicDisc(center: try position(179.9, 10), radius: Meters(50_000)).outline(
      segments: 64)
    for (area, inside) in [
      (cap, try position(0, 90)), (cap, try position(-160, 89.9)), (across, try position(180, 10)),
    ] {
      #expect(area.covers(inside, edges: .geodesic))
      #expect(Geodesic.wgs84.nearestDistance(from: inside, to: area, edges: .geodesic) == .zero)
    }
    let outside = try position(20, 80)
    let straight = try #require(Geodesic.wgs84.nearestDistance(from: outside, to: cap))
    let geodesic = try #require(Geodesic.wgs84.nearestDistance(from: outside, to: cap, edges: .geodesic))
    #expect(abs(straight.value - geodesic.value) < 500)
  }

  private func triangle(
    round center: Coordinate, _ reach: Double, _ random: inout SplitMix64
  ) throws -> [Coordinate] {
    let turn = random.double(0...120)
    // Anticlockwise, so with falling azimuths.
    let corners = [240.0, 120, 0].map { azimuth in
      Geodesic.wgs84.direct(
        from: center, azimuth: Degrees(azimuth + turn + random.double(0...50)),
        distance: Meters(reach * random.double(0.5...1)))
    }
    return corners + [corners[0]]
  }

  /// On the left of every edge of a triangle, by azimuths.
  private func isLeft(of ring: [Coordinate], _ position: Coordinate) -> Bool {
    zip(ring, ring.dropFirst()).allSatisfy { a, b in
      let edge = Geodesic.wgs84.inverse(from: a, to: b).initialAzimuth.value
      let own = Geodesic.wgs84.inverse(from: a, to: position).initialAzimuth.value
      let turn = (own - edge).truncatingRemainder(dividingBy: 360)
      return (turn < -180 ? turn + 360 : turn > 180 ? turn - 360 : turn) < 0
    }
  }

  private func walk(_ ring: [Coordinate], from origin: Coordinate) -> (least: Double, most: Double) {
    var result = (least: Double.infinity, most: 0.0)
    for (a, b) in zip(ring, ring.dropFirst()) {
      let path = Geodesic.wgs84.inverse(from: a, to: b)
      let length = path.distance.value
      func distance(_ s: Double) -> Double {
        let place = Geodesic.wgs84.direct(
          from: a, azimuth: path.initialAzimuth, distance: Meters(min(max(0, s), length)))
        return Geodesic.wgs84.distance(origin, place).value
      }
      for sign in [1.0, -1] {
        var (best, step) = (0.0, length / 500)
        for i in 0...500 where sign * distance(Double(i) * step) < sign * distance(best) {
          best = Double(i) * step
        }
        while step > 1e-6 {
          step /= 2
          for other in [best - step, best + step] where sign * distance(other) < sign * distance(best) {
            best = other
          }
        }
        if sign > 0 { result.least = min(result.least, distance(best)) }
        if sign < 0 { result.most = max(result.most, distance(best)) }
      }
    }
    return result
  }
}
