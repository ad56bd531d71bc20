import Gazetteer
import GeoModel
import Testing

@Suite struct LookupTests {
  let gazetteer = Fixture.shared

  private func names(_ name: String) -> [String] {
    gazetteer.candidates(named: name).map { gazetteer.place($0.place).key }
  }

  @Test func findsEverySpellingMostPopulousFirst() {
    #expect(names("ODESSA") == ["geonames:698740", "geonames:5523369"])
    #expect(names("Одесса") == ["geonames:698740"])
    #expect(names("Odesa") == ["geonames:698740"])
    #expect(names("odes") == [])
    #expect(names("") == [])
    #expect(names("Fort") == [], "the beginning of a name is no name")
    #expect(names("country:UA") == [], "codes are no names")
  }

  @Test func tellsTheKindOfName() throws {
    func kinds(_ name: String) -> [NameKind] { gazetteer.candidates(named: name).map(\.kind) }
    #expect(kinds("Ukraine") == [.primary])
    #expect(kinds("Украина") == [.alternate])
    #expect(kinds("U.S.") == [.shortForm])
    #expect(kinds("Tex.") == [.abbreviation])
    #expect(kinds("Azerbaijani") == [.adjective])
    #expect(kinds("Azerbaijanis") == [.people])
    let english = gazetteer.languageSet("en")
    let ukrayna = try #require(gazetteer.candidates(named: "Ukrayna").first)
    #expect(ukrayna.languages == gazetteer.languageSet("az").union(gazetteer.languageSet("tr")))
    #expect(!ukrayna.languages.contains(english))
    // Of a settlement, by each of its names apart.
    let odesa = try #require(gazetteer.candidates(named: "Одесса").first)
    #expect(odesa.languages == gazetteer.languageSet("ru"))
    #expect(gazetteer.candidates(named: "Одеса").first?.languages == [])
    #expect(gazetteer.languageSet("xx") == [])
  }

  @Test func knowsPlacesByCode() throws {
    let odesa = try #require(gazetteer.place(geonameID: 698740))
    #expect(odesa.name == "Odesa")
    #expect(odesa.coordinate == Coordinate(longitude: 30.74383, latitude: 46.48572))
    #expect(odesa.population == 1_010_537)
    #expect(odesa.country == "UA")
    #expect(odesa.admin1 == "17")
    #expect(odesa.admin2 == nil)
    #expect(odesa.featureClass == .settlement)
    #expect(gazetteer.place(key: odesa.key) == odesa)
    #expect(gazetteer.region("UA.17")?.name == "Odesa Oblast")
    #expect(gazetteer.region("UA.17")?.isPointDerived == true)
    #expect(gazetteer.country("UA")?.isPointDerived == false)
    #expect(gazetteer.district("US.TX.439")?.name == "Tarrant County")
    #expect(gazetteer.place(key: "feature:black-sea")?.kind == "sea")
    #expect(gazetteer.place(key: "feature:black-sea")?.featureClass == .water)
    #expect(gazetteer.country("ZZ") == nil)
    #expect(gazetteer.place(geonameID: 1) == nil)
    #expect(gazetteer.place(geonameID: -1) == nil)
    for row in 0..<gazetteer.info.placeCounts.values.reduce(0, +) {
      let place = gazetteer.place(PlaceID(row: UInt32(row)))
      #expect(gazetteer.place(key: place.key) == place, "\(place.key)")
    }
  }

  @Test func tiesPlacesToTheirParents() throws {
    let worth = try #require(gazetteer.place(geonameID: 4_691_930))
    #expect(worth.parentDistrict.map { gazetteer.place($0).name } == "Tarrant County")
    #expect(worth.parentRegion.map { gazetteer.place($0).name } == "Texas")
    #expect(worth.parentCountry.map { gazetteer.place($0).name } == "United States")
    let tarrant = try #require(gazetteer.district("US.TX.439"))
    #expect(tarrant.parentDistrict == nil)
    #expect(tarrant.parentRegion == gazetteer.region("US.TX")?.id)
    let texas = try #require(gazetteer.region("US.TX"))
    #expect(texas.parentRegion == nil)
    #expect(texas.parentCountry == gazetteer.country("US")?.id)
    #expect(gazetteer.country("US")?.parentCountry == nil)
    #expect(gazetteer.place(geonameID: 703_448)?.isCapital == true)
    #expect(worth.isCapital == false)
  }

  @Test func listsMembers() throws {
    func members(_ place: Place?) throws -> Set<String> {
      Set(gazetteer.members(of: try #require(place).id).map { gazetteer.place($0).name })
    }
    #expect(try members(gazetteer.region("UA.17")) == ["Odesa", "Usatove", "Bilhorod-Dnistrovskyi"])
    #expect(try members(gazetteer.district("US.TX.439")) == ["Fort Worth", "Arlington"])
    #expect(try members(gazetteer.country("AZ")) == ["Baku", "Ganja"])
    #expect(try members(gazetteer.place(geonameID: 698740)) == [])
  }
}
