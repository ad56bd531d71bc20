import CordonTestSupport
import GeoKernel
import GeoModel
import Geocoding
import Testing

@Suite struct FootprintTests {
  static func maker() throws -> FootprintMaker {
    FootprintMaker(
      nearness: try NearnessTable(tsv: SiteTestDocument.text("nearness.tsv"), file: "nearness.tsv"))
  }

  static func site(accuracy: Double = 100, kind: String = "embassy") -> FootprintAnchor {
    FootprintAnchor(
      name: "Embassy", siteID: "e", kind: .site(kind),
      center: Coordinate(longitude: -77.033, latitude: -12.117)!,
      radius: Meters(accuracy))
  }

  static func town(_ radius: Double = 9_000) -> FootprintAnchor {
    FootprintAnchor(
      name: "Riga", kind: .place(.settlement), center: Coordinate(longitude: 24.1059, latitude: 56.946)!,
      radius: Meters(radius))
  }

  struct Precision: Sendable, CustomTestStringConvertible {
    let value: Double
    let unit: String
    let low: Double
    let best: Double
    let high: Double
    var testDescription: String { "\(value) \(unit)" }
  }

  // Point-radius method (Wieczorek, Guo & Hijmans 2004): half of the power of ten a whole number is a multiple
  // of, one part in the denominator of a decimal; steps and blocks by the documented ranges. Metres.
  static let precisions = [
    Precision(value: 35, unit: "step", low: 20.7, best: 25.375, high: 30.175),
    Precision(value: 50, unit: "metre", low: 45, best: 50, high: 55),
    Precision(value: 100, unit: "metre", low: 50, best: 100, high: 150),
    Precision(value: 110, unit: "metre", low: 105, best: 110, high: 115),
    Precision(value: 10, unit: "kilometre", low: 5_000, best: 10_000, high: 15_000),
    Precision(value: 25, unit: "kilometre", low: 24_500, best: 25_000, high: 25_500),
    Precision(value: 10.5, unit: "kilometre", low: 10_000, best: 10_500, high: 11_000),
    Precision(value: 2.25, unit: "kilometre", low: 2_000, best: 2_250, high: 2_500),
    Precision(value: 3.4, unit: "kilometre", low: 3_300, best: 3_400, high: 3_500),
    Precision(value: 0.5, unit: "mile", low: 402.336, best: 804.672, high: 1207.008),
    Precision(value: 1, unit: "nautical_mile", low: 926, best: 1852, high: 2778),
    Precision(value: 2, unit: "block", low: 120, best: 240, high: 400),
  ]

  @Test(arguments: precisions) func digitsGiveThePrecision(_ row: Precision) throws {
    let unit = try #require(DistanceUnit.tagged(row.unit))
    let distance = StatedDistance(row.value, unit, text: row.testDescription)
    #expect(abs(distance.low.value - row.low) < 1e-6)
    #expect(abs(distance.best.value - row.best) < 1e-6)
    #expect(abs(distance.high.value - row.high) < 1e-6)
  }

  @Test func stepsFromABuilding() throws {
    let steps = StatedDistance(35, try #require(.tagged("step")), text: "about 35 steps")
    let unit = try #require(DistanceUnit.tagged("step"))
    let footprint = try Self.maker().distance(
      steps, from: Self.site(), unitNote: unit.note, words: "about 35 steps away from the building")
    #expect(abs(footprint.radius.value - 130.175) < 1e-9)
    #expect(
      footprint.reason
        == "'about 35 steps away from the building': disc of the site's accuracy (100 m) enlarged by 21–30 m; "
        + "a step is 0.6–0.85 m.")
    #expect(footprint.wherePrecision == 1 && footprint.geoPrecision == 1)
    guard case .lineString(let ring)? = footprint.ring else {
      Issue.record("the ring of the best estimate is missing")
      return
    }
    for vertex in ring {
      #expect(abs(Geodesic.wgs84.distance(footprint.best, vertex).value - 25.375) < 0.001)
    }
  }

