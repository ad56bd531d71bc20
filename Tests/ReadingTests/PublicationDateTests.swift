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
}
