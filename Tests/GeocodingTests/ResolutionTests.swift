import Geocoding
import Testing

@Suite struct ResolutionTests {
  let world = GeocoderTestWorld.shared

  @Test(
    "the parent named beside a name decides, else fame does",
    arguments: [
      ("A court in Moscow sat late on Monday.", "Moscow → geonames:524901"),
      ("A court in Moscow, Idaho, sat late on Monday.", "Moscow → geonames:5601538"),
      ("Police in Springfield, Ill., closed the road.", "Springfield → geonames:4250542"),
      ("Police in Springfield, Massachusetts, closed the road.", "Springfield → geonames:4951257"),
    ])
  func parents(text: String, expected: String) throws {
    #expect(try world.places(text).first == expected)
  }

  @Test("what else the document names decides")
  func context() throws {
    let idaho = "Boise and towns across Idaho were hit by snow. Schools in Moscow stayed closed."
    #expect(try world.places(idaho).last == "Moscow → geonames:5601538")
    let illinois = "Chicago and other cities of Illinois voted. In Springfield turnout was low."
    #expect(try world.places(illinois).last == "Springfield → geonames:4250542")
  }

  @Test("one document can mean two places of one name when it says so")
  func twoSenses() throws {
    let text = "The train left Springfield, Illinois, and another left Springfield, Massachusetts, later."
    let found = try world.places(text).filter { $0.hasPrefix("Springfield") }
    #expect(found == ["Springfield → geonames:4250542", "Springfield → geonames:4951257"])
  }

  @Test(
    "where nothing else tells, the outlet's home does; a parent beside the name outweighs it",
    arguments: [
      ("Chicago Tribune", nil, "Schools in Springfield closed.", "Springfield → geonames:4250542"),
      ("Massachusetts Daily", nil, "Schools in Springfield closed.", "Springfield → geonames:4951257"),
      (
        "Massachusetts Daily", nil, "Schools in Springfield, Illinois, closed.",
        "Springfield → geonames:4250542"
      ),
      (nil, "https://news.example.uk/a.html", "A court in Moscow sat late.", "Moscow → geonames:524901"),
    ] as [(String?, String?, String, String)])
  func outletHome(source: String?, url: String?, text: String, expected: String) throws {
    #expect(try world.places(text, source: source, url: url).first == expected)
  }

  @Test(
    "a town that the language of a text has the name for outweighs a namesake",
    arguments: [
      ("de", "In Drontheim brannte ein Lager.", "Drontheim → geonames:3133880"),
      ("en", "A barn burned in Drontheim on Monday.", "Drontheim → geonames:5586439"),
    ])
  func nameOfTheLanguage(language: String, text: String, expected: String) throws {
    #expect(try world.places(text, language) == [expected])
  }

  @Test("a district is taken whole")
  func district() throws {
    let found = try world.places("Fires burned in Missoula County, Montana, for a week.")
    #expect(found.first == "Missoula County → district:US.MT.063")
  }

  @Test(
    "the word region beside a name means the region, not its city",
    arguments: [
      ("en", "A barn burned in the Samarkand region on Monday.", "Samarkand → region:UZ.10"),
      ("en", "A barn burned in Samarkand on Monday.", "Samarkand → geonames:1216265"),
      ("ro", "Un incendiu a izbucnit în regiunea Samarkand.", "Samarkand → region:UZ.10"),
    ])
  func regionOrCity(language: String, text: String, expected: String) throws {
    #expect(try world.places(text, language) == [expected])
  }

  @Test(
    "case endings and suffixes lead to the name; the span is the word, or ends at the apostrophe",
    arguments: [
      ("ru", "В Самарканде прогремел взрыв.", "Самарканде → geonames:1216265"),
      ("ru", "Пожар под Ригой потушили.", "Ригой → geonames:456172"),
      ("uk", "У Бухарі горів склад.", "Бухарі → geonames:1217662"),
      ("ro", "Un incendiu a izbucnit în capitala Letoniei.", "Letoniei → country:LV"),
      ("az", "Səmərqənddə yanğın baş verib.", "Səmərqənddə → geonames:1216265"),
      ("tr", "Semerkant'ta yangın çıktı.", "Semerkant → geonames:1216265"),
      ("de", "Auf den Straßen Norwegens lag Schnee.", "Norwegens → country:NO"),
    ])
  func inflection(language: String, text: String, expected: String) throws {
    #expect(try world.places(text, language) == [expected])
  }

