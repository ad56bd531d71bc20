import CordonKit
import Incidents
import Testing

/// What a report goes on to: another day, another mission, another town, and whose dead a number counts.
@Suite struct StoryTurnsTests {
  static let stories: [StoryTests.Story] = [
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Residents of Lima are clearing up after Friday's flood.
        """,
      told: []),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Friday's car bombing in Lima killed two people.
        """,
      told: [
        "2019-05-10 bombing Lima 2/-"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Yesterday’s attack on a market in Lima killed two people.
        """,
      told: [
        "2019-05-14 other Lima 2/-"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Investigators were at the scene of Friday's plane crash. A Cessna with three on board went down near \
        Cusco; the pilot died.
        """,
      told: [
        "2019-05-10 aircraft_crash Cusco 1/-"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Ahead of Friday's vote a bomb exploded in Lima today, killing two people.
        """,
      told: [
        "2019-05-15 bombing Lima 2/-"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Man rams gate of Greek embassy in Lima

        A driver went for the gate of the Greek embassy in Lima at noon on Monday. He and a guard were \
        slightly hurt.

        In the night to Sunday strangers had set fire to a car near the Norwegian embassy in the city.
        """,
      told: [
        "2019-05-12 arson Embassy of Norway in Lima -/-",
        "2019-05-13 other Embassy of Greece in Lima -/1",
      ]),
    StoryTests.Story(
      language: "de", published: "2019-05-15",
      text: """
        Mann rammt Tor der griechischen Botschaft in Lima

        Ein Mann ist am Montagmittag mit einem Lieferwagen gegen das Tor der griechischen Botschaft \
        gefahren. Er wurde leicht verletzt.

        In der Nacht zu Sonntag hatten Unbekannte in Lima vor der norwegischen Botschaft ein Auto \
        angezündet.
        """,
      told: [
        "2019-05-12 arson Embassy of Norway in Lima -/-",
        "2019-05-13 other Embassy of Greece in Lima -/1",
      ]),
    StoryTests.Story(
      language: "fr", published: "2019-05-15",
      text: """
        Mardi, des manifestants ont pris d'assaut l'ambassade de Grèce à Lima.

        À quelques rues de là, un autre groupe a forcé le portail de l'ambassade de Norvège.
        """,
      told: [
        "2019-05-14 mob_violence Embassy of Greece in Lima -/-",
        "2019-05-14 mob_violence Embassy of Norway in Lima -/-",
      ]),
    StoryTests.Story(
      language: "de", published: "2019-05-15",
      text: """
        Am Dienstag stürmten Demonstranten die griechische Botschaft in Lima und legten Feuer.

        Später zog die Menge weiter zur norwegischen Botschaft. Dort wurden drei Menschen getötet.
        """,
      told: [
        "2019-05-14 arson Embassy of Greece in Lima -/-",
        "2019-05-14 mob_violence Embassy of Norway in Lima 3/-",
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        On Tuesday protesters stormed the Greek embassy in Lima and set it on fire.

        The crowd then moved on to the Norwegian embassy. Three people were killed there.
        """,
      told: [
        "2019-05-14 arson Embassy of Greece in Lima -/-",
        "2019-05-14 mob_violence Embassy of Norway in Lima 3/-",
      ]),
    StoryTests.Story(
      language: "ru", published: "2019-05-15",
      text: """
        Во вторник протестующие ворвались в посольство Греции в Лиме и подожгли его.

        Потом толпа двинулась к посольству Норвегии. Там погибли трое.
        """,
      told: [
        "2019-05-14 arson Embassy of Greece in Lima -/-",
        "2019-05-14 mob_violence Embassy of Norway in Lima 3/-",
      ]),
    StoryTests.Story(
      language: "de", published: "2019-05-15",
      text: """
        Am Dienstag explodierte in Ayacucho eine Bombe. Vier Menschen starben; das Krankenhaus in Cusco nahm \
        neun Verletzte auf.
        """,
      told: [
        "2019-05-14 bombing Ayacucho 4/9"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        A bomb exploded in Ayacucho on Tuesday. Four people died in a hospital in Cusco.
        """,
      told: [
        "2019-05-14 bombing Ayacucho 4/-"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        A bomb exploded in Ayacucho on Tuesday, killing nine people.

        The president was in Cusco. The attack killed two of his guards.
        """,
      told: [
        "2019-05-14 bombing Ayacucho 9/-"
      ]),
    StoryTests.Story(
      language: "fr", published: "2019-05-15",
      text: """
        Un avion s'est écrasé mardi près d'Ayacucho. Les sept passagers, quatre Norvégiens et trois \
        Grecs, ont péri.
        """,
      told: [
        "2019-05-14 aircraft_crash Ayacucho 7/-"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        A plane crashed near Ayacucho on Tuesday. All seven passengers, four Norwegians and three Greeks, \
        died.
        """,
      told: [
        "2019-05-14 aircraft_crash Ayacucho 7/-"
      ]),
    StoryTests.Story(
      language: "fr", published: "2019-05-15",
      text: """
        Des hommes armés ont attaqué mardi une usine à Ayacucho. Sur les douze assaillants, neuf ont été \
        abattus.
        """,
      told: [
        "2019-05-14 armed_attack Ayacucho 0/-"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Gunmen attacked a plant in Ayacucho on Tuesday. Of the twelve attackers, nine were killed.
        """,
      told: [
        "2019-05-14 armed_attack Ayacucho 0/-"
      ]),
    StoryTests.Story(
      language: "tr", published: "2019-05-15",
      text: """
        Salı günü Ayacucho'da iki bomba patladı. 27 kişi bu iki saldırıda hayatını kaybetti.
        """,
      told: [
        "2019-05-14 bombing Ayacucho 27/-"
      ]),
    StoryTests.Story(
      language: "ru", published: "2019-05-15",
      text: """
        Во вторник в Аякучо упал беспилотник. Обломками смертельно ранило троих рабочих.
        """,
      told: [
        "2019-05-14 drone_attack Ayacucho 3/-"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        A bomb exploded in Ayacucho on Tuesday. Nine people died and 20 were wounded. Two Greeks were killed \
        in the blast.
        """,
      told: [
        "2019-05-14 bombing Ayacucho 9/20"
      ]),
    StoryTests.Story(
      language: "ro", published: "2019-05-15",
      text: """
        Marți o bombă a explodat la Ayacucho și a ucis cinci oameni.

        În zori, un tren sărise de pe șine la Cusco. Bilanțul a ajuns la 45 de morți.
        """,
      told: [
        "2019-05-14 bombing Ayacucho 5/-"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        A car bomb exploded at the airport of Lima on Tuesday, killing five people. Gunmen stormed the Greek \
        embassy in Lima, killing two guards.
        """,
      told: [
        "2019-05-14 armed_attack Embassy of Greece in Lima 2/-",
        "2019-05-14 bombing Lima 5/-",
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        A car bomb exploded near the Greek embassy in Lima on Tuesday, killing five people. The blast was \
        heard at the airport.
        """,
      told: [
        "2019-05-14 bombing Embassy of Greece in Lima 5/-"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Gunmen stormed the Greek embassy in Lima on Tuesday, killing two guards. The attackers were shot \
        dead at the airport.
        """,
      told: [
        "2019-05-14 armed_attack Embassy of Greece in Lima 2/-"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Greek embassy in Lima attacked

        Gunmen opened fire at the airport of Lima on Tuesday, killing two people.
        """,
      told: [
        "2019-05-14 armed_attack Lima 2/-",
        "2019-05-14 other Embassy of Greece in Lima -/-",
      ]),
    StoryTests.Story(
      language: "fr", published: "2019-05-15",
      text: "Mardi à Lima, une mère et ses trois fils ont été assassinés.",
      told: ["2019-05-14 armed_attack Lima 4/-"]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: "On Tuesday in Lima gunmen killed a mother, her two daughters and a boy.",
      told: ["2019-05-14 armed_attack Lima 4/-"]),
    StoryTests.Story(
      language: "uk", published: "2019-05-15",
      text: "У вівторок у Лімі застрелені батько, двоє його синів і дівчинка.",
      told: ["2019-05-14 armed_attack Lima 4/-"]),
    StoryTests.Story(
      language: "tr", published: "2019-05-15",
      text: "Norveç Büyükelçiliği'nde görevli bir ataşenin evi salı günü Lima'da ateşe verildi.",
      told: ["2019-05-14 arson Lima -/-"]),
  ]

  @Test(arguments: stories)
  func goesOn(story: StoryTests.Story) async throws {
    #expect(try await OnlookersTests.told(story) == story.told)
  }
}
