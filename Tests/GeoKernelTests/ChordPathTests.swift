import CordonTestSupport
import GeoModel
import Testing

@testable import GeoKernel

@Suite struct ChordPathTests {
  /// Distance and direction are those of the engine, whose own are good to 15 nm.
  @Test(arguments: [0.0, 0.4, 1, 2, 40, 500, 4000, 19_990, 20_010, 600_000, 9_000_000])
  func agreesWithTheEngine(_ length: Double) {
    var random = SplitMix64(seed: UInt64(length * 10) + 7)
    for i in 0..<4000 {
      let start = random.coordinate()
      let azimuth = i % 4 == 0 ? Double(random.int(0..<4)) * 90 : random.double(-180...180)
      let end = Geodesic.wgs84.direct(from: start, azimuth: Degrees(azimuth), distance: Meters(length))
      let exact = Geodesic.wgs84.inverse(from: start, to: end)
      let quick = Geodesic.quick.inverse(from: start, to: end)
      #expect(abs(quick.distance.value - exact.distance.value) <= 1e-6, "\(start) \(end)")
      #expect(abs(Geodesic.quick.distance(start, end).value - exact.distance.value) <= 1e-6)
      for (one, other) in [
        (quick.initialAzimuth, exact.initialAzimuth), (quick.finalAzimuth, exact.finalAzimuth),
      ] {
        let turned = abs(one.value - other.value)
        #expect(min(turned, 360 - turned) <= 4e-7 / (1 + length) + 6e-9, "\(start) \(end): \(turned)°")
      }
    }
  }

  /// Due north is not a hair to the west of it, which would be written as 360°.
  @Test(arguments: propertySeeds) func dueNorthAndSouthAreExact(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let longitude = random.double(-180...180)
      let latitude = random.double(-84...84)
      let start = Coordinate(reducing: longitude, latitude: latitude)
      let up = Coordinate(reducing: longitude, latitude: latitude + random.double(0.0001...0.1))
      #expect(Geodesic.quick.inverse(from: start, to: up).initialAzimuth.value == 0)
      #expect(abs(Geodesic.quick.inverse(from: up, to: start).initialAzimuth.value) == 180)
    }
  }

  @Test(arguments: [(30.0, 50.0), (-180, 50), (0, -12.5), (7, 0), (3, 90), (3, -90)])
  func samePositionLiesWhereTheEngineSays(_ longitude: Double, _ latitude: Double) throws {
    let here = try position(longitude, latitude)
    let exact = Geodesic.wgs84.inverse(from: here, to: here)
    let quick = Geodesic.quick.inverse(from: here, to: here)
    #expect(quick.distance == .zero)
    #expect(quick.initialAzimuth.normalizedBearing == exact.initialAzimuth.normalizedBearing)
  }
}
