import Gazetteer
import GeoKernel
import GeoModel
import Testing

@Suite struct ExtentTests {
  let gazetteer = Fixture.shared

  private func extent(_ key: String) throws -> Extent {
    gazetteer.extent(of: try #require(gazetteer.place(key: key), "\(key)").id)
  }

  /// Radius of the circle with the area of the municipality, in kilometres.
  ///
  /// From municipal areas and populations as published about 2020, rounded; the rule claims a factor of 1.5.
  @Test(arguments: [
    ("Kyiv", 2_950_000, 16.3), ("Kharkiv", 1_430_000, 10.6), ("Odesa", 1_010_000, 7.2),
    ("Lviv", 720_000, 6.9),
    ("Berlin", 3_430_000, 16.8), ("London", 8_960_000, 22.4), ("Munich", 1_260_000, 9.9),
  ])
  func settlementRadiusIsNearTheCircleOfTheArea(_ city: String, _ population: Int, _ circle: Double) {
    let ratio = SettlementRadius.of(population: population).value / 1000 / circle
    #expect(ratio > 1 / 1.5 && ratio < 1.5, "\(city): \(ratio)")
  }

  @Test func settlementRadiusHasItsBounds() {
    #expect(SettlementRadius.of(population: 0) == Meters(1500))
    #expect(SettlementRadius.of(population: 500) == Meters(1000))
    #expect(SettlementRadius.of(population: 40_000_000) == Meters(30_000))
    #expect(SettlementRadius.of(population: 1_000_000).value.rounded() == 8854)
  }

  @Test func aSettlementIsADisc() throws {
    let odesa = try extent("geonames:698740")
    #expect(odesa.geometry == nil)
    #expect(odesa.isDerived)
    #expect(odesa.basis == "population 1010537")
    #expect(odesa.center == Coordinate(longitude: 30.74383, latitude: 46.48572))
  }

  @Test(arguments: ["country:UA", "country:US", "country:FJ", "region:UA.17", "region:US.TX"])
  func anAreaHoldsItsMembers(_ key: String) throws {
    let place = try #require(gazetteer.place(key: key))
    let extent = gazetteer.extent(of: place.id)
    let geometry = try #require(extent.geometry)
    #expect(geometry.invalidityReason() == nil)
    #expect(extent.isDerived)
    #expect(extent.basis == "outline of \(gazetteer.members(of: place.id).count) member places")
    for member in gazetteer.members(of: place.id) {
      let position = gazetteer.place(member).coordinate
      #expect(geometry.covers(position), "\(gazetteer.place(member).name)")
      #expect(Geodesic.wgs84.distance(extent.center, position) <= extent.radius)
    }
    for vertex in geometry.polygons.flatMap(\.exterior) {
      #expect(Geodesic.wgs84.distance(extent.center, vertex).value <= extent.radius.value + 0.01)
    }
  }

  @Test func farPartsAreParts() throws {
    // Texas and Missouri, Anchorage, Attu on the other side of the antimeridian.
    #expect(try extent("country:US").geometry?.polygons.count ?? 0 >= 3)
    #expect(try extent("country:UA").geometry?.polygons.count == 1)
  }

  @Test func anAreaAcrossTheAntimeridianIsCut() throws {
    let fiji = try #require(try extent("country:FJ").geometry)
    #expect(fiji.polygons.count == 2)
    for polygon in fiji.polygons {
      let longitudes = polygon.exterior.map(\.longitude)
      #expect((longitudes.max() ?? 0) - (longitudes.min() ?? 0) < 10)
    }
  }

  @Test func twoMembersGiveADisc() throws {
    let azerbaijan = try extent("country:AZ")
    #expect(azerbaijan.geometry == nil)
    #expect(azerbaijan.basis == "2 member places")
    #expect(azerbaijan.radius > Meters(200_000))
    let alaska = try extent("region:US.AK")
    #expect(alaska.basis == "2 member places")
  }

  @Test func featuresHaveTheirTableSize() throws {
    let sea = try extent("feature:black-sea")
    #expect(!sea.isDerived)
    #expect(sea.geometry?.covers(try #require(Coordinate(longitude: 34, latitude: 43))) == true)
    #expect(sea.radius >= Meters(600_000))
    let donbas = try extent("feature:donbas")
    #expect(donbas.geometry == nil)
    #expect(donbas.radius == Meters(150_000))
    let bering = try #require(try extent("feature:bering-sea").geometry)
    #expect(bering.polygons.count == 2, "a box across the antimeridian is two polygons")
    #expect(bering.invalidityReason() == nil)
  }

  @Test func theSameExtentTwice() throws {
    #expect(try extent("country:UA") == extent("country:UA"))
    let again = try Gazetteer.open(data: gazetteer.dataFolder, cache: gazetteer.indexPath + ".again")
    let ukraine = try #require(again.country("UA"))
    #expect(try again.extent(of: ukraine.id) == extent("country:UA"))
  }
}
