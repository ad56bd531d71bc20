import GeoModel
import Testing

@Suite struct NotationTests {
  /// Factors: 1 mi = 1,609.344 m and 1 ft = 0.3048 m (international yard and pound agreement, 1959);
  /// 1 nmi = 1,852 m (First International Extraordinary Hydrographic Conference, 1929).
  @Test(arguments: [
    ("500", 500.0), ("500m", 500), ("0.5km", 500), ("5 km", 5000), (" 2mi ", 3218.688), ("1nmi", 1852),
    ("300ft", 91.44), ("0", 0), ("0007m", 7), (".5km", 500),
  ])
  func readsDistances(_ text: String, _ expected: Double) throws {
    #expect(abs(try Meters(parsing: text).value - expected) < 1e-9)
  }

  @Test(arguments: [
    "", "km", "-5km", "5,5km", "1e3", "5KM", "5 parsecs", "5km5", "5 5km", "1..5", "infm", "nan", "0x10",
    "5 m2", "٣km",
  ])
  func refusesDistances(_ text: String) {
    let error = #expect(throws: NotationError.self) { try Meters(parsing: text) }
    #expect(error?.description.contains("\"\(text)\" is not a distance: ") == true)
  }

  @Test func readsLists() throws {
    #expect(try Meters.list(parsing: "500m,1km, 5km") == [Meters(500), Meters(1000), Meters(5000)])
    #expect(throws: NotationError.self) { try Meters.list(parsing: "500m,,5km") }
  }

  @Test(arguments: [
    ("geo:50.46,30.49", 50.46, 30.49, Double?.none, Double?.none),
    ("GEO:-33.9,-180,12.5;u=35", -33.9, -180, 12.5, 35), ("geo:90,30;crs=WGS84;colour=red", 90, 0, nil, nil),
    ("geo:0,0;u=0", 0, 0, nil, 0),
  ])
  func readsPositions(
    _ text: String, _ latitude: Double, _ longitude: Double, _ altitude: Double?, _ uncertainty: Double?
  ) throws {
    let uri = try GeoURI(parsing: text)
    #expect(uri.coordinate == Coordinate(longitude: longitude, latitude: latitude))
    #expect(uri.altitude?.value == altitude)
    #expect(uri.uncertainty?.value == uncertainty)
    #expect(try GeoURI(parsing: uri.description) == uri)
  }

  @Test(arguments: [
    ("50.46,30.49", "order"), ("Kyiv", "geo:LATITUDE"), ("geo:50.46", "two or three"), ("geo:91,30", "-90"),
    ("geo:50,181", "-180"), ("geo:120,30", "latitude comes first"), ("geo:50,30;crs=nad27", "nad27"),
    ("geo:50,30;u=-1", "u must be"), ("geo:50,30,1,2", "two or three"), ("geo:5e1,30", "two or three"),
    ("geo:nan,30", "two or three"), ("geo:", "two or three"),
  ])
  func refusesPositions(_ text: String, _ hint: String) {
    let error = #expect(throws: NotationError.self) { try GeoURI(parsing: text) }
    #expect(error?.reason.contains(hint) == true, "\(error.map(\.description) ?? "")")
  }

  @Test func readsBoxes() throws {
    let box = try BoundingBox(parsing: "170, -20,-170,10.5")
    #expect(box == BoundingBox(west: 170, south: -20, east: -170, north: 10.5))
    for text in ["1,2,3", "1,2,3,4,5", "1,5,3,4", "1,2,3,95", "a,b,c,d", "1,2,,4,5"] {
      #expect(throws: NotationError.self) { try BoundingBox(parsing: text) }
    }
  }
}
