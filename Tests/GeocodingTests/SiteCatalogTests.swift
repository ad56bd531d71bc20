import Gazetteer
import GeoModel
import Testing

@testable import Geocoding

@Suite struct SiteCatalogTests {
  private static func embassy(_ id: String, _ latitude: Double, accuracy: Double) throws -> Site {
    Site(
      id: id, name: "Embassy of Brazil in Riga", kind: "embassy", operatorCountry: "BR", hostCountry: "LV",
      city: "Riga", address: nil, coordinate: try #require(Coordinate(longitude: 24.11, latitude: latitude)),
      accuracy: Meters(accuracy), source: "test", aliases: [])
  }

  private static func answer(_ sites: [Site]) throws -> SiteCatalog.Answer {
    let kinds = try SiteKindTable(
      tsv: "kind\tfamily\tlabel\nembassy\tembassy\tEmbassy of {operator} in {place}\n", file: "test")
    let riga = PlaceFacts(
      id: PlaceID(row: 0), name: "Riga", level: .settlement, country: "LV", isCapital: true,
      center: try #require(Coordinate(longitude: 24.11, latitude: 56.95)), radius: Meters(7000))
    return SiteCatalog(sites: sites, kinds: kinds).mission(kind: "embassy", of: "BR", in: riga)
  }

  /// Two registers, or one under two ids, may have the same mission: 111 m apart with 100 m and 50 m.
  @Test func oneMissionTwiceIsTheMoreExactOne() throws {
    let sites = [
      try Self.embassy("rough", 56.95, accuracy: 100), try Self.embassy("exact", 56.951, accuracy: 50),
    ]
    guard case .one(let site, _) = try Self.answer(sites) else {
      Issue.record("the two are one mission")
      return
    }
    #expect(site.id == "exact")
  }

  @Test func missionsApartStayTwo() throws {
    let sites = [
      try Self.embassy("north", 56.96, accuracy: 100), try Self.embassy("south", 56.951, accuracy: 50),
    ]
    guard case .several(let found, _) = try Self.answer(sites) else {
      Issue.record("1 km lies between them")
      return
    }
    #expect(found.count == 2)
  }
}
