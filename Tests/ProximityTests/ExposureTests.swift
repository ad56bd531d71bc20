import CordonTestSupport
import Gazetteer
import GeoKernel
import GeoModel
import Geocoding
import Incidents
import Proximity
import Testing

@Suite struct ExposureTests {
  let center = position(44.4, 33.3)

  /// A disc's least and greatest distance follow from its centre and radius; the outline's edges are at
  /// most 0.023 % of the radius inside the circle.
  @Test(arguments: [0.0, 90, 135, 250])
  func aDiscIsAsFarAsItsCentreLessAndPlusItsRadius(azimuth: Double) throws {
    let best = Geodesic.wgs84.direct(from: center, azimuth: Degrees(azimuth), distance: Meters(3000))
    let struck = try incident("i", footprint(disc(best, 400), best: best, radius: 400))
    let target = Target(coordinate: center, accuracy: Meters(75), siteID: "s", name: "S")
    let exposure = Exposure(of: struck, from: target, rings: [])
    #expect(abs(exposure.best.value - 3000) < 1e-6)
    #expect(abs(exposure.nearest.value - (3000 - 400 - 75)) < 0.1)
    #expect(abs(exposure.farthest.value - (3000 + 400 + 75)) < 0.1)
    let turn = abs(exposure.bearing.value - azimuth)
    #expect(min(turn, 360 - turn) < 1e-6)
  }

  @Test func aSiteInsideTheFootprintIsAtDistanceNothing() throws {
    let struck = try incident("i", footprint(disc(center, 5000), best: center, radius: 5000))
    let exposure = Exposure(
      of: struck, from: Target(coordinate: position(44.41, 33.31), accuracy: .zero, name: "x"), rings: [])
    #expect(exposure.nearest == .zero)
    #expect(exposure.best > .zero)
  }

  /// A long edge whose ends are far away: the nearest point lies in the middle of it.
  @Test func theNearestPointMayLieOnAnEdge() throws {
    let corners = [(44.0, 33.4), (45.0, 33.4), (45.0, 34.0), (44.0, 34.0), (44.0, 33.4)]
    let box = Geometry.polygon(Polygon(exterior: corners.map { position($0.0, $0.1) }))
    let struck = try incident("i", footprint(box, best: position(44.5, 33.7), radius: 60_000))
    let exposure = Exposure(
      of: struck, from: Target(coordinate: center, accuracy: .zero, name: "x"), rings: [])
    let straightNorth = Geodesic.wgs84.distance(center, position(44.4, 33.4))
    // The parallel bends away from the shortest line by well under a metre here.
    #expect(exposure.nearest <= straightNorth)
    #expect(straightNorth.value - exposure.nearest.value < 1)
    let corner = Geodesic.wgs84.distance(center, position(45, 34))
    #expect(abs(exposure.farthest.value - corner.value) < 1e-6)
  }

  @Test func theAntimeridianIsNoBorder() throws {
    let best = position(179.99, -17)
    let struck = try incident("i", footprint(disc(best, 3000), best: best, radius: 3000))
    let target = Target(coordinate: position(-179.99, -17), accuracy: .zero, siteID: "s", name: "S")
    let exposure = Exposure(of: struck, from: target, rings: [Meters(2000), Meters(8000)])
    let distance = Geodesic.wgs84.distance(best, target.coordinate).value
    #expect(abs(exposure.best.value - distance) < 1e-6)
    #expect(abs(exposure.farthest.value - distance - 3000) < 1)
    #expect(exposure.nearest.value == 0 || abs(exposure.nearest.value - (distance - 3000)) < 1)
    #expect(exposure.within[0].probability > 0)
    #expect(exposure.within[1].probability == 1)
  }

  @Test func whatTheWordsStateFromTheSiteCountsAsStated() throws {
    let ring = try disc(center, 27)
    let stated = StatedDistance(best: Meters(27), low: Meters(21), high: Meters(30), text: "35 steps")
    let struck = try incident(
      "i",
      footprint(
        disc(center, 105), best: center, radius: 105, ring: ring, stated: stated, anchor: "s",
        relation: .distance))
    let own = Target(coordinate: center, accuracy: Meters(75), siteID: "s", name: "S")
    let exposure = Exposure(of: struck, from: own, rings: [Meters(20), Meters(63), Meters(105)])
    #expect(abs(exposure.best.value - 27) < 0.01)
    #expect(exposure.nearest.value == 21)
    #expect(exposure.farthest.value == 105)
    #expect(exposure.within.map(\.probability) == [0, 0.5, 1])

    // Another site in the same place does not share the register's error.
    let other = Target(coordinate: center, accuracy: Meters(75), siteID: "t", name: "T")
    let second = Exposure(of: struck, from: other, rings: [])
    #expect(second.nearest == .zero)
    #expect(abs(second.farthest.value - 180) < 0.1)
  }

  @Test func onTheGroundsCountsTheAccuracyOnce() throws {
    let struck = try incident("i", footprint(disc(center, 75), best: center, radius: 75, anchor: "s"))
    let own = Target(coordinate: center, accuracy: Meters(75), siteID: "s", name: "S")
    let exposure = Exposure(of: struck, from: own, rings: [Meters(100)])
    #expect(exposure.best == .zero)
    #expect(exposure.nearest == .zero)
    #expect(abs(exposure.farthest.value - 75) < 0.01)
    #expect(exposure.within[0].probability == 1)
  }

  /// Random discs and sites: the order of the three distances, and chances that never fall.
  @Test(arguments: [1, 20_250_301, 77] as [UInt64])
  func distancesAndChancesAreInOrder(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let latitude = Double.random(in: -89...89, using: &random)
      let middle = position(Double.random(in: -180...180, using: &random), latitude)
      let radius = Double.random(in: 5...20_000, using: &random)
      let away = Double.random(in: 0...15_000, using: &random)
      let azimuth = Degrees(Double.random(in: 0...360, using: &random))
      let struck = try incident("i", footprint(disc(middle, radius), best: middle, radius: radius))
      let target = Target(
        coordinate: Geodesic.wgs84.direct(from: middle, azimuth: azimuth, distance: Meters(away)),
        accuracy: Meters(Double.random(in: 0...500, using: &random)), siteID: "s", name: "S")
      let exposure = Exposure(of: struck, from: target, rings: ExposureCalculator.standardRings)
      #expect(exposure.nearest <= exposure.best && exposure.best <= exposure.farthest, "seed \(seed)")
      let chances = exposure.within.map(\.probability)
      #expect(chances == chances.sorted(), "seed \(seed)")
      #expect(chances.allSatisfy { (0...1).contains($0) }, "seed \(seed)")
      for ring in exposure.within {
        if ring.radius < exposure.nearest { #expect(ring.probability == 0, "seed \(seed)") }
        if ring.radius >= exposure.farthest { #expect(ring.probability == 1, "seed \(seed)") }
      }
    }
  }
}
