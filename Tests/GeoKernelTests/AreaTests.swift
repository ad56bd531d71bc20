import GeoKernel
import GeoModel
import Testing

private func polygon(_ corners: [(Double, Double)]) -> Geometry {
  let ring = corners.map { Coordinate(reducing: $0.0, latitude: $0.1) }
  return .polygon(Polygon(exterior: ring + [ring[0]]))
}

@Suite struct AreaTests {
  /// Square metres, integrated with 30 digits (mpmath) from the authalic strip formula, and confirmed to nine
  /// digits by GeographicLib's PolygonArea over the same edges densified to some metres.
  static let known: [(corners: [(Double, Double)], area: Double)] = [
    ([(-180, -90), (180, -90), (180, 90), (-180, 90)], 510_065_621_724_088.5093),
    ([(30, 50), (31, 50), (31, 51), (30, 51)], 7_892_218_857.987007),
    ([(22, 44.5), (40.2, 46), (32, 52.4)], 537_777_154_073.6546),
    ([(-10, -5), (20, -40), (35, 15)], 12_936_901_363_821.795),
  ]

  @Test(arguments: known) func agreesWithTheIntegral(_ known: (corners: [(Double, Double)], area: Double)) {
    let area = Geodesic.wgs84.area(of: polygon(known.corners))
    #expect(abs(area - known.area) <= 1e-10 * known.area)
    let reversed = Geodesic.wgs84.area(of: polygon(known.corners.reversed()))
    #expect(abs(reversed - area) <= 1e-14 * area)
  }

  @Test func holesAreTakenOff() throws {
    guard case .polygon(let outer) = polygon([(30, 50), (31, 50), (31, 51), (30, 51)]),
      case .polygon(let hole) = polygon([(30.2, 50.2), (30.2, 50.4), (30.4, 50.4)])
    else { return }
    let whole = Geodesic.wgs84.area(of: .polygon(outer))
    let part = Geodesic.wgs84.area(of: .polygon(hole))
    let both = Geodesic.wgs84.area(of: .polygon(Polygon(exterior: outer.exterior, holes: [hole.exterior])))
    #expect(abs(both - (whole - part)) < 1e-3)
    #expect(part > 1e8)
  }

  /// A disc of the plane, πr²; the ellipsoid's curvature takes off less than r²/12R² of it.
  @Test(arguments: [(30.5, 50.0), (180, 10), (0, 90), (-70, -89.99)])
  func discsHaveTheirArea(_ longitude: Double, _ latitude: Double) throws {
    for radius in [1.0, 500, 50_000] {
      let disc = GeodesicDisc(center: try position(longitude, latitude), radius: Meters(radius))
      let area = Geodesic.wgs84.area(of: try disc.outline(segments: 720))
      #expect(abs(area / (.pi * radius * radius) - 1) < 3e-5, "\(radius) m")
    }
  }
}
