import Foundation
import Gazetteer
import GeoModel
import Geocoding
import Reading
import Testing

/// A handful of places that no shipped document names, with the forms the tests use.
struct SiteTestWorld: PlaceKnowledge {
  struct Form {
    let text: String
    let place: UInt32
    let role: Mention.Role
  }

  static let shared = SiteTestWorld()
  private let places: [UInt32: PlaceFacts]
  private let parents: [UInt32: Set<UInt32>]
  let forms: [Form]

  init() {
    var places: [UInt32: PlaceFacts] = [:]
    func add(
      _ row: UInt32, _ name: String, _ level: PlaceFacts.Level, _ country: String, _ lat: Double,
      _ lon: Double,
      _ radius: Double, capital: Bool = false
    ) {
      places[row] = PlaceFacts(
        id: PlaceID(row: row), name: name, level: level, country: country, isCapital: capital,
        center: Coordinate(longitude: lon, latitude: lat)!, radius: Meters(radius))
    }
    add(1, "Norway", .country, "NO", 62, 10, 900_000)
    add(2, "Oslo", .settlement, "NO", 59.9127, 10.7461, 9_000, capital: true)
    add(3, "Bergen", .settlement, "NO", 60.3930, 5.3242, 6_000)
    add(4, "Peru", .country, "PE", -10, -76, 1_100_000)
    add(5, "Lima", .settlement, "PE", -12.0432, -77.0282, 20_000, capital: true)
    add(6, "Latvia", .country, "LV", 57, 25, 230_000)
    add(7, "Riga", .settlement, "LV", 56.946, 24.1059, 9_000, capital: true)
    add(8, "Uzbekistan", .country, "UZ", 41.7, 63.8, 800_000)
    add(9, "Tashkent", .settlement, "UZ", 41.2647, 69.2163, 14_000, capital: true)
    add(10, "Samarkand", .settlement, "UZ", 39.6542, 66.9597, 7_000)
    add(11, "Japan", .country, "JP", 35.7, 139.1, 1_500_000)
    add(12, "Brazil", .country, "BR", -10, -55, 2_300_000)
    add(13, "United States", .country, "US", 39.76, -98.5, 2_500_000)
    add(14, "Fergana Region", .region, "UZ", 40.5, 71.3, 70_000)
    add(15, "Montana", .region, "US", 47, -109.6, 500_000)
    add(16, "Idaho", .region, "US", 44.5, -114.25, 400_000)
    add(17, "Missoula County", .district, "US", 47.0, -113.9, 60_000)
    add(18, "Tokyo", .settlement, "JP", 35.6895, 139.6917, 25_000, capital: true)
    self.places = places
    parents = [
      2: [1], 3: [1], 5: [4], 7: [6], 9: [8], 10: [8], 14: [8], 15: [13], 16: [13], 17: [13, 15], 18: [11],
    ]
    forms = Self.forms
  }

  func facts(of id: PlaceID) -> PlaceFacts? { places[id.row] }
  func extent(of id: PlaceID) -> PlaceExtent {
    PlaceExtent(outline: nil, radius: places[id.row]?.radius ?? .zero, isDerived: true)
  }
  func country(_ code: String) -> PlaceID? {
    places.values.first { $0.level == .country && $0.country == code }?.id
  }
  func capital(of country: String) -> PlaceID? {
    places.values.first { $0.isCapital && $0.country == country }?.id
  }
  func isPlace(_ inner: PlaceID, in outer: PlaceID) -> Bool {
    parents[inner.row]?.contains(outer.row) ?? false
  }
}

