import Reading
import Testing

@Suite struct PageTests {
  static let body = [
    "A bridge in the old town of Mostaganem collapsed on Sunday after a week of heavy rain, the mayor said.",
    "Two cars fell into the stream below. Nobody was hurt.",
    "The bridge had been closed to lorries since the spring, and work on it was to begin next month.",
  ]

  static let page = """
    MENU
      Home
      Region
      Weather
    FR | EN
    Home > Region > Coast
     Old bridge collapses in Mostaganem after week of rain
    By Samia Haddad
    Photo: a street in the old town (archive)
    Share  Copy link  Print

    \(body[0])

    \(body[1])
    Advertisement
    \(body[2])

    Read next
    • Ten walks along the coast
    • Why the lighthouse is blue

    Newsletter
    Enter your e-mail
    About us · Contact · Jobs
    Coast Gazette, 4 Harbour Road, Mostaganem 27000
    © 2023 Coast Gazette. All rights reserved.
    """

  @Test func reportIsPartedFromItsPage() throws {
    let document = try Fixture.document(Self.page)
    #expect(document.title == "Old bridge collapses in Mostaganem after week of rain")
    #expect(document.sentences.first?.role == .headline)
    let read = Fixture.sentences(document).dropFirst().joined(separator: " ")
    #expect(read == Self.body.joined(separator: " "))
    for range in document.furniture.map(\.range) {
      #expect(!document.sentences.contains { $0.range.overlaps(range) })
    }
  }

  @Test func plainArticleSurvivesWhole() throws {
    let text = Self.body.joined(separator: " ")
    let document = try Fixture.document(text)
    #expect(document.furniture.isEmpty)
    #expect(Fixture.sentences(document).joined(separator: " ") == text)
  }

  @Test func listsAndSubheadingsInsideStay() throws {
    let text = """
      \(Self.body[0])

      What is known

      \(Self.body[2]) The mayor named the roads that are closed:
      - the coast road
      - the bridge road
      """
    let document = try Fixture.document(text)
    #expect(document.furniture.isEmpty)
    #expect(Fixture.sentences(document).contains("What is known"))
    #expect(Fixture.sentences(document).contains("- the bridge road"))
  }

  @Test func wordsWithoutAnyParagraphStay() throws {
    let document = try Fixture.document("Grenade thrown at consulate\nOne guard hurt")
    #expect(Fixture.sentences(document) == ["Grenade thrown at consulate", "One guard hurt"])
  }

  @Test func linesInOtherLanguagesAfterTheReportAreNotPartOfIt() throws {
    let text = "\(Self.body[0])\n\n\(Self.body[1])\n\nСтарый мост рухнул в городе после дождя\n"
    let document = try Fixture.document(text)
    #expect(document.furniture.map(\.kind) == [.related])
  }

  @Test func datesThatHeadThePartsOfAChronologyStay() throws {
    let text =
      "\(Self.body[0])\n\n\(Self.body[2])\n\n4 May 2021\n\n\(Self.body[1])\n\n9 June 2021\n\nIt was reopened to cars.\n"
    let document = try Fixture.document(text)
    #expect(document.published == nil)
    #expect(Fixture.sentences(document).contains("9 June 2021"))
  }

  @Test func longLineWithAddressesIsText() throws {
    let text = String(
      repeating: Self.body[0] + " Write to a@example.org or share it on Facebook. ", count: 40)
    #expect(try Fixture.document(text).furniture.isEmpty)
  }
}