  @Test func aDistanceInADirectionIsASector() throws {
    let km = try #require(DistanceUnit.tagged("kilometre"))
    let maker = try Self.maker()
    let footprint = try maker.direction(.northeast, StatedDistance(10, km, text: "10 km"), from: Self.town())
    let center = Self.town().center
    func at(_ azimuth: Double, _ distance: Double) -> Coordinate {
      Geodesic.wgs84.direct(from: center, azimuth: Degrees(azimuth), distance: Meters(distance))
    }
    #expect(footprint.geometry.covers(at(45, 10_000)))
    #expect(footprint.geometry.covers(at(24, 14_900)))
    // The town's own 9 km in every direction, and no more.
    #expect(footprint.geometry.covers(at(45, 23_900)))
    #expect(!footprint.geometry.covers(at(45, 24_200)))
    #expect(!footprint.geometry.covers(at(225, 10_000)))
    #expect(Geodesic.wgs84.distance(footprint.best, at(45, 10_000)).value < 0.001)
    #expect(footprint.wherePrecision == 2)
  }

  @Test func betweenIsTheMidpointWithHalfTheDistance() throws {
    var other = Self.town()
    other.name = "Tallinn"
    other.center = Coordinate(longitude: 24.7535, latitude: 59.437)!
    let footprint = try Self.maker().between(Self.town(), other)
    let whole = Geodesic.wgs84.distance(Self.town().center, other.center).value
    #expect(abs(footprint.radius.value - whole / 2 - 9_000) < 0.001)
    #expect(abs(Geodesic.wgs84.distance(footprint.best, other.center).value - whole / 2) < 0.001)
  }

  @Test func nearnessComesFromTheTable() throws {
    let maker = try Self.maker()
    #expect(abs(try maker.near(Self.site()).radius.value - 600) < 1e-9)
    #expect(abs(try maker.near(Self.site(kind: "arms_plant"), .nextTo).radius.value - 600) < 1e-9)
    #expect(abs(try maker.near(Self.site(kind: "opera_house"), .nextTo).radius.value - 200) < 1e-9)
    #expect(abs(try maker.near(Self.town()).radius.value - 34_000) < 1e-9)
    #expect(abs(try maker.near(Self.town(500)).radius.value - 5_500) < 1e-9)
    #expect(try maker.near(Self.site()).reason.contains("the nearness table's value for 'near' (site)"))
  }

  @Test func aTableWithoutItsMainRowsIsRefused() {
    let header = "anchor\tcloseness\tleast_m\tper_radius\tmost_m\twhy\n"
    #expect(throws: TableError.self) { try NearnessTable(tsv: header, file: "nearness.tsv") }
    #expect(throws: TableError.self) {
      try NearnessTable(tsv: header + "site\tnear\tx\t0\t1\t-\n", file: "n")
    }
  }

  /// Whatever the anchor and the numbers: valid, not empty, and within `radius` of `best`.
  @Test(arguments: [11, 12, 13] as [UInt64]) func theRadiusContainsTheGeometry(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let maker = try Self.maker()
    for _ in 0..<12 {
      let center = Coordinate(
        reducing: Double.random(in: -180...180, using: &random),
        latitude: Double.random(in: -85...85, using: &random))
      let isSite = Bool.random(using: &random)
      let anchor = FootprintAnchor(
        name: "X", kind: isSite ? .site("embassy") : .place(.settlement), center: center,
        radius: Meters(Double.random(in: 10...30_000, using: &random)))
      var second = anchor
      second.center = Geodesic.wgs84.direct(
        from: center, azimuth: Degrees(Double.random(in: 0...360, using: &random)),
        distance: Meters(Double.random(in: 100...300_000, using: &random)))
      let distance = StatedDistance(
        Double(Int.random(in: 1...200, using: &random)), try #require(DistanceUnit.tagged("kilometre")),
        text: "")
      let direction = try #require(CompassDirection.allCases.randomElement(using: &random))
      let footprints = [
        try maker.at(anchor), try maker.near(anchor), try maker.distance(distance, from: anchor),
        try maker.direction(direction, distance, from: anchor), try maker.outside(direction, of: anchor),
        try maker.part(direction, of: anchor), try maker.between(anchor, second),
      ]
      for footprint in footprints {
        #expect(footprint.geometry.invalidityReason() == nil, "seed \(seed): \(footprint.reason)")
        let farthest = try #require(
          Geodesic.wgs84.farthestDistance(from: footprint.best, to: footprint.geometry))
        // The outline of a disc may bulge 0.01 % between its vertices.
        #expect(farthest.value <= footprint.radius.value * 1.0002, "seed \(seed): \(footprint.reason)")
        #expect((1...7).contains(footprint.wherePrecision) && (1...3).contains(footprint.geoPrecision))
      }
    }
  }
}
