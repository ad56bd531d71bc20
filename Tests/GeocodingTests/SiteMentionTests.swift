import Gazetteer
import Geocoding
import Reading
import Testing

/// What a mention was found to be: a site's id, an unregistered site's name, or `nil`.
private func meaning(_ mention: Mention) -> String? {
  switch mention.referent {
  case .site(let site): site.id
  case .unregisteredSite(let site): site.name
  default: nil
  }
}

@Suite struct SiteMentionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let language: String
    let span: String
    let meaning: String
    var testDescription: String { text }
    init(_ language: String, _ text: String, _ span: String, _ meaning: String) {
      self.text = text
      self.language = language
      self.span = span
      self.meaning = meaning
    }
  }

  static let cases = [
    Case("en", "Norway's embassy in Lima was hit.", "Norway's embassy", "no-emb-lima"),
    Case("en", "Fire at the Norwegian embassy in Lima.", "Norwegian embassy", "no-emb-lima"),
    Case(
      "en", "Shots near the Embassy of the Kingdom of Norway in Peru.", "Embassy of the Kingdom of Norway",
      "no-emb-lima"),
    Case(
      "en", "The Norwegian diplomatic mission in Lima closed.", "Norwegian diplomatic mission", "no-emb-lima"),
    Case(
      "en", "In Tashkent, a bomb hit the wall of the Japanese embassy.", "Japanese embassy", "jp-emb-tashkent"
    ),
    Case("en", "Japan's Tashkent embassy was evacuated.", "Japan's Tashkent embassy", "jp-emb-tashkent"),
    Case("en", "Tokyo's embassy in Tashkent was evacuated.", "embassy", "jp-emb-tashkent"),
    Case(
      "en", "Gunmen stormed the US mission in Bergen.", "US mission",
      "Diplomatic mission of the United States in Bergen"),
    Case(
      "en", "The Latvian embassy in Tashkent was searched.", "Latvian embassy",
      "Embassy of Latvia in Tashkent"),
    Case(
      "en", "The Norwegian embassy in Uzbekistan was searched.", "Norwegian embassy",
      "Embassy of Norway in Tashkent"),
    Case("en", "Latvia's consulate in Bergen burned.", "Latvia's consulate", "lv-hon-bergen"),
    Case(
      "en", "The Brazilian consulate in Riga burned.", "Brazilian consulate", "Consulate of Brazil in Riga"),
    Case(
      "en", "A strike on the Chirchik missile plant in Tashkent.", "Chirchik missile plant", "navoi-plant"),
    Case(
      "en", "Tashkent: drones hit the oil depot of the Petrovia company near Samarkand.",
      "oil depot of the Petrovia", "socar-like-depot"),
    Case("en", "A plane left Riga airport.", "Riga airport", "riga-airport"),
    Case("en", "The airport in Riga was closed.", "airport", "riga-airport"),
    Case("ro", "Ambasada Norvegiei din Lima a fost lovită.", "Ambasada Norvegiei", "no-emb-lima"),
    Case("ro", "O explozie la ambasada norvegiană din Lima.", "ambasada norvegiană", "no-emb-lima"),
    Case("ro", "Consulatul Letoniei din Bergen a ars.", "Consulatul Letoniei", "lv-hon-bergen"),
    Case(
      "ro", "Un incendiu la Ambasada SUA din Riga.", "Ambasada SUA", "Embassy of the United States in Riga"),
  ]

  @Test(arguments: cases) func composes(_ example: Case) throws {
    let test = try SiteTestDocument(example.text, language: example.language)
    let mentions = try test.siteMentions()
    let found = mentions.map { "\(test.document.text[$0.range]) = \(meaning($0) ?? "?")" }
    #expect(found == ["\(example.span) = \(example.meaning)"])
  }

  @Test func bareEmbassyRefersToTheLastNamed() throws {
    let test = try SiteTestDocument("Norway's embassy in Lima was hit. Nobody was in the embassy.")
    let mentions = try test.siteMentions()
    #expect(mentions.map(meaning) == ["no-emb-lima", "no-emb-lima"])
    #expect(mentions.map(\.isAnaphoric) == [false, true])
  }

  @Test func anEmbassyIsNoParticularOne() throws {
    let test = try SiteTestDocument("Damage to an embassy is serious. Norwegian missions are safe.")
    #expect(try test.siteMentions().isEmpty)
  }

  @Test func ambassadorsAreNoSites() throws {
    let test = try SiteTestDocument("The Norwegian ambassador to Peru spoke with the ambassador of Japan.")
    #expect(try test.siteMentions().isEmpty)
  }

  @Test func partsAreTheRegistersParts() throws {
    let test = try SiteTestDocument(
      "The Embassy of Japan in Tashkent was hit. A crater lay beside the Embassy's administrative building. "
        + "The consular section was closed.")
    let mentions = try test.siteMentions()
    #expect(mentions.map(meaning) == ["jp-emb-tashkent", "jp-admin-tashkent", "jp-emb-tashkent"])
    #expect(test.document.text[mentions[1].range] == "Embassy's administrative building")
  }

  @Test func ownEmbassyIsTheSpeakers() throws {
    let test = try SiteTestDocument("Norway told Japan that its embassy in Lima had been hit.")
    #expect(try test.siteMentions().map(meaning) == ["no-emb-lima"])
    let romanian = try SiteTestDocument(
      "Japan a transmis un protest ambasadorului Letoniei după ce o rachetă a avariat ambasada sa din Tașkent.",
      language: "ro")
    #expect(try romanian.siteMentions().map(meaning) == ["jp-emb-tashkent"])
  }

  @Test func crashSitesNeedTheirName() throws {
    let named = try SiteTestDocument("The crash of an Andes Cargo plane in Peru killed four.")
    #expect(try named.siteMentions().map(meaning) == ["crash-1"])
    let other = try SiteTestDocument("The crash of a plane in Peru killed four.")
    #expect(try other.siteMentions().isEmpty)
  }

  @Test func aPlaceInsideASiteIsPartOfItsName() throws {
    let test = try SiteTestDocument("Norway's embassy in Lima was hit.")
    let merged = SiteRecognizer.merge(places: test.places, sites: try test.siteMentions())
    #expect(merged.map { test.document.text[$0.range] } == ["Norway's embassy", "Lima"])
  }
}
