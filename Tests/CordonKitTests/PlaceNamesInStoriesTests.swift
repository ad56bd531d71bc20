import Testing

/// Names that are no places of the story, and words of drills and hours that must not make or move an incident.
@Suite struct PlaceNamesInStoriesTests {
  typealias Story = StoryTests.Story

  static let stories: [Story] = [
    // A town of a country that nothing else speaks of is another thing's name.
    Story(
      language: "en", published: "2019-05-17",
      text:
        "A bomb went off in Lima on Tuesday. On 3 March 2018 gunmen stormed the Arlington hotel and shot a guard.",
      told: ["2018-03-03 armed_attack Lima", "2019-05-14 bombing Lima"]),
    Story(
      language: "ro", published: "2019-05-17",
      text:
        "O bombă a explodat marți la Lima. Miercuri, un camion încărcat cu explozibil a sărit în aer lângă Green Park.",
      told: ["2019-05-14 bombing Lima"]),
    Story(
      language: "fr", published: "2019-05-17",
      text: "Une bombe a explosé mardi au Pérou, à Lima, près des Berges du Lac.",
      told: ["2019-05-14 bombing Lima"]),
    // A small town abroad is one where its country is named, and one of the readers' own needs no country.
    Story(
      language: "en", published: "2019-05-17",
      text: "A bomb went off in Lima on Tuesday. On 3 March 2018 gunmen shot a guard in Fulda, in Germany.",
      told: ["2018-03-03 armed_attack Fulda", "2019-05-14 bombing Lima"]),
    Story(
      language: "de", published: "2019-05-17",
      text:
        "In Lima explodierte am Dienstag eine Bombe. Am Mittwoch wurde in Vohburg ein Wachmann erschossen.",
      told: ["2019-05-14 bombing Lima", "2019-05-15 armed_attack Vohburg an der Donau"]),
    // Abbreviations with an ending.
    Story(
      language: "en", published: "2019-05-17",
      text: "A bomb went off at the UAE's embassy in Lima on Tuesday.",
      told: ["2019-05-14 bombing Embassy of the United Arab Emirates in Lima"]),
    Story(
      language: "en", published: "2019-05-17",
      text: "Gunmen stormed the UK’s embassy in Lima on Tuesday.",
      told: ["2019-05-14 armed_attack Embassy of the United Kingdom in Lima"]),
    // A holy month, and a ministry that condemns.
    Story(
      language: "en", published: "2019-05-17",
      text:
        "A bomb went off in Lima on Tuesday, in the month of Ramadan. The foreign ministry in Cusco condemned the bombing.",
      told: ["2019-05-14 bombing Lima"]),
    // Drills and films, whose sentences need not all say so.
    Story(
      language: "de", published: "2019-05-17",
      text: """
        Feuerwehr probt in Lima

        Bei der Übung am Mittwoch brannte ein Tank. Nach einer Explosion lagen Verletzte vor der norwegischen Botschaft.
        """,
      told: []),
    Story(
      language: "tr", published: "2019-05-17",
      text: """
        Lima'da tatbikat

        Tatbikat dün yapıldı. Norveç Büyükelçiliği önünde patlama oldu, beş kişi yaralandı.
        """,
      told: []),
    // Hours of the day that the story is at, and not of the day of publication.
    Story(
      language: "en", published: "2019-05-17",
      text: """
        Two towns were hit by bombers on Tuesday. In the small hours of the same day a bomb went off in Lima. In Cusco \
        an explosion wounded two people in the evening.
        """,
      told: ["2019-05-14 bombing Lima", "2019-05-14 explosion Cusco"]),
    Story(
      language: "tr", published: "2019-05-17",
      text: "Salı günü Lima'da bomba patladı. Sabaha karşı Cuzco'da bir polis vuruldu.",
      told: ["2019-05-14 armed_attack Cusco", "2019-05-14 bombing Lima"]),
    // The day that a sentence about the toll gives, and "there".
    Story(
      language: "az", published: "2019-05-17",
      text:
        "Limaya raketlər atılıb. Bu gün səhər atılan beş raketi müdafiə sistemi vurub, xəsarət alan olmayıb.",
      told: ["2019-05-17 missile_strike Lima"]),
    Story(
      language: "ru", published: "2019-05-17",
      text: """
        14 мая дроны атаковали нефтебазу в Аякучо. Днём ранее целью стал завод в Куско. Там после удара дрона загорелся \
        резервуар.
        """,
      told: ["2019-05-13 drone_attack Cusco", "2019-05-14 drone_attack Ayacucho"]),
    // What flew at the windows; grenades of those who came with rifles; several deeds of one man.
    Story(
      language: "uk", published: "2019-05-17",
      text: "У вівторок до посольства Норвегії в Лімі прийшов натовп. У вікна полетіли камені.",
      told: ["2019-05-14 mob_violence Embassy of Norway in Lima"]),
    Story(
      language: "en", published: "2019-05-17",
      text: "On Tuesday five gunmen threw grenades at the Norwegian embassy in Lima.",
      told: ["2019-05-14 armed_attack Embassy of Norway in Lima"]),
    Story(
      language: "az", published: "2019-05-17",
      text:
        "Limada qızını girov götürən kişi təslim olub. O, çərşənbə günü havaya atəş açmış və avtomobili yandırmışdı.",
      told: ["2019-05-15 abduction Lima"]),
    // Where a government speaks the story does not go, and no mission is.
    Story(
      language: "en", published: "2019-05-17",
      text: """
        On Tuesday a bomb went off in Lima. In Oslo, the government said it was shocked. On 3 March 2018 gunmen had \
        stormed a bank in the same city.
        """,
      told: ["2018-03-03 armed_attack Lima", "2019-05-14 bombing Lima"]),
    Story(
      language: "de", published: "2019-05-17",
      text: """
        Eine Menge stürmte am Dienstag die norwegische Botschaft in Lima. Niemand sei verletzt, sagte der Minister in \
        Oslo. Auch die Botschaft Finnlands wurde mit Steinen beworfen.
        """,
      told: [
        "2019-05-14 mob_violence Embassy of Finland in Lima",
        "2019-05-14 mob_violence Embassy of Norway in Lima",
      ]),
    // Several blows of one day are one event, and those of months a sum.
    Story(
      language: "en", published: "2019-05-17",
      text: "A series of explosions tore through a refinery in Lima early on Tuesday.",
      told: ["2019-05-14 explosion Lima"]),
    Story(
      language: "en", published: "2019-05-17",
      text: "A series of explosions has shaken Lima in recent months.",
      told: []),
    // A drone that falls, prices that shoot up, and a word for shelling that was missiles.
    Story(
      language: "ru", published: "2019-05-17",
      text: "Ночью в Лиме загорелся резервуар. Причиной стало падение беспилотника.",
      told: ["2019-05-17 drone_attack Lima"]),
    Story(
      language: "en", published: "2019-05-17",
      text: "Gasoline futures shot up four per cent in Lima on Tuesday.",
      told: []),
  ]

