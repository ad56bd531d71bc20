import CordonTestSupport
import GeoModel
import Testing

@testable import GeoKernel

/// Pairs of positions `distance` apart, in directions and at places where the ellipsoid bends most and least.
private func pairs(_ distance: Double, _ count: Int, seed: UInt64) -> [(Coordinate, Coordinate)] {
  var random = SplitMix64(seed: seed)
  return (0..<count).map { i in
    let latitude =
      switch i % 5 {
      case 0: 0.0
      case 1: random.int(0..<2) == 0 ? 90.0 : -90
      case 2: random.double(-1...1)
      case 3: random.double(88...90)
      default: random.double(-90...90)
      }
    let azimuth = i % 3 == 0 ? Double(random.int(0..<4)) * 90 : random.double(-180...180)
    let start = Coordinate(reducing: i % 7 == 0 ? 180 : random.double(-180...180), latitude: latitude)
    let end = Geodesic.wgs84.direct(from: start, azimuth: Degrees(azimuth), distance: Meters(distance))
    return (start, end)
  }
}

@Suite struct ChordTests {
  static let lengths: [Double] = [
    0.001, 0.5, 1, 30, 500, 5000, 20_000, 59_900, 100_000, 250_000, 500_000, 780_000, 1_000_000, 3_000_000,
    5_000_000,
    9_000_000, 12_000_000, 15_000_000, 18_000_000, 19_500_000, 19_899_000, 19_950_000, 20_003_000,
  ]

  /// Both bounds, at the least and greatest curvatures among others, never cut off the truth.
  @Test(arguments: lengths) func boundsHold(_ length: Double) {
    for (a, b) in pairs(length, 4000, seed: UInt64(length * 1000)) {
      let s = Geodesic.wgs84.distance(a, b).value
      let c = Cartesian(a).chord(Cartesian(b))
      #expect(c <= ChordBounds.longestChord(distance: s), "\(a) \(b): a chord of \(c) m for \(s) m")
      #expect(s <= ChordBounds.longestWay(chord: c), "\(a) \(b): \(s) m for a chord of \(c) m")
      // Nobody beyond a radius is taken for within, and nobody within for beyond.
      #expect(c >= ChordBounds.surelyWithinChord(distance: s - 1e-8), "\(a) \(b)")
    }
  }

  /// The band that is left open is as narrow as the derivation says, so that the bounds are of use.
  @Test(arguments: [(5000.0, 2.8e-6), (50_000, 2.8e-3), (500_000, 2.7), (5_000_000, 2700)])
  func bandIsNarrow(_ radius: Double, _ width: Double) {
    let band =
      ChordBounds.longestChord(distance: radius) - ChordBounds.surelyWithinChord(distance: radius)
    #expect(band > 0 && band < width)
  }

  /// The polynomial that stands for the two bounds, one after the other, is never below them.
  @Test func polynomialIsAbove() {
    for step in 1...200_000 {
      let c = Double(step) * 10
      let exact = ChordBounds.longestChord(distance: ChordBounds.longestWay(chord: c))
      #expect(ChordBounds.surelyLongerChord(than: c) >= exact, "at \(c) m")
    }
  }

  @Test(arguments: lengths.filter { $0 <= 1_000_000 }) func arcIsTheDistance(_ length: Double) {
    for (a, b) in pairs(length, 4000, seed: 99 &+ UInt64(length * 1000)) {
      let (p, q) = (Cartesian(a), Cartesian(b))
      let s = Geodesic.wgs84.distance(a, b).value
      let arc = ChordDistance.arc(p, q, p.squaredChord(q))
      #expect(abs(arc - s) <= ChordDistance.error(s), "\(a) \(b): \(arc) m for \(s) m")
      #expect(arc == ChordDistance.arc(q, p, q.squaredChord(p)))
    }
    #expect(ChordDistance.error(ChordDistance.greatestChord) < ChordDistance.tolerance)
  }

  /// Rounding the closed form gives what rounding the exact distance gives.
  @Test(arguments: propertySeeds) func roundsLikeTheEngine(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let measure = Measure(step: 0.001)
    for i in 0..<20_000 {
      let a = random.coordinate()
      // Half of them at a whole number of half millimetres, where rounding is undecided.
      let way = random.double(0...(i % 3 == 0 ? 900_000 : 20_000))
      let exactly = i % 2 == 0 ? (way * 1000).rounded() / 1000 + 0.0005 : way
      let b = Geodesic.wgs84.direct(
        from: a, azimuth: Degrees(random.double(0...360)), distance: Meters(exactly))
      let (p, q) = (Cartesian(a), Cartesian(b))
      let s = measure.distance(a, p, b, q, p.squaredChord(q))
      let exact = Geodesic.wgs84.distance(a, b).value
      #expect((s * 1000 + 0.5).rounded(.down) == (exact * 1000 + 0.5).rounded(.down), "\(a) \(b)")
    }
  }

  @Test func sinesAreExactAtRightAngles() throws {
    let north = try [0.0, 17, -180, 180].map { Cartesian(try position($0, 90)) }
    #expect(Set(north).count == 1)
    #expect(north[0] == Cartesian(x: 0, y: 0, z: WGS84.b))
    #expect(Cartesian(try position(180, 12)) == Cartesian(try position(-180, 12)))
    #expect(Cartesian(try position(90, 0)) == Cartesian(x: 0, y: WGS84.a, z: 0))
  }
}
