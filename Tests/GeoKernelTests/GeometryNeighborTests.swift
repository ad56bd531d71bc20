import CordonTestSupport
import GeoKernel
import GeoModel
import Testing

@Suite struct GeometryNeighborTests {
  /// Areas, lines and points, some over ±180° and the poles, against every position measured.
  @Test(arguments: propertySeeds) func findsWhatMeasuringAllFinds(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var positions = (0..<150).map { _ in random.coordinate() }
    for _ in 0..<150 {
      let from = positions[random.int(0..<positions.count)]
      positions.append(
        Geodesic.wgs84.direct(
          from: from, azimuth: Degrees(random.double(0...360)), distance: Meters(random.double(0...30_000))))
    }
    let index = NearestIndex(positions)
    for i in 0..<24 {
      let center = positions[random.int(0..<positions.count)]
      let reach = [30.0, 3000, 40_000, 900_000][i % 4]
      let disc = try GeodesicDisc(center: center, radius: Meters(reach)).outline(segments: 16)
      let geometry: Geometry =
        switch i % 3 {
        case 0: disc
        case 1: .point(center)
        default:
          .lineString([center, Coordinate(reducing: center.longitude, latitude: center.latitude * 0.99)])
        }
      let radius = Meters(reach * random.double(0...2))
      let all = positions.indices.compactMap { j -> GeometryNeighbor? in
        guard let nearest = Geodesic.wgs84.nearestDistance(from: positions[j], to: geometry),
          let farthest = Geodesic.wgs84.farthestDistance(from: positions[j], to: geometry)
        else { return nil }
        return GeometryNeighbor(index: j, nearest: nearest, farthest: farthest)
      }.sorted { ($0.nearest, $0.farthest, $0.index) < ($1.nearest, $1.farthest, $1.index) }
      #expect(index.neighbors(of: geometry, within: radius) == all.filter { $0.nearest <= radius })
      #expect(index.nearest(7, to: geometry) == Array(all.prefix(7)))
    }
  }

  @Test(arguments: propertySeeds) func candidatesHoldAllWithin(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let positions = (0..<500).map { _ in random.coordinate() }
    let index = NearestIndex(positions)
    for radius in [0.0, 1e3, 1e5, 1e6, 1e7, 1.9e7, 2.1e7] {
      let center = positions[random.int(0..<500)]
      let found = Set(index.candidates(within: Meters(radius), of: center))
      for i in positions.indices where Geodesic.wgs84.distance(center, positions[i]).value <= radius {
        #expect(found.contains(i))
      }
    }
  }
}
