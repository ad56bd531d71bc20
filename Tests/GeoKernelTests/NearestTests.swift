import CordonTestSupport
import GeoKernel
import GeoModel
import Testing

@Suite struct NearestTests {
  /// Against the finest of 20,000 positions on the border.
  @Test(arguments: propertySeeds) func agreesWithBruteForce(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<8 {
      let center = random.coordinate()
      let radius = random.double(100...2_000_000)
      let area = try GeodesicDisc(center: center, radius: Meters(radius)).outline(segments: 8)
      let place = Geodesic.wgs84.direct(
        from: center, azimuth: Degrees(random.double(0...360)),
        distance: Meters(radius * random.double(0...4)))
      let near = try #require(Geodesic.wgs84.nearest(of: area, to: place))
      let far = try #require(Geodesic.wgs84.farthest(of: area, from: place))
      var (least, most) = (Double.infinity, 0.0)
      for ring in area.polygons.map(\.exterior) {
        for (a, b) in zip(ring, ring.dropFirst()) {
          for step in 0..<500 {
            let share = Double(step) / 500
            let c = Coordinate(
              reducing: a.longitude + (b.longitude - a.longitude) * share,
              latitude: a.latitude + (b.latitude - a.latitude) * share)
            let distance = Geodesic.wgs84.distance(place, c).value
            (least, most) = (min(least, distance), max(most, distance))
          }
        }
      }
      if area.covers(place) { least = 0 }
      #expect(near.distance.value <= least + 1e-6, "\(center) \(radius) \(place)")
      #expect(near.distance.value >= least - radius * 2e-3)
      #expect(far.distance.value >= most - 1e-6)
      #expect(far.distance.value <= most + radius * 2e-3)
      #expect(abs(Geodesic.wgs84.distance(place, near.position).value - near.distance.value) < 1e-6)
    }
  }

  /// A line round the position whose parts are all about as far: the bounds must not rule out the nearest.
  @Test(arguments: propertySeeds) func choosesAmongAlmostEqual(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    // Chords order positions otherwise than distances do, which shows when there are many.
    for (radius, count) in [(1.0, 60), (1000, 60), (1_000_000, 60), (6_000_000, 60), (6_000_000, 3000)] {
      let center = Coordinate(reducing: random.double(-90...90), latitude: random.double(-20...20))
      let corners = (0..<count).map { i in
        Geodesic.wgs84.direct(
          from: center, azimuth: Degrees(Double(i) / Double(count) * 180),
          distance: Meters(radius * random.double(0.9999...1.0001)))
      }
      let line = Geometry.lineString(corners)
      let near = try #require(Geodesic.wgs84.nearestDistance(from: center, to: line)).value
      let far = try #require(Geodesic.wgs84.farthestDistance(from: center, to: line)).value
      var (least, most) = (Double.infinity, 0.0)
      for (a, b) in zip(corners, corners.dropFirst()) {
        let steps = 12_000 / count
        for step in 0...steps {
          let share = Double(step) / Double(steps)
          let c = Coordinate(
            reducing: a.longitude + (b.longitude - a.longitude) * share,
            latitude: a.latitude + (b.latitude - a.latitude) * share)
          let distance = Geodesic.wgs84.distance(center, c).value
          (least, most) = (min(least, distance), max(most, distance))
        }
      }
      #expect(near <= least + 1e-6 && near >= least * (1 - 1e-6))
      #expect(far >= most - 1e-6 && far <= most * (1 + 1e-6))
    }
  }

  @Test func toALineThatPassesBeside() throws {
    // Due east of the position on the equator, the meridian's nearest position is on the equator too.
    let line = Geometry.lineString([try position(1, -20), try position(1, 30)])
    let near = try #require(Geodesic.wgs84.nearest(of: line, to: position(0, 0)))
    // a · 1° along the equator.
    #expect(abs(near.distance.value - 6_378_137 * .pi / 180) < 1e-5)
    #expect(abs(near.position.latitude) < 1e-6)
  }

  @Test func acrossTheSeamAndAtThePole() throws {
    let box = Geometry.polygon(
      Polygon(exterior: [
        try position(-180, 0), try position(-179, 0), try position(-179, 1), try position(-180, 1),
        try position(-180, 0),
      ]))
    let east = try position(179, 0.5)
    let distance = try #require(Geodesic.wgs84.nearestDistance(from: east, to: box))
    #expect(abs(distance.value - Geodesic.wgs84.distance(east, try position(180, 0.500_02)).value) < 0.01)
    let cap = try GeodesicDisc(center: position(0, 90), radius: .kilometers(100)).outline()
    #expect(Geodesic.wgs84.nearestDistance(from: try position(33, 90), to: cap) == .zero)
    let away = try #require(Geodesic.wgs84.nearestDistance(from: try position(33, 80), to: cap)).value
    let toPole = Geodesic.wgs84.distance(try position(33, 80), try position(0, 90)).value
    #expect(abs(away - (toPole - 100_000)) < 20)
  }

  @Test func theFarthestIsTheAntipode() throws {
    let world = Geometry.polygon(
      Polygon(exterior: [
        try position(-180, -90), try position(180, -90), try position(180, 90), try position(-180, 90),
        try position(-180, -90),
      ]))
    let far = try #require(Geodesic.wgs84.farthestDistance(from: position(30, 50), to: world))
    #expect(abs(far.value - 20_003_931.4586) < 1e-3)
  }

  @Test func emptyIsNowhere() throws {
    #expect(Geodesic.wgs84.nearest(of: .multiPolygon([]), to: try position(0, 0)) == nil)
    #expect(Geodesic.wgs84.farthest(of: .multiPoint([]), from: try position(0, 0)) == nil)
  }

  @Test(arguments: propertySeeds) func discsAreApartByTheirGap(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<6 {
      let center = random.coordinate()
      let (first, second) = (random.double(100...50_000), random.double(100...50_000))
      let gap = random.double(10...200_000)
      let other = Geodesic.wgs84.direct(
        from: center, azimuth: Degrees(random.double(0...360)), distance: Meters(first + gap + second))
      let a = try GeodesicDisc(center: center, radius: Meters(first)).outline()
      let b = try GeodesicDisc(center: other, radius: Meters(second)).outline()
      let nearest = try Geodesic.wgs84.nearestPositions(of: a, and: b)
      #expect(nearest.distance.value >= gap - 2e-4 * (first + second))
      #expect(
        nearest.distance.value <= gap + 2e-3 * (first + second), "\(center) \(other) \(first) \(second)")
      let measured = Geodesic.wgs84.distance(nearest.onFirst, nearest.onSecond)
      #expect(abs(measured.value - nearest.distance.value) < 1e-4)
    }
  }

  @Test func whatMeetsIsNotApart() throws {
    let a = try GeodesicDisc(center: position(180, 10), radius: Meters(5000)).outline()
    let b = try GeodesicDisc(center: position(-179.95, 10), radius: Meters(5000)).outline()
    let nearest = try Geodesic.wgs84.nearestPositions(of: a, and: b)
    #expect(nearest.distance == .zero && nearest.onFirst == nearest.onSecond)
    #expect(a.covers(nearest.onFirst) && b.covers(nearest.onFirst))
  }
}
