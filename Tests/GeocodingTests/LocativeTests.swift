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
      "near the city of Samarkand", .near, "Samarkand", 32_000),
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
    Case("ro", "O dronă a căzut lângă Riga.", "lângă Riga", .near, "Riga", 34_000),
    Case(
      "en", "The school stands next to Tashkent's Chirchik missile plant.",
      "next to Tashkent's Chirchik missile plant", .near, "Chirchik plant", 800),
    Case(
      "ru", "Ракета упала примерно в 50 метрах от посольства Норвегии в Лиме.",
      "примерно в 50 метрах от посольства Норвегии", .distance, "Embassy of Norway in Lima", 135),
    Case(
      "ru", "На территории посольства Норвегии в Лиме взорвался автомобиль.",
      "На территории посольства Норвегии", .at, "Embassy of Norway in Lima", 80),
    Case(
      "ru", "Взрыв прогремел рядом с посольством Норвегии в Лиме.",
      "рядом с посольством Норвегии", .near, "Embassy of Norway in Lima", 580),
    Case("ru", "Беспилотник упал в 10 км к северу от Риги.", "10 км к северу от Риги", .direction, "Riga", 0),
    Case("ru", "Двое погибли на юге Ташкента.", "на юге Ташкента", .direction, "Tashkent", 0),
    Case(
      "ru", "Автобус обстреляли между Ригой и Ташкентом.", "между Ригой и Ташкентом", .between,
      "Riga and Tashkent", 0),
    Case(
      "ru", "Двое погибли в Ферганской области.", "в Ферганской области", .inRegion, "Fergana Region", 70_000),
    Case(
      "uk", "Удар стався приблизно за 50 метрів від посольства Норвегії в Лімі.",
      "приблизно за 50 метрів від посольства Норвегії", .distance, "Embassy of Norway in Lima", 135),
    Case(
      "uk", "На території посольства Норвегії в Лімі пролунав вибух.",
      "На території посольства Норвегії", .at, "Embassy of Norway in Lima", 80),
    Case(
      "uk", "Вибух пролунав біля посольства Норвегії в Лімі.",
      "біля посольства Норвегії", .near, "Embassy of Norway in Lima", 580),
    Case("uk", "Дрон упав за 10 км на північ від Риги.", "10 км на північ від Риги", .direction, "Riga", 0),
    Case(
      "az", "Raket Norveçin Limadakı səfirliyindən 50 metr aralıda partlayıb.",
      "Norveçin Limadakı səfirliyindən 50 metr aralıda", .distance, "Embassy of Norway in Lima", 135),
    Case(
      "az", "Partlayış Norveçin Limadakı səfirliyinin yaxınlığında olub.",
      "Norveçin Limadakı səfirliyinin yaxınlığında", .near, "Embassy of Norway in Lima", 580),
    Case(
      "az", "Raket Norveçin Limadakı səfirliyinin ərazisinə düşüb.",
      "Norveçin Limadakı səfirliyinin ərazisinə", .at, "Embassy of Norway in Lima", 80),
    Case("az", "Dron Riqadan 10 km şimalda düşüb.", "Riqadan 10 km şimalda", .direction, "Riga", 0),
    Case(
      "tr", "Roket Norveç'in Lima Büyükelçiliği'nden 50 metre uzakta patladı.",
      "Norveç'in Lima Büyükelçiliği'nden 50 metre uzakta", .distance, "Embassy of Norway in Lima", 135),
    Case(
      "tr", "Norveç'in Lima Büyükelçiliği önünde patlama oldu.",
      "Norveç'in Lima Büyükelçiliği önünde", .near, "Embassy of Norway in Lima", 180),
    Case(
      "tr", "Norveç'in Lima Büyükelçiliği yakınında patlama oldu.",
      "Norveç'in Lima Büyükelçiliği yakınında", .near, "Embassy of Norway in Lima", 580),
    Case("tr", "Riga'nın 10 km kuzeyinde bir uçak düştü.", "Riga'nın 10 km kuzeyinde", .direction, "Riga", 0),
    Case(
      "de", "Die Rakete schlug etwa 50 Meter von der Botschaft Norwegens in Lima entfernt ein.",
      "etwa 50 Meter von der Botschaft Norwegens", .distance, "Embassy of Norway in Lima", 135),
    Case(
      "de", "Auf dem Gelände der Botschaft Norwegens in Lima brannte es.",
      "Auf dem Gelände der Botschaft Norwegens", .at, "Embassy of Norway in Lima", 80),
    Case(
      "de", "Schüsse fielen in der Nähe der Botschaft Norwegens in Lima.",
      "in der Nähe der Botschaft Norwegens", .near, "Embassy of Norway in Lima", 580),
    Case(
      "de", "Die Drohne fiel 10 km nordöstlich von Riga.", "10 km nordöstlich von Riga", .direction, "Riga", 0
    ),
    Case(
      "fr", "Un obus est tombé à 50 mètres de l'ambassade de Norvège à Lima.",
      "50 mètres de l'ambassade de Norvège", .distance, "Embassy of Norway in Lima", 135),
    Case("fr", "Un drone est tombé à 2 km de Riga.", "2 km de Riga", .distance, "Riga", 11_500),
    Case(
      "fr", "Des tirs ont éclaté devant l'ambassade de Norvège à Lima.",
      "devant l'ambassade de Norvège", .near, "Embassy of Norway in Lima", 180),
    Case("fr", "Un drone est tombé à 10 km au nord de Riga.", "10 km au nord de Riga", .direction, "Riga", 0),
    Case(
      "en", "A van exploded about a mile from the Norwegian embassy in Lima.",
      "about a mile from the Norwegian embassy", .distance, "Embassy of Norway in Lima", 2494.016),
    Case(
      "en", "A van exploded half a mile from the Norwegian embassy in Lima.",
      "half a mile from the Norwegian embassy", .distance, "Embassy of Norway in Lima", 1287.008),
    Case(
      "en", "A van exploded two blocks from the Norwegian embassy in Lima.",
      "two blocks from the Norwegian embassy", .distance, "Embassy of Norway in Lima", 480),
    Case(
      "en", "A van exploded a hundred metres from the Norwegian embassy in Lima.",
      "a hundred metres from the Norwegian embassy", .distance, "Embassy of Norway in Lima", 230),
    Case(
      "en", "A van exploded ten minutes walk from the Norwegian embassy in Lima.",
      "ten minutes walk from the Norwegian embassy", .distance, "Embassy of Norway in Lima", 1430),
    Case(
      "en", "A boat burned 5 nautical miles off Riga.",
      "5 nautical miles off Riga", .distance, "Riga", 19_186),
    Case(
      "en", "Shots were fired 300 feet from the Norwegian embassy in Lima.",
      "300 feet from the Norwegian embassy", .distance, "Embassy of Norway in Lima", 186.68),
    Case(
      "en", "Missiles landed around the Norwegian embassy in Lima.",
      "around the Norwegian embassy", .near, "Embassy of Norway in Lima", 580),
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
