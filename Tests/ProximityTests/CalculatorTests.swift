import CordonTestSupport
import Gazetteer
import GeoKernel
import GeoModel
import Incidents
import Proximity
import Testing

@Suite struct CalculatorTests {
  let center = position(44.4, 33.3)

  private func away(_ metres: Double, _ azimuth: Double = 45) -> Coordinate {
    Geodesic.wgs84.direct(from: center, azimuth: Degrees(azimuth), distance: Meters(metres))
  }

  @Test func sitesInRangeAndTheOwnSite() throws {
    let sites = [
      site("far-own", away(90_000)), site("near", away(2000)), site("edge", away(5900)),
      site("out", away(6100)), site("vague", away(6100), accuracy: 200),
    ]
    let struck = try incident("i", footprint(disc(center, 1000), best: center, radius: 1000), site: "far-own")
    let exposures = ExposureCalculator(sites: sites).exposures(of: struck)
    #expect(exposures.map(\.site) == ["near", "edge", "vague", "far-own"])
  }

  @Test func aCountryIsNearNothingInParticular() throws {
    let struck = try incident(
      "i", footprint(disc(center, 300_000), best: center, radius: 300_000, wherePrecision: 6), site: "own")
    let calculator = ExposureCalculator(sites: [site("own", away(10)), site("other", away(20))])
    #expect(calculator.exposures(of: struck).map(\.site) == ["own"])
  }

  /// Measured together or one by one: the same, also for incidents that share a footprint.
  @Test func manyAreMeasuredAsOneIs() throws {
    let calculator = ExposureCalculator(sites: [
      site("a", away(300)), site("b", away(900)), site("own", away(9e4)),
    ])
    let shared = footprint(try disc(center, 400), best: center, radius: 400)
    let incidents = [
      try incident("1", shared), try incident("2", shared, site: "own"), try incident("3", shared),
      try incident("4", footprint(disc(away(500), 50), best: away(500), radius: 50)),
    ]
    let together = calculator.exposures(of: incidents)
    #expect(together == incidents.flatMap { calculator.exposures(of: $0) })
    #expect(together.map(\.incident) == ["1", "1", "2", "2", "2", "3", "3", "4", "4"])
  }

  @Test func ringsAscendAndOccurOnce() throws {
    let calculator = ExposureCalculator(sites: [], rings: [Meters(500), Meters(100), Meters(500), Meters(0)])
    #expect(calculator.rings == [Meters(100), Meters(500)])
    #expect(calculator.range == Meters(500))
  }

  /// The index against looking at every site, also at the poles and on both sides of ±180°.
  @Test(arguments: [3, 4242] as [UInt64])
  func theIndexMissesNoSite(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let anchors = [
      position(179.99, 51), position(-180, 0), position(12, 89.97), position(-70, -89.99), center,
    ]
    var sites: [Site] = []
    for index in 0..<400 {
      let near = anchors[index % anchors.count]
      let spot = Geodesic.wgs84.direct(
        from: near, azimuth: Degrees(Double.random(in: 0...360, using: &random)),
        distance: Meters(Double.random(in: 0...30_000, using: &random)))
      sites.append(site("s\(index)", spot, accuracy: Double.random(in: 0...300, using: &random)))
    }
    let calculator = ExposureCalculator(sites: sites, rings: [.kilometers(8)])
    for anchor in anchors {
      let struck = try incident("i", footprint(disc(anchor, 500), best: anchor, radius: 500))
      let expected = sites.filter {
        Geodesic.wgs84.distance(anchor, $0.coordinate).value - 500 - $0.accuracy.value <= 8000 - 0.5
      }
      let found = Set(calculator.exposures(of: struck).map(\.site))
      #expect(found.isSuperset(of: expected.map(\.id)), "seed \(seed), at \(anchor)")
      #expect(found.count <= expected.count + 1, "seed \(seed), at \(anchor)")
    }
  }
}
