import CordonTestSupport
import GeoKernel
import GeoModel
import Testing

extension SplitMix64 {
  /// Positions scattered round a centre.
  mutating func cluster(_ count: Int, round center: Coordinate, within radius: Double) -> [Coordinate] {
    (0..<count).map { _ in
      Geodesic.wgs84.direct(
        from: center, azimuth: Degrees(double(0...360)), distance: Meters(radius * double(0...1).squareRoot())
      )
    }
  }
}

@Suite struct HullTests {
  @Test(arguments: propertySeeds) func hullsHoldTheirPositions(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<12 {
      let center = random.coordinate()
      let radius = random.double(500...1_500_000)
      let positions = random.cluster(random.int(5..<80), round: center, within: radius)
      let convex = try Geometry.convexHull(of: positions)
      let concave = try Geometry.concaveHull(of: positions, ratio: 0.3)
      for hull in [convex, concave] {
        #expect(hull.invalidityReason() == nil, "\(center) \(radius)")
        for position in positions {
          let off = try #require(Geodesic.wgs84.nearestDistance(from: position, to: hull)).value
          #expect(off <= radius * 2e-4, "\(position) is \(off) m outside, \(radius) m round \(center)")
        }
      }
      #expect(Geodesic.wgs84.area(of: concave) <= Geodesic.wgs84.area(of: convex) * 1.000_1)
    }
  }

  @Test func cornersAreTheirPositions() throws {
    let positions = [(30.1, 50.1), (30.9, 50.2), (30.5, 50.8), (30.5, 50.3)].map {
      Coordinate(reducing: $0.0, latitude: $0.1)
    }
    let ring = try Geometry.convexHull(of: positions + positions).polygons[0].exterior
    for corner in positions.prefix(3) { #expect(ring.contains(corner)) }
    #expect(!ring.contains(positions[3]))
  }

  @Test func refusesLinesAndNothing() throws {
    let line = [try position(0, 0), try position(1, 0), try position(2, 0), try position(1, 0)]
    for positions in [[], [line[0]], Array(line[..<2]), line] {
      #expect(throws: GeometryError.self) { try Geometry.convexHull(of: positions) }
      #expect(throws: GeometryError.self) { try Geometry.concaveHull(of: positions, ratio: 0.5) }
    }
    #expect(throws: GeometryError.self) { try Geometry.concaveHull(of: line, ratio: 1.5) }
  }

  @Test(arguments: propertySeeds) func enclosingDiscIsSmallest(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<12 {
      let center = random.coordinate()
      let radius = random.double(1...3_000_000)
      let positions = random.cluster(random.int(2..<60), round: center, within: radius)
      let disc = try GeodesicDisc(enclosing: positions)
      #expect(positions.allSatisfy(disc.contains))
      #expect(disc.radius.value <= radius * (1 + 1e-9))
      // No centre nearby does with less.
      for azimuth in stride(from: 0.0, to: 360, by: 20) {
        let moved = Geodesic.wgs84.direct(
          from: disc.center, azimuth: Degrees(azimuth), distance: Meters(0.01 + disc.radius.value * 1e-4))
        let reach = positions.reduce(Meters.zero) { max($0, Geodesic.wgs84.distance(moved, $1)) }
        #expect(reach.value > disc.radius.value - 0.001, "\(positions)")
      }
    }
  }

  @Test func enclosingDiscOfFew() throws {
    let (a, b) = (try position(179.9, 10), try position(-179.9, 10))
    #expect(try GeodesicDisc(enclosing: [a, a]) == GeodesicDisc(center: a, radius: .zero))
    let disc = try GeodesicDisc(enclosing: [a, b])
    #expect(abs(disc.radius.value - Geodesic.wgs84.distance(a, b).value / 2) < 1e-6)
    #expect(throws: GeometryError.self) { try GeodesicDisc(enclosing: []) }
    #expect(throws: GeometryError.self) {
      try GeodesicDisc(enclosing: [try position(0, 0), try position(180, 0)])
    }
  }
}