extension SiteTestWorld {
  private static let forms: [Form] = {
    let literal: [(UInt32, [String])] = [
      (
        1,
        [
          "Norway", "Norway's", "Norvegiei", "Норвегии", "Норвегії", "Norveçin", "Norveç", "Norveç'in",
          "Norwegens",
          "Norvège",
        ]
      ),
      (2, ["Oslo"]), (3, ["Bergen", "Бергене", "Бергені", "Bergendəki"]), (4, ["Peru", "Peru'daki", "Перу"]),
      (
        5,
        [
          "Lima", "Lima's", "Лиме", "Лимы", "Лімі", "Ліми", "Limadakı", "Limada", "Limanın", "Lima'daki",
          "Lima'nın",
        ]
      ),
      (
        6,
        [
          "Latvia", "Latvia's", "Letoniei", "Латвии", "Латвії", "Latviyanın", "Letonya'nın", "Lettlands",
          "Lettonie",
        ]
      ),
      (
        7,
        [
          "Riga", "Ригой", "Riga's", "Рига", "Риге", "Риги", "Ризі", "Риги", "Riqada", "Riqadan", "Riga'da",
          "Riga'nın",
        ]
      ),
      (8, ["Uzbekistan"]),
      (
        9,
        [
          "Tashkent's", "Tashkent", "Tașkent", "Ташкенте", "Ташкентом", "Ташкентом", "Ташкента", "Ташкенті",
          "Daşkənddəki",
          "Daşkəndin", "Daşkənddə",
          "Taşkent", "Taşkent'teki", "Taschkent", "Tachkent",
        ]
      ),
      (10, ["Samarkand", "Самарканда", "Səmərqənddən", "Semerkant'ın"]),
      (
        11,
        [
          "Japan", "Japan's", "Japoniei", "Японии", "Японії", "Yaponiyanın", "Yaponiya", "Japonya'nın",
          "Japonya", "Japans", "Japon",
        ]
      ),
      (12, ["Brazil", "Brazil's", "Braziliei", "Бразилии"]),
      (13, ["US", "SUA", "США", "ABD'nin"]),
      (14, ["Fergana region", "regiunea Fergana", "Ферганской области"]),
      (15, ["Montana"]), (16, ["Idaho"]), (17, ["Missoula County"]), (18, ["Tokyo", "Tokyo's"]),
    ]
    let demonyms: [(UInt32, [String])] = [
      (
        1,
        [
          "Norwegian", "norvegiană", "norvegian", "норвежское", "норвезьке", "norwegische", "norwegischen",
          "norvégienne",
        ]
      ),
      (
        11,
        [
          "Japanese", "japoneză", "японское", "японского", "японське", "японського", "japanische",
          "japanischen",
          "japonaise",
        ]
      ),
      (12, ["Brazilian", "braziliană", "бразильского"]), (8, ["Uzbek"]), (6, ["Latvian"]),
    ]
    return literal.flatMap { row, texts in texts.map { Form(text: $0, place: row, role: .place) } }
      + demonyms.flatMap { row, texts in texts.map { Form(text: $0, place: row, role: .demonym) } }
  }()
}

/// A document of plain sentences, with the places of `SiteTestWorld` found by their forms.
struct SiteTestDocument {
  let document: Document
  let places: [Mention]
  let lexicon: Lexicon

  /// - Parameter certainty: the probability of each place.
  init(_ text: String, language: String = "en", certainty: Double = 0.9) throws {
    var document = Document(id: "test", text: SourceText(text), language: language)
    let utf8 = document.text.utf8
    var start = 0
    for index in utf8.indices {
      let ends = utf8[index] == 0x2E && (index + 1 == utf8.count || utf8[index + 1] == 0x20)
      guard ends || index + 1 == utf8.count else { continue }
      let first = document.tokens.tokens.count
      Tokenizer.tokenize(utf8, start..<(index + 1), into: &document.tokens)
      document.sentences.append(
        Sentence(
          range: start..<(index + 1), tokens: first..<document.tokens.tokens.count, paragraph: 0, role: .body)
      )
      start = index + 1
    }
    var places: [Mention] = []
    let forms = SiteTestWorld.shared.forms.sorted { $0.text.utf8.count > $1.text.utf8.count }
    for (sentence, found) in document.sentences.enumerated() {
      var token = found.tokens.lowerBound
      while token < found.tokens.upperBound {
        var step = 1
        for form in forms {
          let words = form.text.split(separator: " ").count
          guard token + words <= found.tokens.upperBound else { continue }
          let bytes =
            document.tokens.tokens[token].range
            .lowerBound..<document.tokens.tokens[token + words - 1].range.upperBound
          guard document.text[bytes] == form.text else { continue }
          places.append(
            Mention(
              range: bytes, tokens: token..<(token + words), sentence: sentence, role: form.role,
              referent: .place(PlaceID(row: form.place)), probability: certainty))
          step = words
          break
        }
        token += step
      }
    }
    self.document = document
    self.places = places
    lexicon = try Self.lexicon(language)
  }

