import CordonTestSupport
import GeoKernel
import GeoModel
import Testing

private func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
  Coordinate(reducing: longitude, latitude: latitude)
}

private func closed(_ corners: [(Double, Double)]) -> Ring {
  let ring = corners.map { at($0.0, $0.1) }
  return ring + [ring[0]]
}

@Suite struct BufferTests {
  struct Known: Sendable, CustomTestStringConvertible {
    let name: String
    let geometry: Geometry
    let radii: [Double]
    var testDescription: String { name }
  }

  static let cases = [
    Known(
      name: "street", geometry: .lineString([at(30.51, 50.45), at(30.52, 50.452), at(30.521, 50.46)]),
      radii: [
        5, 500, 50_000,
      ]),
    Known(
      name: "a long line in the north", geometry: .lineString([at(20, 68), at(60, 70)]),
      radii: [1000, 200_000]),
    Known(
      name: "a small area",
      geometry: .polygon(Polygon(exterior: closed([(30, 50), (30.3, 50), (30.1, 50.2)]))),
      radii: [10, 20_000, 1_000_000]),
    Known(
      name: "a hollow area",
      geometry: .polygon(
        Polygon(exterior: closed([(22, 45), (40, 46), (39, 51), (31, 47.5), (24, 51.5)]))),
      radii: [5000, 100_000]),
    Known(
      name: "a ragged coast",
      geometry: .lineString(
        (0..<120).map { i in at(28 + Double(i) * 0.02, 46 + 0.03 * Double(i * 37 % 11) / 11) }),
      radii: [200, 3000, 100_000]),
    Known(
      name: "both sides of the antimeridian",
      geometry: .multiPolygon([
        Polygon(exterior: closed([(178, 65), (180, 65), (180, 67), (179, 67)])),
        Polygon(exterior: closed([(-180, 65), (-172, 66), (-180, 67)])),
      ]), radii: [1000, 300_000]),
    Known(
      name: "the cap of the south",
      geometry: .polygon(
        Polygon(exterior: closed([(-180, -90), (180, -90), (180, -70), (0, -65), (-180, -70)]))),
      radii: [10_000, 500_000]),
    Known(
      name: "points", geometry: .multiPoint([at(179.99, 0), at(-179.99, 0), at(10, 89)]),
      radii: [4000, 300_000]),
  ]

  /// The border of the buffer is measured: it is as far from the geometry as the documentation says.
  @Test(arguments: cases) func borderIsAtTheRadius(_ known: Known) throws {
    for radius in known.radii {
      let buffer = try known.geometry.buffered(by: Meters(radius))
      #expect(buffer.invalidityReason() == nil)
      #expect(try invalidityWhenWritten(buffer) == nil)
      var least = Double.infinity
      var most = 0.0
      for ring in buffer.polygons.flatMap({ [$0.exterior] + $0.holes }) {
        // Some 150 edges of a ring, spread over it.
        for i in stride(from: 1, to: ring.count, by: 1 + ring.count / 150) {
          let (a, b) = (ring[i - 1], ring[i])
          let isSeam = a.longitude == b.longitude && abs(a.longitude) == 180
          if isSeam || abs(a.latitude) == 90 || abs(b.latitude) == 90 { continue }
          for share in [0, 0.5] where share > 0 || abs(a.longitude) < 180 {
            let place = at(
              a.longitude + (b.longitude - a.longitude) * share,
              a.latitude + (b.latitude - a.latitude) * share)
            let distance = try #require(Geodesic.wgs84.nearestDistance(from: place, to: known.geometry)).value
            least = min(least, distance / radius)
            most = max(most, distance / radius)
          }
        }
      }
      #expect(least >= 0.9975 && most <= 1.0105, "\(radius) m: \(least) to \(most)")
    }
  }

  @Test(arguments: cases) func buffersHoldTheirGeometry(_ known: Known) throws {
    let buffer = try known.geometry.buffered(by: Meters(known.radii[0]))
    switch known.geometry {
    case .polygon, .multiPolygon:
      #expect(try known.geometry.subtracting(buffer).map { Geodesic.wgs84.area(of: $0) } ?? 0 < 1)
    case .lineString(let line): #expect(line.allSatisfy(buffer.covers))
    case .multiPoint(let positions): #expect(positions.allSatisfy(buffer.covers))
    default: break
    }
  }

  @Test(arguments: propertySeeds) func randomLinesHaveExactBuffers(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<6 {
      let start = random.coordinate()
      var line = [start]
      for _ in 0..<random.int(1..<5) {
        let next = Geodesic.wgs84.direct(
          from: line[line.count - 1], azimuth: Degrees(random.double(0...360)),
          distance: Meters(random.double(10...30_000)))
        // Lines of the map do not cross ±180° or go over a pole.
        if abs(next.longitude - line[line.count - 1].longitude) < 90 { line.append(next) }
      }
      guard line.count > 1, line.allSatisfy({ abs($0.latitude) < 89 }) else { continue }
      let radius = random.double(5...20_000)
      let buffer = try Geometry.lineString(line).buffered(by: Meters(radius))
      #expect(buffer.invalidityReason() == nil)
      #expect(try invalidityWhenWritten(buffer) == nil)
      for _ in 0..<40 {
        let azimuth = Degrees(random.double(0...360))
        let distance = Meters(random.double(0...(2 * radius)))
        let place = Geodesic.wgs84.direct(
          from: line[random.int(0..<line.count)], azimuth: azimuth, distance: distance)
        let off =
          try #require(Geodesic.wgs84.nearestDistance(from: place, to: .lineString(line))).value / radius
        if off < 0.9975 { #expect(buffer.covers(place), "\(place) at \(off) of \(radius) m from \(line)") }
        if off > 1.0105 { #expect(!buffer.covers(place), "\(place) at \(off) of \(radius) m from \(line)") }
      }
    }
  }

  @Test func refuses() throws {
    for radius in [0, -5, 6_000_000, Double.nan] {
      #expect(throws: GeometryError.self) {
        try Geometry.lineString([at(0, 0), at(1, 1)]).buffered(by: Meters(radius))
      }
    }
    #expect(throws: GeometryError.self) { try Geometry.multiPolygon([]).buffered(by: Meters(5)) }
    #expect(throws: GeometryError.self) {
      try Geometry.polygon(Polygon(exterior: [at(0, 0), at(1, 1)])).buffered(by: Meters(5))
    }
  }
}
