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

  @Test(arguments: [0.3, 0.55, 0.9]) func isThereAsSurelyAsItsTownIsMeant(certainty: Double) throws {
    let document = try SiteTestDocument("Norway's embassy in Lima was hit.", certainty: certainty)
    let embassy = try #require(try document.siteMentions().first)
    #expect(meaning(embassy) == "no-emb-lima")
    #expect(embassy.probability == certainty)
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
    Case(
      "en", "Tashkent was calm. After the fall of Samarkand a crowd attacked the Japanese embassy.",
      "Japanese embassy", "jp-emb-tashkent"),
    Case("en", "A plane left Riga airport.", "Riga airport", "riga-airport"),
    Case("en", "The airport in Riga was closed.", "airport", "riga-airport"),
    Case("ro", "Ambasada Norvegiei din Lima a fost lovită.", "Ambasada Norvegiei", "no-emb-lima"),
    Case("ro", "O explozie la ambasada norvegiană din Lima.", "ambasada norvegiană", "no-emb-lima"),
    Case("ro", "Consulatul Letoniei din Bergen a ars.", "Consulatul Letoniei", "lv-hon-bergen"),
    Case(
      "ro", "Un incendiu la Ambasada SUA din Riga.", "Ambasada SUA", "Embassy of the United States in Riga"),
    Case("ru", "Посольство Норвегии в Лиме обстреляли.", "Посольство Норвегии", "no-emb-lima"),
    Case(
      "ru", "Взрыв у здания японского посольства на юге Ташкента.", "японского посольства", "jp-emb-tashkent"),
    Case(
      "ru", "Почётное консульство Латвии в Бергене сгорело.", "Почётное консульство Латвии", "lv-hon-bergen"),
    Case("ru", "Посольство США в Риге закрыли.", "Посольство США", "Embassy of the United States in Riga"),
    Case("ru", "Удар по заводу «Чирчик» в Ташкенте.", "заводу «Чирчик", "navoi-plant"),
    Case("uk", "Посольство Норвегії в Лімі обстріляли.", "Посольство Норвегії", "no-emb-lima"),
    Case("uk", "Вибух біля японського посольства в Ташкенті.", "японського посольства", "jp-emb-tashkent"),
    Case("uk", "Консульство Латвії в Бергені згоріло.", "Консульство Латвії", "lv-hon-bergen"),
    Case("az", "Norveçin Limadakı səfirliyinə hücum edilib.", "Norveçin Limadakı səfirliyinə", "no-emb-lima"),
    Case(
      "az", "Yaponiyanın Daşkənddəki səfirliyi bağlanıb.", "Yaponiyanın Daşkənddəki səfirliyi",
      "jp-emb-tashkent"),
    Case(
      "az", "Latviyanın Bergendəki fəxri konsulluğu yanıb.", "Latviyanın Bergendəki fəxri konsulluğu",
      "lv-hon-bergen"),
    Case(
      "tr", "Norveç'in Lima Büyükelçiliği'nde yangın çıktı.", "Norveç'in Lima Büyükelçiliği'nde",
      "no-emb-lima"),
    Case(
      "tr", "Japonya'nın Taşkent'teki büyükelçiliği kapatıldı.", "Japonya'nın Taşkent'teki büyükelçiliği",
      "jp-emb-tashkent"),
    Case(
      "tr", "Letonya'nın Bergen Fahri Konsolosluğu yandı.", "Letonya'nın Bergen Fahri Konsolosluğu",
      "lv-hon-bergen"),
    Case("de", "Die norwegische Botschaft in Lima wurde beschossen.", "norwegische Botschaft", "no-emb-lima"),
    Case("de", "Die Botschaft Japans in Taschkent ist zu.", "Botschaft Japans", "jp-emb-tashkent"),
    Case(
      "de", "Das Honorarkonsulat Lettlands in Bergen brannte.", "Honorarkonsulat Lettlands", "lv-hon-bergen"),
    Case("fr", "L'ambassade de Norvège à Lima a été touchée.", "L'ambassade de Norvège", "no-emb-lima"),
    Case(
      "fr", "Une explosion devant l'ambassade japonaise à Tachkent.", "l'ambassade japonaise",
      "jp-emb-tashkent"),
    Case(
      "fr", "Le consulat honoraire de Lettonie à Bergen a brûlé.", "consulat honoraire de Lettonie",
      "lv-hon-bergen"),
  ]

  @Test(arguments: cases) func composes(_ example: Case) throws {
    let test = try SiteTestDocument(example.text, language: example.language)
    let mentions = try test.siteMentions()
    let found = mentions.map { "\(test.document.text[$0.range]) = \(meaning($0) ?? "?")" }
    #expect(found == ["\(example.span) = \(example.meaning)"])
  }

  /// What one word in the plural names together.
  static let lists: [(language: String, text: String, spans: [String], host: String)] = [
    (
      "en", "The Norwegian and Japanese embassies in Tashkent were hit.",
      ["Norwegian", "Japanese embassies"], "Tashkent"
    ),
    (
      "en", "Shots at the embassies of Norway and Japan in Tashkent.", ["embassies of Norway", "Japan"],
      "Tashkent"
    ),
    (
      "ro", "Ambasadele Norvegiei și Japoniei din Tașkent au fost lovite.",
      ["Ambasadele Norvegiei", "Japoniei"], "Tashkent"
    ),
    ("ru", "Взрывы у посольств Норвегии и Японии в Ташкенте.", ["посольств Норвегии", "Японии"], "Tashkent"),
    (
      "ru", "Посольства Норвегии и Японии в Ташкенте обстреляли.", ["Посольства Норвегии", "Японии"],
      "Tashkent"
    ),
    (
      "uk", "Вибухи біля посольств Норвегії та Японії в Ташкенті.", ["посольств Норвегії", "Японії"],
      "Tashkent"
    ),
    (
      "az", "Daşkənddə Norveç və Yaponiya səfirliklərinə hücum edilib.",
      ["Norveç", "Yaponiya səfirliklərinə"], "Tashkent"
    ),
    (
      "tr", "Taşkent'teki Norveç ve Japonya büyükelçiliklerine saldırıldı.",
      ["Norveç", "Japonya büyükelçiliklerine"], "Tashkent"
    ),
    (
      "de", "Die Botschaften Norwegens und Japans in Taschkent wurden beschossen.",
      ["Botschaften Norwegens", "Japans"], "Tashkent"
    ),
    (
      "de", "Vor der norwegischen und der japanischen Botschaft in Taschkent fielen Schüsse.",
      ["norwegischen", "japanischen Botschaft"], "Tashkent"
    ),
    (
      "fr", "Les ambassades de Norvège et du Japon à Tachkent ont été visées.",
      ["ambassades de Norvège", "Japon"], "Tashkent"
    ),
  ]

  @Test(arguments: lists.indices) func missionsOfOneWord(index: Int) throws {
    let example = Self.lists[index]
    let test = try SiteTestDocument(example.text, language: example.language)
    let mentions = try test.siteMentions()
    #expect(mentions.map { String(test.document.text[$0.range]) } == example.spans)
    #expect(mentions.map(meaning) == ["Embassy of Norway in \(example.host)", "jp-emb-tashkent"])
  }

  @Test func missionsOfOneStateInTwoTowns() throws {
    let test = try SiteTestDocument("The Norwegian embassies in Lima and Tashkent were hit.")
    #expect(try test.siteMentions().map(meaning) == ["no-emb-lima", "Embassy of Norway in Tashkent"])
  }

  /// Neither stands in the other's country.
  @Test func missionsOfOneWordThatAreNowhere() throws {
    let mentions = try SiteTestDocument("The Norwegian and Japanese embassies were closed.").siteMentions()
    #expect(mentions.map(meaning) == [nil, nil])
  }

  @Test(arguments: ["Embassies in Lima were closed.", "Norway's embassies, and Japan, were named."])
  func missionsOfNobodyInParticular(text: String) throws {
    #expect(try SiteTestDocument(text).siteMentions().isEmpty)
  }

  @Test func bareEmbassyRefersToTheLastNamed() throws {
    let test = try SiteTestDocument("Norway's embassy in Lima was hit. Nobody was in the embassy.")
    let mentions = try test.siteMentions()
    #expect(mentions.map(meaning) == ["no-emb-lima", "no-emb-lima"])
    #expect(mentions.map(\.isAnaphoric) == [false, true])
  }

  static let bare = [
    ("ru", "Посольство Норвегии в Лиме обстреляли. Сотрудники посольства целы."),
    ("uk", "Посольство Норвегії в Лімі обстріляли. Співробітники посольства цілі."),
    ("az", "Norveçin Limadakı səfirliyinə hücum edilib. Səfirliyin əməkdaşları sağdır."),
    ("tr", "Norveç'in Lima Büyükelçiliği'nde yangın çıktı. Büyükelçilik kapandı."),
    ("de", "Die norwegische Botschaft in Lima brannte. Niemand war in der Botschaft."),
    ("fr", "L'ambassade de Norvège à Lima a été touchée. Personne n'était à l'ambassade."),
    ("ro", "Ambasada Norvegiei din Lima a fost lovită. Nimeni nu era la ambasadă."),
  ]

  @Test(arguments: bare) func bareWordsReferBack(_ language: String, _ text: String) throws {
    let mentions = try SiteTestDocument(text, language: language).siteMentions()
    #expect(mentions.map(meaning) == ["no-emb-lima", "no-emb-lima"])
    #expect(mentions.map(\.isAnaphoric) == [false, true])
  }

  @Test func ownInTheEnding() throws {
    let test = try SiteTestDocument("Norveç bildirib ki, Limada səfirliyimizə hücum olub.", language: "az")
    #expect(try test.siteMentions().map(meaning) == ["no-emb-lima"])
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

/// Phrases that earlier readings got wrong.
@Suite struct SiteMentionEdgeTests {
  private func spans(_ text: String, language: String = "en") throws -> [String] {
    let test = try SiteTestDocument(text, language: language)
    return try test.siteMentions().map { test.document.text[$0.range] }
  }

  @Test func theGroundsOfASiteAreTheSite() throws {
    #expect(
      try spans("Norway's embassy in Lima stands. They struck the grounds of Norway's embassy.")
        == ["Norway's embassy", "Norway's embassy"])
    #expect(
      try spans("Norway's embassy in Lima stands. The complex of buildings of the Norwegian mission burned.")
        == ["Norway's embassy", "Norwegian mission"])
  }

  @Test func aComplexOfAnotherKindIsNoSite() throws {
    #expect(
      try spans("Norway's embassy in Lima stands. It is about the military-industrial complex.")
        == ["Norway's embassy"])
    #expect(
      try spans("Norway's embassy in Lima stands. Nobody entered the compound.") == [
        "Norway's embassy", "compound",
      ])
  }

  @Test func anIndefiniteArticleDoesNotHideAName() throws {
    #expect(
      try spans(
        "Au lovit un depozit de combustibil al companiei japoneze de stat Petrovia din Samarkand.",
        language: "ro")
        == ["depozit de combustibil al companiei japoneze de stat Petrovia"])
  }

  @Test func damageToASiteIsAtIt() throws {
    let test = try SiteTestDocument("There was damage to Norway's embassy in Lima.")
    #expect(try test.locatives().map(\.footprint.relation) == [.at])
  }

  @Test func theirMissionIsThatOfThePeopleOfTheSentence() throws {
    let test = try SiteTestDocument(
      "The Norwegian embassy in Riga stands. Then the Japanese died at their mission in Bergen.")
    let names = try test.siteMentions().map { mention in
      if case .unregisteredSite(let site) = mention.referent { site.name } else { "-" }
    }
    #expect(names == ["Embassy of Norway in Riga", "Diplomatic mission of Japan in Bergen"])
  }

  @Test func theSceneOfTheParagraphMovesOn() throws {
    let test = try SiteTestDocument(
      "The Japanese embassy in Riga was hit. In Lima, police were called. The embassy of Japan there was hit too."
    )
    let names = try test.siteMentions().map { mention in
      if case .unregisteredSite(let site) = mention.referent { site.name } else { "-" }
    }
    #expect(names == ["Embassy of Japan in Riga", "Embassy of Japan in Lima"])
  }

  @Test func nearTheComplexOfASiteIsNearIt() throws {
    let near = try SiteTestDocument("Rockets fell near the new complex of the Norwegian embassy in Lima.")
    #expect(try near.locatives().map(\.footprint.relation) == [.near])
    let away = try SiteTestDocument(
      "Rockets fell 50 metres from the grounds of the Norwegian embassy in Lima.")
    #expect(try away.locatives().map(\.footprint.relation) == [.distance])
    let wide = try SiteTestDocument(
      "A crater three metres wide lay 50 metres from the Norwegian embassy in Lima.")
    #expect(try wide.locatives().map(\.footprint.relation) == [.distance])
  }

  @Test func aListOfOriginsPlacesNothing() throws {
    let test = try SiteTestDocument("The victims were from Norway and Peru.")
    #expect(try test.locatives().isEmpty)
  }
}
