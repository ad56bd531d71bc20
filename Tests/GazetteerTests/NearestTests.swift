import CordonTestSupport
import Gazetteer
import GeoKernel
import GeoModel
import Testing

@Suite struct NearestTests {
  let gazetteer = Fixture.shared

  private func names(_ longitude: Double, _ latitude: Double, _ limit: Int) throws -> [String] {
    let position = try #require(Coordinate(longitude: longitude, latitude: latitude))
    return gazetteer.nearestSettlements(to: position, limit: limit).map { gazetteer.place($0.place).name }
  }

  @Test func findsTheNearest() throws {
    #expect(try names(30.7, 46.5, 2) == ["Odesa", "Usatove"])
    #expect(try names(30.7, 46.5, 0) == [])
    #expect(try names(0, 90, 1) == ["Anchorage"])
  }

  @Test func crossesTheAntimeridian() throws {
    #expect(try names(-179.9, -16.5, 2) == ["Labasa", "Lomaloma"])
    #expect(try names(-175, 53, 1) == ["Attu"])
  }

  /// Against the plain way: every settlement measured, sorted.
  @Test(arguments: [UInt64(1), 2, 3, 4]) func agreesWithMeasuringEverything(_ seed: UInt64) throws {
    var state = seed
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    let all = (0..<UInt32(gazetteer.info.placeCounts[.settlement] ?? 0)).map { PlaceID(row: $0) }
    for _ in 0..<50 {
      let position = Coordinate(reducing: random() * 360 - 180, latitude: random() * 180 - 90)
      let limit = 1 + Int(random() * 5)
      let expected =
        all
        .map { ($0, Geodesic.wgs84.distance(position, gazetteer.place($0).coordinate)) }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        .prefix(limit).map(\.0)
      let found = gazetteer.nearestSettlements(to: position, limit: limit)
      #expect(found.map(\.place) == expected, "seed \(seed), position \(position), limit \(limit)")
    }
  }
}
