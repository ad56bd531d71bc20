import GeoModel
import Geocoding
import Incidents
import Proximity
import Testing

@Suite struct PrecisionClassTests {
  struct Sample: Sendable {
    let relation: SpatialRelation
    let anchor: String?
    let radius: Double
    let wherePrecision: Int
    let expected: PrecisionClass
  }

  static let samples = [
    Sample(relation: .at, anchor: "s", radius: 75, wherePrecision: 1, expected: .site),
    Sample(relation: .distance, anchor: "s", radius: 130, wherePrecision: 1, expected: .nearSite),
    Sample(relation: .near, anchor: "s", radius: 900, wherePrecision: 1, expected: .nearSite),
    // A site that no register has is placed at its city.
    Sample(relation: .at, anchor: nil, radius: 9000, wherePrecision: 1, expected: .settlement),
    Sample(relation: .inSettlement, anchor: nil, radius: 9000, wherePrecision: 1, expected: .settlement),
    Sample(relation: .near, anchor: nil, radius: 30_000, wherePrecision: 5, expected: .settlement),
    Sample(relation: .between, anchor: nil, radius: 80_000, wherePrecision: 5, expected: .region),
    Sample(relation: .direction, anchor: "s", radius: 120_000, wherePrecision: 5, expected: .region),
    Sample(relation: .inRegion, anchor: nil, radius: 20_000, wherePrecision: 3, expected: .region),
    Sample(relation: .inRegion, anchor: nil, radius: 150_000, wherePrecision: 4, expected: .region),
    Sample(relation: .inRegion, anchor: nil, radius: 600_000, wherePrecision: 6, expected: .country),
    Sample(relation: .near, anchor: nil, radius: 20_000, wherePrecision: 7, expected: .country),
  ]

  @Test(arguments: samples) func byRelationSizeAndAnchor(_ sample: Sample) throws {
    let center = position(44.4, 33.3)
    let struck = try incident(
      "i",
      footprint(
        disc(center, 10), best: center, radius: sample.radius, anchor: sample.anchor,
        relation: sample.relation, wherePrecision: sample.wherePrecision))
    #expect(PrecisionClass(of: struck) == sample.expected)
  }
}
