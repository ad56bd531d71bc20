import Reading
import Testing

@Suite struct PublicationDateTests {
  static let body = """
    The ferry between the two islands ran aground in fog on 3 March 1999, and again last week, the port said.

    All of the passengers were brought ashore by fishing boats within an hour of the accident.
    """

  @Test(arguments: [
    ("Tuesday 4 May 2021\nHome / Coast\n", "2021-05-04"), ("Saturday, May 8, 2021\n", "2021-05-08"),
    ("4 May, 2021\n• 16:38\n", "2021-05-04"), ("4 May 2021, 18:20 CEST\n", "2021-05-04"),
    ("Published on May 4, 2021 at 9 am\n", "2021-05-04"), ("4 мая 2021, вторник\n", "2021-05-04"),
    ("4 травня 2021, 12:30\n", "2021-05-04"), ("4 May 2021, Çərşənbə axşamı\n", "2021-05-04"),
    ("04 Mayıs 2021 Salı 16:30\n", "2021-05-04"), ("Dienstag, 4. Mai 2021\n", "2021-05-04"),
    ("Publié le 4 mai 2021 à 10h30\n", "2021-05-04"), ("Marți, 4 mai 2021\n", "2021-05-04"),
    (" date 2025-11-14 Harbour  Ferries  Weather\n", "2025-11-14"),
    ("2025/11/14\nin Harbour\n", "2025-11-14"),
    ("2025-11-14\n", "2025-11-14"), ("14.11.2025 09:30\n", "2025-11-14"),
    ("Published: 14/11/2025\n", "2025-11-14"),
  ])
  func headHasIt(head: String, date: String) throws {
    let document = try Fixture.document(head + "\nFerry runs aground between the islands\n\n" + Self.body)
    #expect(document.published?.date.description == date)
    let evidence = try #require(document.published?.evidence)
    #expect(
      document.furniture.contains { $0.range.lowerBound <= evidence.lowerBound && $0.kind == .metadata })
    #expect(document.title == "Ferry runs aground between the islands")
  }

  @Test(arguments: [
    "", "On 14.11.2020 the lighthouse was closed for repairs and the ferry kept to the northern channel.\n\n",
    "Photo: the ferry on 12.10.2020\n\n", "04/05/2021\n\n",
  ])
  func nothingIsInvented(head: String) throws {
    let document = try Fixture.document(head + Self.body + "\n\nRead next\n2021-01-01\n")
    #expect(document.published == nil)
    #expect(document.notices.contains { $0.contains("no publication date") })
  }

  @Test(arguments: [
    ("LIMA, March 12, 2025 — ", "2025-03-12", "LIMA"),
    ("LIMA (Wire) - March 12, 2025. ", "2025-03-12", "LIMA (Wire)"),
    ("Athens, Ga., Aug. 19, 2025 (AP) — ", "2025-08-19", "Athens, Ga"),
    ("FRANKFURT AM MAIN, 23. Januar 2025 - ", "2025-01-23", "FRANKFURT AM MAIN"),
    ("БЕЙРУТ, 19 ноября 2013 года. ", "2013-11-19", "БЕЙРУТ"),
    ("ЛЬВІВ, 4 вересня 2024 року. ", "2024-09-04", "ЛЬВІВ"),
    ("TEHRAN, 27 yanvar 2023. ", "2023-01-27", "TEHRAN"),
    ("KARACHI, Nov 23, 2018: ", "2018-11-23", "KARACHI"),
    ("2025-04-06. MOGADISHU. ", "2025-04-06", nil),
    ("1 июля 2025, 14:20. ", "2025-07-01", nil),
    ("Updated: 9 January 2025. ", "2025-01-09", nil),
  ])
  func firstParagraphOpensWithIt(opening: String, date: String, place: String?) throws {
    let document = try Fixture.document("Ferry runs aground between the islands\n\n" + opening + Self.body)
    #expect(document.published?.date.description == date)
    let evidence = try #require(document.published?.evidence)
    #expect(!document.sentences.contains { $0.range.overlaps(evidence) })
    let sentences = Fixture.sentences(document)
    #expect(sentences.contains { $0.hasPrefix("The ferry between") || $0 == "MOGADISHU." })
    if let place {
      #expect(sentences.contains(place))
      #expect(document.sentences[1].paragraph == document.sentences[2].paragraph)
    }
  }

  @Test(arguments: [
    "On 5 May 2020 — the lighthouse was closed — the ferry kept to the northern channel as it had before. ",
    "Rome, 4 May 1527 and the days after it were told of in every port along the coast for years. ",
    "14 November 2025 – harbour pilots were told to keep the ferry in the northern channel all day. ",
    "LIMA, 3 May 2021 - The ferry left the island late.\n\nCUSCO, 4 May 2021 - The ferry came back late.\n\n",
  ])
  func aSentenceThatOpensWithADateIsNone(opening: String) throws {
    #expect(try Fixture.document(opening + Self.body).published == nil)
  }
}
