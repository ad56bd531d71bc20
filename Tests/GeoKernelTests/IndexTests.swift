import CordonTestSupport
import GeoModel
import Testing

@testable import GeoKernel

/// Positions of the kinds that break indexes: all over the globe, in one town, on ±180°, at and near the poles,
/// repeated, antipodal, and within nanometres of `radius` from one another.
private func difficult(_ count: Int, radius: Double, _ random: inout SplitMix64) -> [Coordinate] {
  var result = [Coordinate(reducing: 30.5, latitude: 50.45)]
  while result.count < count {
    let other = result[random.int(0..<result.count)]
    switch random.int(0..<8) {
    case 0, 1: result.append(random.coordinate())
    case 2: result.append(other)
    case 3: result.append(Coordinate(reducing: other.longitude + 180, latitude: -other.latitude))
    case 4:
      let longitude = abs(other.longitude) == 180 ? -other.longitude : 180
      result.append(Coordinate(reducing: longitude, latitude: other.latitude))
    case 5:
      let nudge = [0, 1e-9, -1e-9, 1e-6, -1e-6, 1e-4, -1e-4, 1, -1][random.int(0..<9)]
      result.append(
        Geodesic.wgs84.direct(
          from: other, azimuth: Degrees(random.double(0...360)), distance: Meters(max(0, radius + nudge))))
    default:
      result.append(
        Geodesic.wgs84.direct(
          from: other, azimuth: Degrees(random.double(0...360)),
          distance: Meters(random.double(0...(2 * radius)))))
    }
  }
  return result
}

private func everyNeighbor(_ position: Coordinate, _ others: [Coordinate]) -> [Neighbor] {
  others.enumerated()
    .map { Neighbor(index: $0, distance: Geodesic.wgs84.distance(position, $1)) }
    .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
}

@Suite struct RadiusIndexTests {
  static let radii: [Double] = [
    0, 1, 25, 500, 5000, 50_000, 249_000, 500_000, 2_000_000, 9_000_000, 12_000_000, 19_000_000, 19_950_000,
    20_003_931.46, 30_000_000,
  ]

  @Test(arguments: radii, propertySeeds) func findsWhatTheEngineFinds(_ radius: Double, _ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let indexed = difficult(120, radius: radius, &random)
    let queries = indexed[..<40] + difficult(60, radius: radius, &random)
    let index = RadiusIndex(indexed, radius: Meters(radius))
    for query in queries {
      let expected = everyNeighbor(query, indexed).filter { $0.distance.value <= radius }
      let found = index.neighbors(of: query)
      #expect(found.map(\.index) == expected.map(\.index), "\(query)")
      for (a, b) in zip(found, expected) { #expect(abs(a.distance.value - b.distance.value) <= 1e-6) }
    }
  }

  @Test(arguments: propertySeeds) func aSetWithItselfGivesEachPairOnce(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let all = difficult(300, radius: 5000, &random)
    let index = RadiusIndex(all, radius: Meters(5000))
    var lists = NeighborLists()
    var found: Set<[Int]> = []
    for start in stride(from: 0, to: 300, by: 100) {
      all[start..<(start + 100)].withUnsafeBufferPointer { index.search($0, above: start, into: &lists) }
      for i in 0..<100 {
        for neighbor in lists[i] { #expect(found.insert([start + i, neighbor.index]).inserted) }
      }
    }
    var expected: Set<[Int]> = []
    for i in all.indices {
      for j in all.indices where j > i && Geodesic.wgs84.distance(all[i], all[j]).value <= 5000 {
        expected.insert([i, j])
      }
    }
    #expect(found == expected)
  }

  @Test func emptySetsHaveNoNeighbors() {
    let index = RadiusIndex([], radius: Meters(500))
    #expect(index.neighbors(of: Coordinate(reducing: 0, latitude: 0)) == [])
    #expect(NearestIndex([]).nearest(3, to: Coordinate(reducing: 0, latitude: 0)) == [])
    var lists = NeighborLists()
    NearestIndex([Coordinate(reducing: 0, latitude: 0)]).search([], count: 3, into: &lists)
    #expect(lists.count == 0)
  }
}

@Suite struct NearestIndexTests {
  @Test(arguments: [1, 2, 5, 40, 200], propertySeeds) func findsWhatTheEngineFinds(
    _ count: Int, _ seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    let indexed = difficult(150, radius: 5000, &random)
    let queries = indexed + difficult(150, radius: 5000, &random)
    var lists = NeighborLists()
    NearestIndex(indexed).search(queries, count: count, into: &lists)
    #expect(lists.count == queries.count)
    for (i, query) in queries.enumerated() {
      let expected = everyNeighbor(query, indexed).prefix(count)
      #expect(lists[i].map(\.index) == expected.map(\.index), "\(query)")
      for (a, b) in zip(lists[i], expected) { #expect(abs(a.distance.value - b.distance.value) <= 1e-6) }
    }
  }

  /// A sphere would have it otherwise: the angle to the north is the greater, the distance the smaller.
  @Test func ordersByTheEllipsoid() throws {
    let origin = try position(0, 0)
    let north = Geodesic.wgs84.direct(from: origin, azimuth: Degrees(0), distance: Meters(9990))
    let east = Geodesic.wgs84.direct(from: origin, azimuth: Degrees(90), distance: Meters(10_000))
    #expect(north.latitude > east.longitude)
    #expect(NearestIndex([east, north]).nearest(2, to: origin).map(\.index) == [1, 0])
  }
}

@Suite struct CellFilterTests {
  /// Whoever is within the radius is let through, at the poles and at ±180° too, and few others are.
  @Test(arguments: [0.5, 30, 700, 5000, 49_000, 199_000], propertySeeds) func missesNobody(
    _ radius: Double, _ seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    var sites: [Coordinate] = []
    for i in 0..<300 {
      let degrees: Double = radius / 111_000 * random.double(0...3)
      let longitude = random.double(-180...180)
      let latitude = random.double(-90...90)
      switch i % 5 {
      case 0: sites.append(Coordinate(reducing: longitude, latitude: 90 - degrees))
      case 1: sites.append(Coordinate(reducing: longitude, latitude: degrees - 90))
      case 2: sites.append(Coordinate(reducing: 180 - degrees * random.double(-1...1), latitude: latitude))
      case 3: sites.append(Coordinate(reducing: longitude, latitude: latitude.rounded()))
      default: sites.append(random.coordinate())
      }
    }
    let filter = try #require(CellFilter(sites, radius: radius))
    var near: [Coordinate] = []
    for site in sites {
      for i in 0..<20 {
        let azimuth = i < 8 ? Double(i) * 45 : random.double(0...360)
        let distance = i % 2 == 0 ? radius : random.double(0...radius)
        near.append(
          Geodesic.wgs84.direct(from: site, azimuth: Degrees(azimuth), distance: Meters(distance)))
      }
    }
    #expect(passed(near, filter) == near.count)
    if radius <= 5000 {
      let far = (0..<4000).map { _ in random.coordinate() }
      #expect(passed(far, filter) < 400)
    }
  }

  private func passed(_ positions: [Coordinate], _ filter: CellFilter) -> Int {
    var selected = [Int](repeating: 0, count: positions.count)
    return positions.withUnsafeBufferPointer { positions in
      selected.withUnsafeMutableBufferPointer { filter.select(positions, into: $0) }
    }
  }
}
