import Testing

/// How much a report must tell of an event, and what only speaks of one.
@Suite struct SubstanceTests {
  typealias Story = StoryTests.Story

  static let passing: [Story] = [
    Story(
      language: "en", published: "2021-03-12",
      text: """
        The Embassy of Norway in Lusaka seeks a guard for its gate. You search cars for explosives and know what to do \
        when somebody attacks the fence. The post is for two years. Write to us by the end of May.
        """,
      told: []),
    Story(
      language: "de", published: "2021-03-12",
      text: """
        Die Zahl der Anträge im norwegischen Konsulat in Turku ist geradezu explodiert. Auf jeden Schalter entfallen \
        hundert am Tag. Die Leiterin stellt Personal ein. Im Sommer wird es ruhiger.
        """,
      told: []),
    Story(
      language: "ro", published: "2021-03-12",
      text: """
        Consulatul Norvegiei din Turku caută un șofer. La probă se simulează o ambuscadă cu focuri de armă. Postul este \
        pentru doi ani. Dosarele se depun la poartă.
        """,
      told: []),
    Story(
      language: "tr", published: "2021-03-12",
      text: """
        Norveç'in Lusaka Büyükelçiliği'nin aşçısı emekli oluyor. Gençliğinde askerdi, bacağında kurşun yarası var. Otuz \
        yıldır aynı mutfakta çalışıyor. Yemekleri şehirde biliniyor.
        """,
      told: []),
  ]

  /// A year alone that is nearer than the day is when it was.
  static let history: [Story] = [
    Story(
      language: "en", published: "2021-03-12",
      text: """
        A judge in Turku fixed on Wednesday the trial of a man accused of planting the bomb that killed two people in \
        a shop in Oslo in 1987. He denies it. The court will hear ten witnesses. Entry is free.
        """,
      told: [])
  ]

  /// A day of its own, or damage, or victims, or a weapon at a site, or no more than a sentence of news.
  static let told: [Story] = [
    Story(
      language: "en", published: "2021-03-12", text: "A bomb exploded near the Norwegian embassy in Lusaka.",
      told: ["2021-03-11 bombing Embassy of Norway in Lusaka"]),
    Story(
      language: "en", published: "2021-03-12",
      text: """
        A bomb exploded near the Norwegian embassy in Lusaka. Police closed the street. The ambassador was abroad. \
        Visas are given out again from next week.
        """,
      told: ["2021-03-11 bombing Embassy of Norway in Lusaka"]),
    Story(
      language: "en", published: "2021-03-12",
      text: """
        Gunmen attacked a market in Lusaka, killing four traders. Police closed the street. The minister was abroad. \
        Trading begins again next week.
        """,
      told: ["2021-03-11 armed_attack Lusaka"]),
    // The entries of a log are of the day that the page bears.
    Story(
      language: "en", published: "2021-03-12",
      text: """
        Lusaka: what we know

        14.05 – Schools stay closed.

        12.31 – The mayor of Lusaka says gunmen opened fire near the central market.

        09.24 – The market is closed, and so is the road to the airport.
        """,
      told: ["2021-03-12 armed_attack Lusaka"]),
  ]

  @Test(arguments: passing + history)
  func tellsOfNothing(story: Story) async throws {
    #expect(try await StoryTests.told(story) == [])
  }

  @Test(arguments: told)
  func tellsOfWhatHappened(story: Story) async throws {
    #expect(try await StoryTests.told(story) == story.told)
  }
}
