import Foundation
import Gazetteer
import GeoModel
import Geocoding
import Testing

@Suite struct OverrideTests {
  let world = GeocoderTestWorld.shared

  private func options(_ rows: String) throws -> GeocodingOptions {
    GeocodingOptions(
      overrides: try PlaceOverrides(
        table: "action\tname\tplace\tlat\tlon\tradius_m\tcountry\n" + rows, file: "own.tsv",
        gazetteer: world.gazetteer))
  }

  @Test("an alias is a further name of a place")
  func alias() throws {
    let text = "A shop burned in the Pearl of the North on Monday."
    #expect(try world.places(text).isEmpty)
    let found = try world.places(text, options: options("alias\tPearl of the North\tgeonames:3161732\n"))
    #expect(found == ["Pearl of the North → geonames:3161732"])
  }

  @Test("a blocked name is no place")
  func block() throws {
    let found = try world.places("A shop burned in Riga and in Oslo.", options: options("block\tRiga\n"))
    #expect(found == ["Oslo → geonames:3143244"])
  }

  @Test("a pinned name means its place whatever its fame; a key does as well as a number")
  func pin() throws {
    for place in ["5601538", "geonames:5601538"] {
      let found = try world.places("A shop burned in Moscow.", options: options("pin\tMoscow\t\(place)\n"))
      #expect(found == ["Moscow → geonames:5601538"])
    }
  }

  @Test("a place of one's own has its point and radius")
  func place() throws {
    let options = try options("place\tCamp Älva\t\t48.1\t37.2\t500\tUA\n")
    let document = try world.document("Two men left Camp Älva's gate for Oslo.")
    let mentions = world.geocoder(options).mentions(in: document)
    let camp = try #require(mentions.first)
    #expect(document.text[camp.range] == "Camp Älva")
    guard case .site(let site) = camp.referent else {
      Issue.record("no place of one's own: \(camp)")
      return
    }
    #expect(site.accuracy == Meters(500))
    #expect(site.coordinate == Coordinate(longitude: 37.2, latitude: 48.1))
  }

  @Test("a country and a position of the user's tip the scale, a parent beside the name outweighs them")
  func bias() throws {
    let text = "A shop burned in Greenville."
    #expect(try world.places(text) == ["Greenville → ?"])
    let near = GeocodingOptions(near: Coordinate(longitude: -73.5, latitude: 35.6))
    #expect(try world.places(text, options: near) != ["Greenville → ?"])
    let american = GeocodingOptions(countries: ["US"])
    #expect(
      try world.places("A court in Moscow, Russia, sat.", options: american).first
        == "Moscow → geonames:524901")
  }

  @Test(
    "a bad line is refused with its number and the way out",
    arguments: [
      ("rename\tOslo\n", "alias, block, pin, place"), ("pin\tOslo\n", "'place' is empty"),
      ("pin\tOslo\tgeonames:1\n", "no place 'geonames:1'"), ("place\tCamp\t\t95\t37\n", "lat must be in"),
      ("place\tCamp\t\tnorth\t37\n", "'lat' is 'north', not a number"),
      ("block\t!\n", "neither letter nor digit"),
    ])
  func errors(rows: String, words: String) {
    #expect {
      try options(rows)
    } throws: { error in
      "\(error)".contains("own.tsv:2: ") && "\(error)".contains(words)
    }
  }

  @Test("an unknown column and a missing header are refused")
  func header() {
    #expect(throws: PlaceOverridesError.self) {
      try PlaceOverrides(table: "action\tname\tplcae\n", file: "own.tsv", gazetteer: world.gazetteer)
    }
    #expect(throws: PlaceOverridesError.self) {
      try PlaceOverrides(table: "# nothing\n", file: "own.tsv", gazetteer: world.gazetteer)
    }
  }

  @Test("given spans are resolved, all of them and no others")
  func spans() throws {
    let text =
      "Mr. Bergen said the City of Oslo, riga and Norwegian towns near Moscow, Idaho, and Xyzzy slept."
    let document = try world.document(text)
    let given = ["Bergen", "City of Oslo", "Norwegian", "Moscow", "Idaho", "Xyzzy"].map {
      words -> Range<Int> in
      let start = text.range(of: words)!.lowerBound.utf16Offset(in: text)
      return start..<(start + words.utf8.count)
    }
    let mentions = world.geocoder.mentions(in: document, at: given)
    #expect(mentions.map(\.range) == given)
    #expect(
      mentions.map(world.key) == [
        "geonames:3161732", "geonames:3143244", "country:NO", "geonames:5601538", "region:US.ID", "?",
      ])
    #expect(world.geocoder.explain(document, at: given).count == 6)
  }
}
