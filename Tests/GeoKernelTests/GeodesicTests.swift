import CordonTestSupport
import GeoKernel
import GeoModel
import Testing

@Suite struct GeodesicTests {
  @Test(arguments: geodtestPaths) func inverseAgreesWithTheTable(_ known: KnownPath) {
    let start = Coordinate(reducing: known.longitude1, latitude: known.latitude1)
    let end = Coordinate(reducing: known.longitude2, latitude: known.latitude2)
    let path = Geodesic.wgs84.inverse(from: start, to: end)
    #expect(abs(path.distance.value - known.distance) <= 2e-8)
    #expect(Geodesic.wgs84.distance(start, end) == path.distance)
    #expect(abs(path.initialAzimuth.value - known.azimuth1) <= 1e-11)
    #expect(abs(path.finalAzimuth.value - known.azimuth2) <= 1e-11)
  }

  @Test(arguments: geodtestPaths) func directAgreesWithTheTable(_ known: KnownPath) {
    let start = Coordinate(reducing: known.longitude1, latitude: known.latitude1)
    let expected = Coordinate(reducing: known.longitude2, latitude: known.latitude2)
    let end = Geodesic.wgs84.direct(
      from: start, azimuth: Degrees(known.azimuth1), distance: Meters(known.distance))
    #expect(abs(end.longitude - expected.longitude) <= 1e-12)
    #expect(abs(end.latitude - expected.latitude) <= 1e-12)
  }

  /// Half a meridian, WGS 84: 20003931.4586 m (GeographicLib, "Geodesics on an ellipsoid").
  @Test func polesAreHalfAMeridianApart() throws {
    let north = try position(12, 90)
    #expect(abs(Geodesic.wgs84.distance(north, try position(-100, -90)).value - 20_003_931.4586) < 1e-4)
    #expect(Geodesic.wgs84.distance(north, try position(-77, 90)) == .zero)
  }

  @Test func theAntimeridianIsOneLine() throws {
    #expect(Geodesic.wgs84.distance(try position(180, 10), try position(-180, 10)) == .zero)
  }

  @Test(arguments: propertySeeds) func distanceIsSymmetric(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let (a, b) = (random.coordinate(), random.coordinate())
      let (there, back) = (Geodesic.wgs84.distance(a, b), Geodesic.wgs84.distance(b, a))
      #expect(abs(there.value - back.value) <= 2e-8, "\(a) \(b)")
    }
  }

  @Test(arguments: propertySeeds) func directUndoesInverse(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let (a, b) = (random.coordinate(), random.coordinate())
      let path = Geodesic.wgs84.inverse(from: a, to: b)
      let reached = Geodesic.wgs84.direct(from: a, azimuth: path.initialAzimuth, distance: path.distance)
      #expect(Geodesic.wgs84.distance(b, reached).value <= 5e-8, "\(a) \(b)")
    }
  }

  @Test(arguments: propertySeeds) func noDetourIsShorter(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let (a, b, c) = (random.coordinate(), random.coordinate(), random.coordinate())
      let detour = Geodesic.wgs84.distance(a, b) + Geodesic.wgs84.distance(b, c)
      #expect(Geodesic.wgs84.distance(a, c).value <= detour.value + 3e-8, "\(a) \(b) \(c)")
    }
  }

  @Test func midpointIsHalfWay() throws {
    let (a, b) = (try position(179, 60), try position(-170, 65))
    let middle = Geodesic.wgs84.midpoint(a, b)
    let (left, right) = (Geodesic.wgs84.distance(a, middle), Geodesic.wgs84.distance(middle, b))
    #expect(abs(left.value - right.value) < 1e-7)
  }
}
