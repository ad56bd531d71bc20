import Foundation
import GeoKernel
import GeoModel
import Incidents
import Proximity
import Testing

@Suite struct ChanceTests {
  /// Expected: the area two discs share, by the planar formula of two circular segments.
  struct Case: CustomTestStringConvertible, Sendable {
    let footprint, away, ring: Double
    var testDescription: String { "a disc of \(footprint) m, \(away) m away, within \(ring) m" }

    var expected: Double {
      let (r, s, d) = (footprint, ring, away)
      if d + r <= s { return 1 }
      if d >= r + s { return 0 }
      if d + s <= r { return s * s / (r * r) }
      let alpha = acos((d * d + r * r - s * s) / (2 * d * r))
      let beta = acos((d * d + s * s - r * r) / (2 * d * s))
      let lens = r * r * (alpha - sin(2 * alpha) / 2) + s * s * (beta - sin(2 * beta) / 2)
      return lens / (.pi * r * r)
    }
  }

  static let cases = [
    Case(footprint: 1000, away: 1000, ring: 500),
    Case(footprint: 1000, away: 900, ring: 1000),
    Case(footprint: 200, away: 450, ring: 500),
    Case(footprint: 12_000, away: 3000, ring: 5000),
    Case(footprint: 12_000, away: 3000, ring: 100),
    Case(footprint: 150_000, away: 40_000, ring: 5000),
    Case(footprint: 80, away: 0, ring: 60),
  ]

  @Test(arguments: cases, [0.0, 50.46, -71])
  func anExactSiteSharesTheAreaOfTwoDiscs(_ sample: Case, latitude: Double) throws {
    let target = Target(coordinate: position(30, latitude), accuracy: .zero, siteID: "s", name: "S")
    let best = Geodesic.wgs84.direct(
      from: target.coordinate, azimuth: Degrees(60), distance: Meters(sample.away))
    let struck = try incident(
      "i", footprint(disc(best, sample.footprint), best: best, radius: sample.footprint))
    let exposure = Exposure(of: struck, from: target, rings: [Meters(sample.ring)])
    let chance = try #require(exposure.within.first).probability
    #expect(abs(chance - sample.expected) < 0.01, "\(chance) against \(sample.expected)")
    // A small ring in a large area is not lost.
    #expect(abs(chance - sample.expected) <= 0.02 * sample.expected + 1e-4)
  }

  /// Both uncertain: against the mean over a fine grid of site positions, each of them exact.
  @Test func anUncertainSiteIsTheMeanOverItsDisc() throws {
    let center = position(26.1, 44.43)
    let best = Geodesic.wgs84.direct(from: center, azimuth: Degrees(10), distance: Meters(480))
    let struck = try incident("i", footprint(disc(best, 300), best: best, radius: 300))
    let whole = Exposure(
      of: struck, from: Target(coordinate: center, accuracy: Meters(200), name: "S"), rings: [Meters(500)])

    var sum = 0.0
    var count = 0.0
    for east in stride(from: -195.0, through: 195, by: 30) {
      for north in stride(from: -195.0, through: 195, by: 30) where hypot(east, north) < 200 {
        let azimuth = atan2(east, north) * 180 / .pi
        let spot = Geodesic.wgs84.direct(
          from: center, azimuth: Degrees(azimuth), distance: Meters(hypot(east, north)))
        let exact = Exposure(
          of: struck, from: Target(coordinate: spot, accuracy: .zero, name: "S"), rings: [Meters(500)])
        sum += exact.within[0].probability
        count += 1
      }
    }
    #expect(abs(whole.within[0].probability - sum / count) < 0.01)
  }

  @Test func theSameInputGivesTheSameBits() throws {
    let best = position(30.5, 50.4)
    let struck = try incident("i", footprint(disc(best, 7000), best: best, radius: 7000))
    let target = Target(coordinate: position(30.55, 50.42), accuracy: Meters(90), name: "S")
    let first = Exposure(of: struck, from: target, rings: ExposureCalculator.standardRings)
    #expect(first == Exposure(of: struck, from: target, rings: ExposureCalculator.standardRings))
  }
}