  @Test(arguments: stories)
  func nameNoOtherPlace(story: Story) async throws {
    #expect(try await StoryTests.told(story) == story.told)
  }

  /// Airports lie outside the towns that they are named after.
  @Test func airportMayLieOutsideItsTown() async throws {
    let story = Story(
      language: "en", published: "2019-05-17", text: "A bomb went off at Cusco airport on Tuesday.", told: [])
    let incident = try #require(try await StoryTests.incidents(of: story).first)
    #expect(incident.footprint.radius.value > 20_000)
    #expect(incident.footprint.reason.contains("airport is not registered"))
  }

  /// One person told of first is one of the number that a later sentence gives; "some" is not nobody.
  @Test(arguments: [
    (
      "ro", "Un caporal a murit marți într-un atentat la Lima. În explozie și-au pierdut viața 12 persoane.",
      12 as Int?
    ),
    ("en", "A clerk was killed by a bomb in Lima on Tuesday. In all, nine people died in the blast.", 9),
    ("en", "A bomb in Lima on Tuesday killed a guard. The guard was 40.", 1),
    (
      "uk", "Сім загиблих у Лімі. У вівторок ракета влучила в Ліму. Загинуло семеро людей, ще 11 поранено.", 7
    ),
    ("tr", "Salı günü Lima'da bomba patladı. Bir asker öldü, yoldan geçen bir işçi de öldü.", 2),
  ])
  func laterNumberIsTheSum(language: String, text: String, killed: Int?) async throws {
    let story = Story(language: language, published: "2019-05-17", text: text, told: [])
    #expect(try await StoryTests.incidents(of: story).first?.killed == killed)
  }
}
