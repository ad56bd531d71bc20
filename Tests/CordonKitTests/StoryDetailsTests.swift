import CordonKit
import Incidents
import Testing

/// What decides the day, the place and the toll of a story where another word stands nearer.
@Suite struct StoryDetailsTests {
  static let days: [(language: String, text: String)] = [
    ("en", "On the 7th of this month a bomb exploded in Lima, killing 11."),
    ("ru", "7-го числа этого месяца в Лиме взорвалась бомба, 11 человек погибли."),
    ("uk", "7 числа цього місяця в Лімі вибухнула бомба, 11 людей загинули."),
    ("de", "Am 7. dieses Monats explodierte in Lima eine Bombe, elf Menschen starben."),
    ("fr", "Le 7 de ce mois, une bombe a explosé à Lima, tuant onze personnes."),
    ("ro", "Pe 7 ale acestei luni, o bombă a explodat la Lima și a ucis 11 oameni."),
    ("tr", "Lima bu ayın 7'sinde bombalı saldırıyla sarsılmış, 11 kişi ölmüştü."),
    ("az", "Bu ayın 7-də Limada bomba partlayıb, 11 nəfər ölüb."),
  ]

  @Test(arguments: days)
  func aDayOfTheMonthIsOne(language: String, text: String) async throws {
    let story = StoryTests.Story(language: language, published: "2016-06-29", text: text, told: [])
    let found = try await StoryTests.incidents(of: story)
    #expect(found.map { "\($0.date.from) \($0.date.to) \($0.killed ?? -1)" } == ["2016-06-07 2016-06-07 11"])
  }

  static let tolls: [(language: String, text: String, killed: Int)] = [
    (
      "en",
      "A bomb exploded in Lima on Tuesday. Two guards were killed. Four more visitors died; in all six people were killed.",
      6
    ),
    (
      "ru",
      "Смертник подорвал себя во вторник в Лиме. Двое сотрудников погибли. Сообщили ещё о четырёх погибших посетителях; всего, таким образом, жертв шестеро.",
      6
    ),
    ("en", "A bomb exploded in Lima on Tuesday. By this afternoon hospitals had counted 53 bodies.", 53),
    ("uk", "У вівторок у Лімі вибухнула бомба. Загинуло подружжя.", 2),
    ("en", "A bomb in Lima on Tuesday killed commander Juan Perez and five civilians and wounded 80.", 5),
    ("tr", "Salı günü Lima'da silahlı saldırı düzenlendi. Saldırıda güvenlik amiri hayatını kaybetti.", 1),
  ]

  @Test(arguments: tolls)
  func tollsAreSummed(language: String, text: String, killed: Int) async throws {
    let story = StoryTests.Story(language: language, published: "2016-06-29", text: text, told: [])
    let found = try await StoryTests.incidents(of: story)
    #expect(found.map { "\($0.date.from) \($0.killed ?? -1)" } == ["2016-06-28 \(killed)"])
  }

