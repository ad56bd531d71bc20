import Geocoding
import Testing

/// What stands beside a name rules out its namesakes elsewhere.
@Suite struct ParentTests {
  let world = GeocoderTestWorld.shared

  @Test(
    "a quarter that the gazetteer has elsewhere is placed at its city",
    arguments: [
      "A bomb went off in the Billings district of Tashkent on Monday.",
      "A bomb went off in Tashkent's Billings district on Monday.",
      "A bomb went off in the Tashkent suburb of Billings on Monday.",
    ])
  func quarters(text: String) throws {
    let found = try world.places(text)
    #expect(found.contains("Billings → Billings, Tashkent"), "\(found)")
    #expect(found.contains("Tashkent → geonames:1512569"), "\(found)")
  }

  @Test("a quarter with a doubtful namesake elsewhere belongs to the town named last")
  func namesakes() throws {
    let crowd = "Police closed the Springfield district."
    #expect(
      try world.places("A bomb went off in Tashkent on Monday. " + crowd).last
        == "Springfield → Springfield, Tashkent")
    // The words speak for the town itself.
    let town = try world.places("A bomb went off in Springfield, Illinois, on Monday. " + crowd)
    #expect(town.last == "Springfield → geonames:4250542", "\(town)")
    let profit = try world.places("A bank in Tashkent told of its Second-quarter profit.")
    #expect(profit.count == 1, "\(profit)")
  }

  @Test(
    "a parent before the name decides as one behind it does",
    arguments: ["They met in Idaho's Moscow on Monday.", "They met in Moscow, Idaho, on Monday."])
  func before(text: String) throws {
    #expect(try world.places(text).contains("Moscow → geonames:5601538"))
  }

  @Test("a people before 'city of' is a parent")
  func people() throws {
    let text = "Crews left Riga for the Uzbek city of Samarkand on Monday."
    #expect(try world.places(text).last == "Samarkand → geonames:1216265")
  }

  @Test("a small town that is not in the territory named behind it is somewhere in there")
  func outsider() throws {
    #expect(try world.places("A barn burned in Kalmere, Norway.").first == "Kalmere → Kalmere, Norway")
    #expect(try world.places("A barn burned in Kalmere, Idaho.").first == "Kalmere → geonames:5586438")
  }

  @Test("a list of places is no chain of parents")
  func lists() throws {
    let found = try world.places("Trains left Moscow, Latvia and Norway on Monday.")
    #expect(found.first == "Moscow → geonames:524901")
  }

  @Test("places that fit equally are left open, and the reason names them")
  func abstention() throws {
    let document = try world.document("A barn burned in Greenville on Monday.")
    let mention = try #require(world.geocoder.mentions(in: document).first)
    guard case .unresolved(let reason) = mention.referent else {
      Issue.record("resolved to \(world.key(mention))")
      return
    }
    #expect(mention.role == .place)
    #expect(reason.hasPrefix("several places fit equally: Greenville, "))
    #expect(reason.contains("Massachusetts") && reason.contains("Illinois"))
    #expect(mention.probability < 0.6)
    let bold = world.geocoder(GeocodingOptions(leastProbability: 0))
    guard case .place = bold.mentions(in: document).first?.referent else {
      Issue.record("without a least probability something is chosen")
      return
    }
  }
}
