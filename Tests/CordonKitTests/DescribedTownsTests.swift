import Testing

/// Towns that are meant and not named.
@Suite struct DescribedTownsTests {
  typealias Story = StoryTests.Story

  static let stories: [Story] = [
    Story(
      language: "en", published: "2021-03-12",
      text: "A car bomb went off in the Kenyan capital on Tuesday, killing nine people.",
      told: ["2021-03-09 bombing Nairobi"]),
    Story(
      language: "en", published: "2021-03-12",
      text: "A car bomb went off in the capital of Niger on Tuesday, killing nine people.",
      told: ["2021-03-09 bombing Niamey"]),
    Story(
      language: "en", published: "2021-03-12",
      text: "A car bomb went off in the former Tanzanian capital, Dar es Salaam, on Tuesday, killing nine.",
      told: ["2021-03-09 bombing Dar es Salaam"]),
    // Which town it is, nobody says.
    Story(
      language: "en", published: "2021-03-12",
      text: "A car bomb went off in the former Tanzanian capital on Tuesday, killing nine people.",
      told: []),
    Story(
      language: "de", published: "2021-03-12",
      text:
        "In der kenianischen Hauptstadt ist am Dienstag eine Autobombe explodiert, neun Menschen starben.",
      told: ["2021-03-09 bombing Nairobi"]),
    Story(
      language: "de", published: "2021-03-12",
      text: "In der Hauptstadt Malawis ist am Dienstag eine Autobombe explodiert, neun Menschen starben.",
      told: ["2021-03-09 bombing Lilongwe"]),
    Story(
      language: "fr", published: "2021-03-12",
      text: "Une voiture piégée a explosé mardi dans la capitale kényane, tuant neuf personnes.",
      told: ["2021-03-09 bombing Nairobi"]),
    Story(
      language: "fr", published: "2021-03-12",
      text: "Une voiture piégée a explosé mardi dans la capitale de l'Ouganda, tuant neuf personnes.",
      told: ["2021-03-09 bombing Kampala"]),
    Story(
      language: "ro", published: "2021-03-12",
      text: "O mașină-capcană a explodat marți în capitala kenyană; nouă oameni au murit.",
      told: ["2021-03-09 bombing Nairobi"]),
    Story(
      language: "ru", published: "2021-03-12",
      text: "Во вторник в кенийской столице взорвался заминированный автомобиль, погибли девять человек.",
      told: ["2021-03-09 bombing Nairobi"]),
    Story(
      language: "uk", published: "2021-03-12",
      text: "У вівторок у столиці Кенії вибухнув замінований автомобіль, загинуло дев'ять людей.",
      told: ["2021-03-09 bombing Nairobi"]),
    Story(
      language: "az", published: "2021-03-12",
      text: "Çərşənbə axşamı Keniyanın paytaxtında minalanmış avtomobil partlayıb, doqquz nəfər ölüb.",
      told: ["2021-03-09 bombing Nairobi"]),
    Story(
      language: "tr", published: "2021-03-12",
      text: "Salı günü Kenya'nın başkentinde bomba yüklü araç patladı, dokuz kişi öldü.",
      told: ["2021-03-09 bombing Nairobi"]),
    // A part of a town is called after it; the consulate is there, and not where the suspect lives.
    Story(
      language: "de", published: "2021-03-12",
      text: """
        In der Dresdner Innenstadt hat am Dienstag ein Mann vor dem norwegischen Konsulat um sich geschossen. Vier \
        Menschen wurden verletzt. In Meißen wurde seine Wohnung durchsucht.
        """,
      told: ["2021-03-09 armed_attack Consulate of Norway in Dresden"]),
  ]

  @Test(arguments: stories)
  func areWhereItHappened(story: Story) async throws {
    #expect(try await StoryTests.told(story) == story.told)
  }
}
