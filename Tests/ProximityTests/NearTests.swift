import GeoKernel
import GeoModel
import Incidents
import Proximity
import Reading
import Testing

@Suite struct NearTests {
  let center = position(44.4, 33.3)

  private func away(_ metres: Double) -> Coordinate {
    Geodesic.wgs84.direct(from: center, azimuth: Degrees(200), distance: Meters(metres))
  }

  private func strike(
    _ id: String, _ distance: Double, radius: Double, precision: Int = 1, day: String = "2025-03-01",
    kind: IncidentKind = .shelling
  ) throws -> Incident {
    let best = away(distance)
    return try incident(
      id, footprint(disc(best, radius), best: best, radius: radius, wherePrecision: precision), day: day,
      kind: kind)
  }

  private func query(_ within: Double) -> NearQuery {
    NearQuery(target: Target(coordinate: center, accuracy: .zero, name: "here"), within: Meters(within))
  }

  @Test func byBestDistanceWithHowSureItIs() throws {
    let incidents = [
      try strike("city", 900, radius: 8000, precision: 3), try strike("sure", 200, radius: 50),
      try strike("half", 450, radius: 100), try strike("outside", 700, radius: 100),
    ]
    let hits = query(500).hits(in: incidents)
    #expect(hits.map(\.incident.id) == ["sure", "half", "city"])
    #expect(hits.map(\.certainty) == [.certain, .likely, .possible])
    #expect(hits[0].chance == 1)
    #expect(hits[2].chance > 0 && hits[2].chance < 0.02)
  }

  @Test func aCountryIsNotNearUnlessItsPointIs() throws {
    let incidents = [try strike("country", 9000, radius: 400_000, precision: 6)]
    #expect(query(500).hits(in: incidents).isEmpty)
    #expect(query(10_000).hits(in: incidents).count == 1)
  }

  @Test func daysAndKindsFilter() throws {
    let incidents = [
      try strike("a", 10, radius: 5, day: "2025-01-31"),
      try strike("b", 20, radius: 5, day: "2025-02-01", kind: .arson),
      try strike("c", 30, radius: 5, day: "2025-02-28"), try strike("d", 40, radius: 5, day: "2025-03-01"),
    ]
    var february = query(100)
    february.since = CalendarDate(iso: "2025-02-01")
    february.until = CalendarDate(iso: "2025-02-28")
    #expect(february.hits(in: incidents).map(\.incident.id) == ["b", "c"])
    february.kinds = [.arson]
    #expect(february.hits(in: incidents).map(\.incident.id) == ["b"])
  }
}
