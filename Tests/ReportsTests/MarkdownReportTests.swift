import Gazetteer
import GeoModel
import Proximity
import Reports
import Testing

@Suite struct MarkdownReportTests {
  private let text: String

  init() throws { text = try MarkdownReport.text(Report(Sample.content, dataFolder: Sample.dataFolder)) }

  @Test func thePageSaysWhatTheCaseHolds() {
    let expected = [
      "1 incident in 1 document; 1 document left out; 2023-07-20 to 2023-07-20.",
      "- **Embassy of Sweden in Baghdad**: 1 incident, the last 2023-07-20; 0 killed, 2 injured in all.",
      "0 killed, 2 injured", "What the sources disagree on:", "Who says what about it:",
      "- Injured: none: “nobody” (D1, characters 0–6)", "## Statements that are no incidents",
      "A sum of several", "- c.bin: it is not text",
      "| 2023-07-20 | [Arson](#incident-2023-07-20-baghdad-embassy-of-sweden-arson) |"
        + " Embassy of Sweden in Baghdad |",
      "| 1 | 2023-07-20 | [Arson](#incident-2023-07-20-baghdad-embassy-of-sweden-arson) | 0\u{A0}m | 0\u{A0}m |"
        + " 150\u{A0}m |",
    ]
    for phrase in expected { #expect(text.contains(phrase), "\(phrase)") }
  }

  /// Every table keeps its columns, whatever the cells say.
  @Test func tablesStayWhole() {
    var columns = 0
    var rows = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        columns = 0
        continue
      }
      let count = line.count { $0 == "|" }
      if columns == 0 { columns = count }
      #expect(count == columns, "\(line)")
      rows += 1
    }
    #expect(rows > 8)
  }

  @Test func nothingADocumentSaysBecomesMarkup() {
    for forbidden in ["<script", "<petrol", "*wall*", "`at dawn`", "[x](y)", "://evil", "www.evil", "\n# No"]
    {
      #expect(!text.contains(forbidden), "\(forbidden)")
    }
    #expect(text.contains("&lt;script&gt;"))
    #expect(text.contains("torches &amp; &lt;petrol&gt;"))
    #expect(text.contains("\\*wall\\*"))
    #expect(text.contains("1\\. Embassy on fire"))
    // The only markup is our own anchor.
    let tags = text.split(separator: "<").dropFirst()
    #expect(tags.allSatisfy { $0.hasPrefix("a id=\"incident-") || $0.hasPrefix("/a>") })
  }

  @Test func hiddenCharactersAreShown() {
    #expect(text.contains("a dozen \\\\u{202E}attacks\\\\u{7}"))
    #expect(!text.unicodeScalars.contains { $0.value == 0x202E || $0.value == 7 })
  }

  @Test func aProtectedSiteHasItsSectionWithoutIncidents() throws {
    var content = Sample.content
    content.incidents = []
    content.exposures = []
    content.statements = []
    content.protected = ["se-emb-baghdad"]
    let text = try MarkdownReport.text(Report(content, dataFolder: Sample.dataFolder))
    #expect(text.contains("- **Embassy of Sweden in Baghdad**: no incident of its own."))
    #expect(text.contains("No incident came near, as far as the documents tell."))
  }

  @Test func anEmptyCaseIsAPageToo() throws {
    let text = try MarkdownReport.text(Report(Case(incidents: []), dataFolder: Sample.dataFolder))
    #expect(text.contains("# Incident report\n\n0 incidents in 0 documents.\n"))
    #expect(text.contains("No incident was found."))
  }

  @Test func whatAnAnalystSaidIsTold() throws {
    var content = Sample.content
    let id = try #require(content.incidents.first?.id)
    content.reviews[id] = Review(note: "seen *on* site", edited: ["geom", "kind"])
    let text = try MarkdownReport.text(Report(content, dataFolder: Sample.dataFolder))
    #expect(text.contains("- By an analyst: seen \\*on\\* site; changed: geom, kind\n"))
  }
}
