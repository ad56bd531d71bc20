import CordonTestSupport
import GeoKernel
import GeoModel
import Testing

private let centers = [(30.5, 50.0), (179.99, -20), (-180, 66), (12, 89.97), (0, 90), (50, -90), (0, 0)]

@Suite struct SectorTests {
  /// Directions as words give them, one across north, one wider than half a circle, one a sliver.
  static let cases = centers.flatMap { center in
    [(22.5, 67.5), (315, 45), (100, 80), (181, 182), (-90, 90)].flatMap { directions in
      [(0.0, 800.0), (5000, 10_000), (300_000, 2_000_000)].map { radii in
        Known(
          sector: AnnulusSector(
            center: Coordinate(reducing: center.0, latitude: center.1), from: Degrees(directions.0),
            to: Degrees(directions.1), inner: Meters(radii.0), outer: Meters(radii.1)))
      }
    }
  }

  struct Known: Sendable, CustomTestStringConvertible {
    let sector: AnnulusSector
    var testDescription: String {
      """
      \(sector.from.value)° to \(sector.to.value)°, \(sector.inner.value) to \(sector.outer.value) m, \
      round \(sector.center.longitude),\(sector.center.latitude)
      """
    }
  }

  @Test(arguments: cases) func outlineIsTheSector(_ known: Known) throws {
    let sector = known.sector
    let outline = try sector.outline()
    #expect(outline.invalidityReason() == nil)
    #expect(try invalidityWhenWritten(outline) == nil)
    #expect(outline.polygons.allSatisfy { isAnticlockwise($0.exterior) })
    var random = SplitMix64(seed: 3)
    let depth = sector.outer.value - sector.inner.value
    for _ in 0..<60 {
      let share = random.double(0.01...0.99)
      let distance = sector.inner.value + depth * random.double(0.01...0.985)
      let inside = Geodesic.wgs84.direct(
        from: sector.center, azimuth: Degrees(sector.from.value + sector.width.value * share),
        distance: Meters(distance))
      #expect(sector.contains(inside))
      // A sliver is so narrow near its tip that the sides' tolerance is as wide.
      if sector.width.value > 5 { #expect(outline.covers(inside), "\(inside)") }
      let behind = Geodesic.wgs84.direct(
        from: sector.center, azimuth: Degrees(sector.to.value + (360 - sector.width.value) * share),
        distance: Meters(max(distance, sector.outer.value * 0.1)))
      #expect(!sector.contains(behind))
      if sector.width.value < 355 { #expect(!outline.covers(behind), "\(behind)") }
      let beyond = Geodesic.wgs84.direct(
        from: sector.center, azimuth: Degrees(sector.from.value + sector.width.value * share),
        distance: sector.outer * 1.0002)
      #expect(!outline.covers(beyond))
    }
  }

  @Test(arguments: centers) func annulusIsTheDiscWithoutAHole(_ center: (Double, Double)) throws {
    let center = Coordinate(reducing: center.0, latitude: center.1)
    for (inner, outer) in [(50.0, 80.0), (4_000, 9_000), (1_000_000, 3_000_000)] {
      let ring = Annulus(center: center, inner: Meters(inner), outer: Meters(outer))
      let outline = try ring.outline()
      #expect(outline.invalidityReason() == nil)
      #expect(try invalidityWhenWritten(outline) == nil)
      #expect(!outline.covers(center))
      let disc = Geodesic.wgs84.area(of: try GeodesicDisc(center: center, radius: Meters(outer)).outline())
      let hole = Geodesic.wgs84.area(of: try GeodesicDisc(center: center, radius: Meters(inner)).outline())
      #expect(abs(Geodesic.wgs84.area(of: outline) / (disc - hole) - 1) < 1e-6)
    }
  }

  @Test func fitCoversOrStaysInside() throws {
    let center = try position(30.5, 50)
    let ring = Annulus(center: center, inner: Meters(300), outer: Meters(700))
    let (most, least) = (try ring.outline(fit: .circumscribed), try ring.outline(fit: .inscribed))
    for azimuth in 0..<360 {
      for radius in [300.0, 700] {
        let edge = Geodesic.wgs84.direct(
          from: center, azimuth: Degrees(Double(azimuth)), distance: Meters(radius))
        #expect(most.covers(edge))
        #expect(!least.covers(edge))
      }
    }
  }

  @Test func widthRunsClockwise() throws {
    let center = try position(0, 0)
    func width(_ from: Double, _ to: Double) -> Double {
      AnnulusSector(center: center, from: Degrees(from), to: Degrees(to), inner: .zero, outer: Meters(1))
        .width.value
    }
    #expect(width(315, 45) == 90)
    #expect(width(45, 315) == 270)
    #expect(width(10, 10) == 360)
    let northEast = AnnulusSector(
      center: center, direction: Degrees(45), width: Degrees(45), inner: .zero, outer: Meters(1))
    #expect(northEast.from == Degrees(22.5) && northEast.to == Degrees(67.5))
  }

  @Test func refuses() throws {
    let center = try position(0, 0)
    for (inner, outer) in [(-1.0, 5.0), (5, 5), (6, 5), (0, 2e7), (.nan, 5)] {
      #expect(throws: GeometryError.self) {
        try AnnulusSector(
          center: center, from: Degrees(0), to: Degrees(90), inner: Meters(inner), outer: Meters(outer)
        ).outline()
      }
      #expect(throws: GeometryError.self) {
        try Annulus(center: center, inner: Meters(inner), outer: Meters(outer)).outline()
      }
    }
  }
}