  @Test("every mention gives a probability and reasons, in text order and without overlaps")
  func contract() throws {
    let text =
      "Norwegian police said Oslo, Bergen and Riga had been warned by Moscow on 3 May; Samarkand had not."
    let mentions = world.geocoder.mentions(in: try world.document(text))
    #expect(mentions.count >= 5)
    for mention in mentions { #expect((0...1).contains(mention.probability)) }
    for (a, b) in zip(mentions, mentions.dropFirst()) { #expect(a.range.upperBound <= b.range.lowerBound) }
    for mention in mentions where mention.role == .place { #expect(!mention.reasons.isEmpty) }
  }

  @Test("explanations show every candidate with what spoke for and against it")
  func explanation() throws {
    let document = try world.document("Police in Springfield, Ill., closed the road.")
    let explained = world.geocoder.explain(document)
    let springfield = try #require(explained.first { document.text[$0.range] == "Springfield" })
    #expect(springfield.candidates.count == 2)
    #expect(springfield.candidates[0].probability > springfield.candidates[1].probability)
    #expect(springfield.candidates[0].evidence.contains { $0.feature == "parentBeside" })
    #expect(springfield.candidates.map(\.isRefused) == [false, true])
    #expect(abs(springfield.candidates.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
  }

  @Test(
    "a state whose mission is named vouches for its capital and for no other place",
    arguments: [
      ("en", "The Uzbek embassy in Boise was hit. Smoke rose over Samarkand and Tashkent.", false),
      ("en", "The embassy of Uzbekistan in Boise was hit. Smoke rose over Samarkand and Tashkent.", false),
      ("en", "Uzbekistan's consulate general in Boise was hit. Smoke: Samarkand, then Tashkent.", false),
      ("ru", "Посольство Узбекистана обстреляно. Дым виден в Самарканде и Ташкенте.", false),
      ("uk", "Посольство Узбекистану обстріляно. Дим видно в Самарканді та Ташкенті.", false),
      ("ro", "Ambasada Uzbekistan a fost atacată. Fum a fost văzut la Samarkand și Tashkent.", false),
      ("az", "Özbəkistanın səfirliyi atəşə tutulub. Səmərqənddə və Daşkənddə tüstü görünüb.", false),
      ("tr", "Özbekistan Büyükelçiliği vuruldu. Semerkant'ta ve Taşkent'te duman görüldü.", false),
      ("de", "Die Botschaft Usbekistans wurde getroffen. Rauch über Samarkand und Tashkent.", false),
      ("en", "The embassy in Uzbekistan was hit. Smoke rose over Samarkand and Tashkent.", true),
      ("de", "Die Botschaft in Usbekistan wurde getroffen. Rauch über Samarkand und Tashkent.", true),
    ])
  func operatorsOfMissions(language: String, text: String, isHost: Bool) throws {
    let document = try world.document(text, language)
    let evidence = world.geocoder.explain(document).reduce(into: [String: Set<String>]()) { known, name in
      for candidate in name.candidates {
        known[world.gazetteer.place(candidate.place).name, default: []]
          .formUnion(candidate.evidence.map(\.feature))
      }
    }
    func names(_ place: String) throws -> Bool {
      !(try #require(evidence[place], "\(place) in \(text)")).isDisjoint(with: [
        "countryNamed", "demonymNamed",
      ])
    }
    #expect(try names("Samarkand") == isHost)
    #expect(try names("Tashkent"))
  }

  @Test("a damaged weights file is refused with its line and the way out")
  func damagedWeights() {
    let broken = "model\tfeature\tweight\nrecognition\tbias\tmuch\n"
    #expect {
      try PlaceModel(table: broken, file: "ranker.tsv")
    } throws: { error in
      "\(error)".contains("ranker.tsv:2") && "\(error)".contains("train the weights")
    }
    #expect(throws: PlaceModelError.self) {
      try PlaceModel(
        table: "model\tfeature\tweight\nrecognition\tnonsense\t1\nresolution\tbias\t1\n", file: "x")
    }
  }
}
