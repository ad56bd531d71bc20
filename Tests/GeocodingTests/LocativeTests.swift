import Gazetteer
import Geocoding
import Reading
import Testing

@Suite struct LocativeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let language: String
    let text: String
    let phrase: String
    let relation: SpatialRelation
    let anchor: String
    /// Metres, to the nearest.
    let radius: Double
    var testDescription: String { text }
    init(
      _ language: String, _ text: String, _ phrase: String, _ relation: SpatialRelation, _ anchor: String,
      _ radius: Double
    ) {
      self.language = language
      self.text = text
      self.phrase = phrase
      self.relation = relation
      self.anchor = anchor
      self.radius = radius
    }
  }

  // Radii: anchor's accuracy or extent plus the greatest distance, by the rules that `Footprint` documents.
  static let cases = [
    Case(
      "en", "A shell fell on the grounds of Norway's embassy in Lima.",
      "on the grounds of Norway's embassy", .at, "Embassy of Norway in Lima", 80),
    Case(
      "en", "A bomb went off at the Norwegian embassy in Lima.",
      "at the Norwegian embassy", .at, "Embassy of Norway in Lima", 80),
    Case(
      "en", "Shots rang out near the Norwegian embassy in Lima.",
      "near the Norwegian embassy", .near, "Embassy of Norway in Lima", 580),
    Case(
      "en", "A car blew up outside the main gate of the Norwegian embassy in Lima.",
      "outside the main gate of the Norwegian embassy", .near, "Embassy of Norway in Lima", 180),
    Case(
      "en", "A rocket fell about 50 metres from the Norwegian embassy in Lima.",
      "about 50 metres from the Norwegian embassy", .distance, "Embassy of Norway in Lima", 135),
    Case(
      "en", "A crater lies 35 steps away from the Norwegian embassy in Lima.",
      "35 steps away from the Norwegian embassy", .distance, "Embassy of Norway in Lima", 110.175),
    Case(
      "en", "Within 200 yards of the Norwegian embassy in Lima a van burned.",
      "Within 200 yards of the Norwegian embassy", .distance, "Embassy of Norway in Lima", 308.6),
    Case(
      "en", "A drone fell 10 km north-east of Samarkand.",
      "10 km north-east of Samarkand", .direction, "Samarkand", 0),
    Case(
      "en", "A drone fell to the north of Samarkand.", "to the north of Samarkand", .direction, "Samarkand", 0
    ),
    Case("en", "Two died in the south of Lima.", "in the south of Lima", .direction, "Lima", 0),
    Case("en", "Two died in eastern Uzbekistan.", "eastern Uzbekistan", .direction, "Uzbekistan", 0),
    Case(
      "en", "A plane crashed near the city of Samarkand in Uzbekistan.",
      "near the city of Samarkand", .near, "Samarkand", 21_000),
    Case("en", "Two died in Samarkand.", "in Samarkand", .inSettlement, "Samarkand", 7_000),
    Case(
      "en", "Two died in the Fergana region.", "in the Fergana region", .inRegion, "Fergana Region", 70_000),
    Case(
      "en", "A bus was hit between Samarkand and Tashkent.",
      "between Samarkand and Tashkent", .between, "Samarkand and Tashkent", 0),
    Case(
      "en", "A convoy was hit on the road from Samarkand to Tashkent.",
      "on the road from Samarkand to Tashkent", .between, "Samarkand and Tashkent", 0),
    Case(
      "ro", "O bombă a explodat în apropierea ambasadei Norvegiei din Lima.",
      "în apropierea ambasadei Norvegiei", .near, "Embassy of Norway in Lima", 580),
    Case(
      "ro", "O rachetă a căzut la circa 50 de metri de ambasada Norvegiei din Lima.",
      "la circa 50 de metri de ambasada Norvegiei", .distance, "Embassy of Norway in Lima", 135),
    Case(
      "ro", "Doi oameni au murit în regiunea Fergana.", "în regiunea Fergana", .inRegion, "Fergana Region",
      70_000),
    Case("ro", "O dronă a căzut la 10 km nord de Riga.", "10 km nord de Riga", .direction, "Riga", 0),
    Case("ro", "O dronă a căzut lângă Riga.", "lângă Riga", .near, "Riga", 27_000),
  ]

  @Test(arguments: cases) func places(_ example: Case) throws {
    let test = try SiteTestDocument(example.text, language: example.language)
    let locatives = try test.locatives()
    let found = try #require(locatives.first)
    #expect(locatives.count == 1, "\(locatives.map { $0.footprint.reason })")
    let tokens = test.document.tokens.tokens
    let range =
      tokens[found.tokens.lowerBound].range.lowerBound..<tokens[found.tokens.upperBound - 1].range.upperBound
    #expect(test.document.text[range] == example.phrase)
    #expect(found.footprint.relation == example.relation)
    #expect(found.footprint.anchorName == example.anchor)
    if example.radius > 0 { #expect(abs(found.footprint.radius.value - example.radius) < 0.1) }
    #expect(found.footprint.reason.contains(example.phrase))
  }

  static let notDistances = [
    "It lay at a depth of 8 metres from the Norwegian embassy in Lima.",
    "A crater with a diameter of 3 metres was seen at the Norwegian embassy in Lima.",
    "Windows broke up to 900 metres away from the Norwegian embassy in Lima.",
    "A cable 1,200 km long leaves Lima.",
  ]

  @Test(arguments: notDistances) func otherMeasuresAreNoDistances(_ text: String) throws {
    let test = try SiteTestDocument(text)
    #expect(try test.locatives().allSatisfy { $0.footprint.statedDistance == nil })
  }

  @Test func aDistanceFromNothingIsFromTheLastSite() throws {
    let test = try SiteTestDocument("Norway's embassy in Lima was hit. Some 50 metres away a car burned.")
    let locatives = try test.locatives()
    #expect(locatives.map(\.footprint.relation) == [.at, .distance])
    #expect(locatives.last?.footprint.anchorSite == "no-emb-lima")
    #expect(locatives.last?.sentence == 1)
  }

  @Test func contradictingParentsGiveNone() throws {
    let test = try SiteTestDocument("A fire broke out in Missoula County, Idaho.")
    #expect(try test.locatives().isEmpty)
    let agreeing = try SiteTestDocument("A fire broke out in Missoula County, Montana.")
    #expect(try agreeing.locatives().map(\.footprint.anchorName) == ["Missoula County"])
  }

  @Test func whereSomethingComesFromIsNotWhereItIs() throws {
    let test = try SiteTestDocument("The plane flew from Riga to Oslo.")
    #expect(try test.locatives().isEmpty)
  }
}
