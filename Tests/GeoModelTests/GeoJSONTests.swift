import CordonTestSupport
import GeoModel
import Testing

private func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
  Coordinate(reducing: longitude, latitude: latitude)
}

@Suite struct GeoJSONTests {
  @Test func collectionHasTypeThenNameThenDescription() {
    let collection = FeatureCollection(
      name: "incidents", description: "What happened",
      features: [
        Feature(
          id: "a", geometry: .point(at(30.5234, 50.45)),
          properties: ["title": "strike", "radius_m": 40.0, "killed": nil]),
        Feature(id: "b", geometry: nil),
      ])
    #expect(
      String(decoding: collection.utf8, as: UTF8.self) == #"""
        {"type":"FeatureCollection","name":"incidents","description":"What happened","features":[
        {"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[30.5234,50.45]},"properties":{"id":"a","title":"strike","radius_m":40.0,"killed":null}},
        {"type":"Feature","id":"b","geometry":null,"properties":{"id":"b"}}
        ]}

        """#)
  }

  @Test func emptyCollectionIsStillOne() throws {
    let bytes = FeatureCollection(name: "x", features: []).utf8
    #expect(try FeatureCollection(parsing: bytes) == FeatureCollection(name: "x", features: []))
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (-0.00000004, "0"), (180, "180"), (-179.99999999, "-180"), (12.3456789, "12.3456789"),
    (-0.0000001, "-0.0000001"), (7.10, "7.1"),
  ])
  func writesAtMostSevenDecimals(_ longitude: Double, _ text: String) {
    var writer = JSONWriter()
    writer.append(.point(at(longitude, 1)))
    #expect(
      String(decoding: writer.finish(), as: UTF8.self) == #"{"type":"Point","coordinates":[\#(text),1]}"#)
  }

  @Test func leavesOutRepeatedPositions() {
    var writer = JSONWriter()
    writer.append(.lineString([at(1, 1), at(1.00000001, 1), at(2, 1), at(2, 1)]))
    writer.append(.lineString([at(1, 1), at(1.00000001, 1)]))
    #expect(
      String(decoding: writer.finish(), as: UTF8.self)
        == #"{"type":"LineString","coordinates":[[1,1],[2,1]]}{"type":"LineString","coordinates":[[1,1],[1,1]]}"#
    )
  }

  @Test(arguments: propertySeeds) func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let features = (0..<60).map { i in
      Feature(
        id: "f\(i)", geometry: random.geometry(),
        properties: ["n": .int(i), "note": .string("Київ \"\(i)\"")])
    }
    let collection = FeatureCollection(name: "round", description: "trip", features: features)
    #expect(try FeatureCollection(parsing: collection.utf8) == collection)
    for framing in [GeoJSONSequence.Framing.lines, .recordSeparators] {
      let bytes = features.flatMap { GeoJSONSequence.record($0, framing: framing) }
      #expect(try GeoJSONSequence.features(parsing: bytes) == features)
    }
  }

  @Test func turnsRings() throws {
    let clockwise =
      #"{"type":"Polygon","coordinates":[[[0,0],[0,9],[9,9],[9,0],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}"#
    let geometry = try Geometry(geoJSON: JSONValue(parsing: clockwise))
    #expect(
      geometry
        == .polygon(
          Polygon(
            exterior: [at(0, 0), at(9, 0), at(9, 9), at(0, 9), at(0, 0)],
            holes: [[at(1, 1), at(2, 2), at(2, 1), at(1, 1)]])))
  }

  @Test(arguments: [
    (#"{"type":"FeatureCollection"}"#, "features"), (#"{"a":1}"#, "no \"type\""),
    (#"{"type":"point","coordinates":[1,2]}"#, "case-sensitive"),
    (#"{"type":"Point","coordinates":[50,130]}"#, "longitude comes first"),
    (#"{"type":"Point","coordinates":[]}"#, "two numbers"),
    (#"{"type":"LineString","coordinates":[[1,2]]}"#, "2 or more"),
    (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#, "open"),
    (#"{"type":"GeometryCollection","geometries":[]}"#, "GeometryCollection"),
    ("{\"type\":\n\"Point\",}", "line 2, column 9"),
    (
      #"{"type":"FeatureCollection","features":[{"type":"Feature","id":"x","geometry":{"type":"Point"}}]}"#,
      "feature 1 (x)"
    ),
  ])
  func refuses(_ text: String, _ hint: String) {
    let error = #expect(throws: GeoJSONError.self) { try FeatureCollection(parsing: Array(text.utf8)) }
    #expect(error?.description.contains(hint) == true, "\(error.map(\.description) ?? "")")
  }

  @Test func sequenceErrorsNameTheLine() {
    let text = "\n{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}\n{\"type\":}\n"
    let error = #expect(throws: GeoJSONError.self) { try GeoJSONSequence.features(parsing: Array(text.utf8)) }
    #expect(error?.place == "line 3, column 9")
  }

  @Test func idsComeFromWhereTheyAre() throws {
    let text = #"""
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":7,"geometry":null,"properties":{"id":"other"}},
      {"type":"Feature","geometry":null,"properties":{"id":"p","a":1}},
      {"type":"Feature","geometry":null}]}
      """#
    let features = try FeatureCollection(parsing: Array(text.utf8)).features
    #expect(features.map(\.id) == ["7", "p", "3"])
    #expect(features.map(\.properties) == [["id": "other"], ["a": 1], [:]])
  }
}

extension SplitMix64 {
  mutating func place() -> Coordinate {
    at((double(-180...180) * 1e7).rounded() / 1e7, (double(-90...90) * 1e7).rounded() / 1e7)
  }

  mutating func triangle() -> Polygon {
    let corners = [place(), place(), place()]
    return Polygon(exterior: corners + [corners[0]]).withRingsTurned
  }

  mutating func geometry() -> Geometry? {
    switch int(0..<7) {
    case 0: nil
    case 1: .point(place())
    case 2: .multiPoint([place(), place()])
    case 3: .lineString([place(), place(), place()])
    case 4: .multiLineString([[place(), place()], [place(), place()]])
    case 5: .polygon(triangle())
    default: .multiPolygon([triangle(), triangle()])
    }
  }
}