  static let stories: [StoryTests.Story] = [
    // Where it was written gives way to where it was.
    .init(
      language: "en", published: "2019-05-17",
      text:
        "LIMA — Drones hit the largest plant of the country on Tuesday, and the flames at Talara were still seen at noon.",
      told: ["2019-05-14 drone_attack Talara"]),
    // A restaurant is called after a town, and what was paid for before was paid in this one.
    .init(
      language: "fr", published: "2018-03-03",
      text: """
        Vendredi, des hommes armés ont attaqué l'ambassade de Norvège à Lima. La ville avait déjà payé cher : trente \
        morts le 15 janvier 2016 au restaurant Aziz Istanbul.
        """,
      told: ["2016-01-15 other Lima", "2018-03-02 armed_attack Embassy of Norway in Lima"]),
    // The air strike of another country, some day last week, was not here.
    .init(
      language: "de", published: "2018-03-03",
      text: """
        Am Donnerstag explodierte vor dem norwegischen Konsulat in Lima ein Lastwagen. Auslöser soll der Luftangriff \
        von vergangener Woche sein.
        """,
      told: ["2018-03-01 explosion Consulate of Norway in Lima"]),
    .init(
      language: "de", published: "2018-03-03",
      text: """
        Der Generalbundesanwalt wirft Omar A. vor, einen Angriff mit Schusswaffen auf die norwegische Botschaft in \
        Lima vorbereitet und sich dazu ausgetauscht zu haben.
        """,
      told: []),
    // A shell is a mine in Russian, and ground that is held is nobody abducted.
    .init(
      language: "ru", published: "2018-03-03",
      text: """
        В четверг мина также упала на территорию посольства Норвегии в Лиме. Огонь вёлся из района, который удерживают \
        формирования.
        """,
      told: ["2018-03-01 shelling Embassy of Norway in Lima"]),
    // Missiles told of before are what made the blast.
    .init(
      language: "uk", published: "2018-03-03",
      text: "Ракети цієї ночі знову летіли на південь. У Лімі вибухова хвиля дісталася посольства Норвегії.",
      told: ["2018-03-03 missile_strike Embassy of Norway in Lima"]),
    .init(
      language: "tr", published: "2018-03-03",
      text: "Dün Lima'da İngiltere Büyükelçiliği'nin kapısında bir kamyonet havaya uçtu.",
      told: ["2018-03-02 bombing Embassy of the United Kingdom in Lima"]),
    // Shot as staff of an embassy, and not at it.
    .init(
      language: "en", published: "2019-05-17",
      text: "Two Norwegian embassy staff were shot dead outside a museum in Lima on Tuesday.",
      told: ["2019-05-14 armed_attack Lima"]),
    // Driven into its fence, and no car of it.
    .init(
      language: "ro", published: "2019-05-17",
      text: "Un bărbat a intrat cu mașina în gardul Ambasadei Norvegiei din Lima, marți dimineață.",
      told: ["2019-05-14 other Embassy of Norway in Lima"]),
    // In French a fire is written as what was set on fire but for an accent.
    .init(
      language: "fr", published: "2019-05-17",
      text: """
        Des drones ont frappé mardi une raffinerie à Talara. Un incendie s'est déclaré à Talara. Lundi, la raffinerie de \
        Piura avait été touchée.
        """,
      told: ["2019-05-13 drone_attack Piura", "2019-05-14 drone_attack Talara"]),
    // The day of the sentence before, in the same paragraph.
    .init(
      language: "de", published: "2019-05-18",
      text: """
        Demonstranten haben am Dienstag die norwegische Botschaft in Lima gestürmt. In Bogotá wurden bei Protesten vor der \
        norwegischen Botschaft vier Menschen getötet.
        """,
      told: [
        "2019-05-14 mob_violence Embassy of Norway in Lima", "2019-05-14 other Embassy of Norway in Bogotá",
      ]),
    // What a headline tells of months ago is what the report dates.
    .init(
      language: "en", published: "2019-07-17",
      text: """
        Car bomb outside Norwegian consulate in Cusco kills one

        A car bomb exploded outside the Norwegian consulate in Cusco early on May 14, killing one man.
        """,
      told: ["2019-05-14 bombing Consulate of Norway in Cusco"]),
    // Two days, two stories, one full stop.
    .init(
      language: "en", published: "2019-05-17",
      text: """
        Gunmen attacked the Norwegian embassy in Lima on Tuesday. On March 18 mortar bombs fell on a school next door, \
        killing a guard; on April 30 two more rounds came down close to the Finnish embassy, without harming anyone.
        """,
      told: [
        "2019-03-18 shelling Lima", "2019-04-30 shelling Embassy of Finland in Lima",
        "2019-05-14 armed_attack Embassy of Norway in Lima",
      ]),
    // A day as an adjective, and the hour of a day that is told.
    .init(
      language: "uk", published: "2022-04-11",
      text: "Президент відреагував після п'ятничного обстрілу станції в Краматорську, де загинуло 57 людей.",
      told: ["2022-04-08 shelling Kramatorsk"]),
    .init(
      language: "az", published: "2020-10-17",
      text: "Oktyabrın 11-də, yenə gecə vaxtı, Gəncəyə raket zərbəsi endirilmiş, on nəfər həlak olmuşdu.",
      told: ["2020-10-11 missile_strike Ganja"]),
    // A port that burns where drones were heard.
    .init(
      language: "ro", published: "2023-08-02",
      text:
        "De la două noaptea oamenii au auzit dronele venind dinspre mare. Dincolo de fluviu ardea portul Izmail.",
      told: ["2023-08-01 drone_attack Izmayil"]),
    // Neither a letter that bursts nor an explosion just past is told with the usual verb.
    .init(
      language: "uk", published: "2022-11-30",
      text: "Сьогодні у посольстві Норвегії в Лімі розірвався поштовий пакунок.",
      told: ["2022-11-30 bombing Embassy of Norway in Lima"]),
    .init(
      language: "fr", published: "2012-03-21",
      text: "Un engin déposé mardi dans un sac venait d'exploser au pied de l'ambassade de Norvège à Lima.",
      told: ["2012-03-20 explosion Embassy of Norway in Lima"]),
    // A match is told in words of war.
    .init(
      language: "ro", published: "2024-06-18",
      text: """
        Căpitanul a tras de la 22 de metri. Portarul advers a capitulat la primele șuturi. Tricolorii au dat semnalul unui \
        asalt. În oraș, la München, suporterii au luat cu asalt piața.
        """,
      told: []),
  ]

  @Test(arguments: stories)
  func theNearerWordIsNotAlwaysMeant(story: StoryTests.Story) async throws {
    #expect(try await StoryTests.told(story) == story.told)
  }
}
