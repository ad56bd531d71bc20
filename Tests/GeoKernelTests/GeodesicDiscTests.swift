import CordonTestSupport
import GeoKernel
import GeoModel
import Testing

/// Centres that break things: the equator, the middle latitudes, 11 km from a pole, ±180°, both poles.
private let centers = [
  (0.0, 0.0), (30.5, 50), (-179.999, 50), (180, 0), (-180, -33), (180, 65.5), (10, 89.9), (-120, -89.9),
  (180, 89.9999), (0, 90), (47, -90), (179.9, -45),
]
private let radii: [Double] = [1, 50, 500, 5000, 50_000, 500_000, 2_000_000, 5_000_000]

@Suite struct GeodesicDiscTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let disc: GeodesicDisc
    var testDescription: String {
      "\(disc.radius.value) m round \(disc.center.longitude),\(disc.center.latitude)"
    }
  }

  static let cases = centers.flatMap { center in
    radii.map { radius in
      Case(
        disc: GeodesicDisc(
          center: Coordinate(reducing: center.0, latitude: center.1), radius: Meters(radius)))
    }
  }

  @Test(arguments: cases) func outlineIsTheCircle(_ known: Case) throws {
    let disc = known.disc
    let outline = try disc.outline()
    #expect(outline.invalidityReason() == nil)
    #expect(try invalidityWhenWritten(outline) == nil)
    // One piece for each side of ±180°, one when a pole is inside; never a sliver.
    #expect((1...2).contains(outline.polygons.count))
    #expect(outline.polygons.allSatisfy { $0.holes.isEmpty })
    var onCircle = 0
    for polygon in outline.polygons {
      #expect(isAnticlockwise(polygon.exterior))
      #expect(polygon.exterior.first == polygon.exterior.last)
      for vertex in polygon.exterior where abs(vertex.longitude) < 180 && abs(vertex.latitude) < 90 {
        let off = Geodesic.wgs84.distance(disc.center, vertex).value - disc.radius.value
        #expect(abs(off) < 0.001, "vertex \(vertex) is \(off) m off")
        onCircle += 1
      }
    }
    #expect(onCircle >= (disc.radius.value < 5000 ? 70 : 178))
    #expect(outline.covers(disc.center))
  }

  @Test(arguments: cases) func coversWhatIsInsideOnly(_ known: Case) throws {
    let disc = known.disc
    let outline = try disc.outline()
    var random = SplitMix64(seed: 7)
    for _ in 0..<100 {
      let azimuth = Degrees(random.double(-180...180))
      let inner = Geodesic.wgs84.direct(from: disc.center, azimuth: azimuth, distance: disc.radius * 0.985)
      #expect(outline.covers(inner), "\(inner) at azimuth \(azimuth.value)")
      let outer = Geodesic.wgs84.direct(from: disc.center, azimuth: azimuth, distance: disc.radius * 1.0002)
      #expect(!outline.covers(outer), "\(outer) at azimuth \(azimuth.value)")
    }
  }

  @Test(arguments: cases) func fitKeepsItsSide(_ known: Case) throws {
    let disc = known.disc
    let inscribed = try disc.outline(fit: .inscribed)
    let circumscribed = try disc.outline(fit: .circumscribed)
    var random = SplitMix64(seed: 8)
    for _ in 0..<200 {
      let azimuth = Degrees(random.double(-180...180))
      let edge = Geodesic.wgs84.direct(from: disc.center, azimuth: azimuth, distance: disc.radius)
      #expect(circumscribed.covers(edge), "\(edge) at azimuth \(azimuth.value)")
      let beyond = Geodesic.wgs84.direct(
        from: disc.center, azimuth: azimuth, distance: disc.radius * (1 + 1e-9))
      #expect(!inscribed.covers(beyond), "\(beyond) at azimuth \(azimuth.value)")
    }
  }

  /// Where pieces are put together again over a pole, nothing may be left between them.
  @Test(arguments: propertySeeds) func polarOutlinesAreOnePiece(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for i in 0..<60 {
      let radius = [1.0, 500, 5000, 500_000, 5_000_000][i % 5]
      let side = random.int(0..<2) == 0 ? 1.0 : -1
      let center = Coordinate(
        reducing: random.double(-180...180),
        latitude: side * (90 - radius / 112_000 * random.double(0...0.98)))
      let outline = try GeodesicDisc(center: center, radius: Meters(radius)).outline()
      #expect(outline.polygons.count == 1, "\(center) \(radius)")
      #expect(try invalidityWhenWritten(outline) == nil, "\(center) \(radius)")
    }
  }

  @Test func bothPolesInside() throws {
    let disc = GeodesicDisc(center: try position(170, 20), radius: .kilometers(13_000))
    let outline = try disc.outline()
    #expect(outline.invalidityReason() == nil)
    #expect(try invalidityWhenWritten(outline) == nil)
    for pole in [90.0, -90] { #expect(outline.covers(try position(0, pole))) }
    #expect(outline.covers(disc.center))
    #expect(!outline.covers(try position(-10, -20)))
  }

  @Test func aCircleThroughAPole() throws {
    let center = try position(-60, 72)
    let radius = Geodesic.wgs84.distance(center, try position(0, 90))
    let outline = try GeodesicDisc(center: center, radius: radius).outline()
    #expect(outline.invalidityReason() == nil)
    #expect(outline.covers(center))
    #expect(outline.covers(try position(-60, 89.5)))
    #expect(!outline.covers(try position(120, 89.5)))
  }

  @Test(arguments: [0, -1, 1e-4, 1.91e7, .nan, .infinity])
  func refusesRadii(_ radius: Double) throws {
    let disc = GeodesicDisc(center: try position(0, 0), radius: Meters(radius))
    let error = #expect(throws: GeometryError.self) { try disc.outline() }
    #expect(error?.code == .valueOutOfRange)
  }
}

func isAnticlockwise(_ ring: Ring) -> Bool {
  var sum = 0.0
  for (a, b) in zip(ring, ring.dropFirst()) {
    sum += (a.longitude - ring[0].longitude) * (b.latitude - ring[0].latitude)
    sum -= (b.longitude - ring[0].longitude) * (a.latitude - ring[0].latitude)
  }
  return sum > 0
}