  static let dataFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "data")

  static func text(_ name: String) throws -> String {
    try String(contentsOf: dataFolder.appending(path: name), encoding: .utf8)
  }

  /// Parsed once for all tests.
  private static let lexicons = Dictionary(
    uniqueKeysWithValues: ["en", "ro", "ru", "uk", "az", "tr", "de", "fr"].map { language in
      (language, Result { try Lexicon(yaml: text("lexicon/\(language).yaml"), file: "\(language).yaml") })
    })

  private static func lexicon(_ language: String) throws -> Lexicon {
    try #require(lexicons[language]).get()
  }

  func siteMentions(_ sites: [Site] = SiteTestDocument.register) throws -> [Mention] {
    let kinds = try SiteKindTable(tsv: Self.text("site_kinds.tsv"), file: "site_kinds.tsv")
    let recognizer = SiteRecognizer(
      catalog: SiteCatalog(sites: sites, kinds: kinds), knowledge: SiteTestWorld.shared)
    return recognizer.siteMentions(in: document, places: places, lexicon: lexicon)
  }

  func mentions() throws -> [Mention] { SiteRecognizer.merge(places: places, sites: try siteMentions()) }

  func locatives() throws -> [Locative] {
    let table = try NearnessTable(tsv: Self.text("nearness.tsv"), file: "nearness.tsv")
    let reader = LocativeReader(maker: FootprintMaker(nearness: table), knowledge: SiteTestWorld.shared)
    return reader.locatives(in: document, mentions: try mentions(), lexicon: lexicon)
  }

  static let register: [Site] = {
    func site(
      _ id: String, _ name: String, _ kind: String, _ state: String?, _ host: String, _ city: String,
      _ lat: Double,
      _ lon: Double, _ accuracy: Double, _ aliases: [String] = []
    ) -> Site {
      Site(
        id: id, name: name, kind: kind, operatorCountry: state, hostCountry: host, city: city, address: nil,
        coordinate: Coordinate(longitude: lon, latitude: lat)!, accuracy: Meters(accuracy), source: "test",
        aliases: aliases)
    }
    return [
      site("no-emb-lima", "Embassy of Norway in Lima", "embassy", "NO", "PE", "Lima", -12.117, -77.033, 80),
      site(
        "no-cons-lima", "Consular section of the Embassy of Norway in Lima", "consular section", "NO", "PE",
        "Lima", -12.117, -77.033, 120),
      site(
        "jp-emb-tashkent", "Embassy of Japan in Tashkent", "embassy", "JP", "UZ", "Tashkent", 41.3, 69.27, 100
      ),
      site(
        "jp-admin-tashkent", "Administrative building of the Embassy of Japan in Tashkent",
        "embassy building",
        "JP", "UZ", "Tashkent", 41.3, 69.27, 100),
      site(
        "br-con-riga-1", "Consulate of Brazil in Riga", "consulate", "BR", "LV", "Riga", 56.95, 24.11, 100),
      site(
        "br-con-riga-2", "Second Consulate of Brazil in Riga", "consulate", "BR", "LV", "Riga", 56.97, 24.2,
        100),
      site(
        "lv-hon-bergen", "Honorary Consulate of Latvia in Bergen", "honorary consulate", "LV", "NO", "Bergen",
        60.39, 5.33, 200),
      site(
        "navoi-gate", "Chirchik plant, east gate", "arms plant", "UZ", "UZ", "Tashkent", 41.351, 69.301, 50),
      site(
        "navoi-plant", "Chirchik plant", "arms plant", "UZ", "UZ", "Tashkent", 41.35, 69.3, 300,
        ["завод Чирчик", "uzina Cirbic"]),
      site(
        "socar-like-depot", "Petrovia oil depot near Samarkand", "oil depot", "JP", "UZ", "Samarkand", 39.7,
        66.9,
        2000, ["Petrovia oil terminal"]),
      site(
        "riga-airport", "Riga International Airport", "airport", nil, "LV", "Riga", 56.9236, 23.9711, 1000,
        ["Riga airport", "аэропорт Рига", "RIX"]),
      site(
        "crash-1", "Crash site of Andes Cargo flight 77", "crash site", nil, "PE", "Lima", -12.5, -76.8, 1000,
        ["Andes Cargo flight 77 crash"]),
    ]
  }()
}
