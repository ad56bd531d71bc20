import Foundation
import Reading
import Testing

@Suite struct MarkupTests {
  static let page = """
    <!DOCTYPE html><html lang="de"><head><title>Brand in K&ouml;ln | Blatt</title>
    <meta property="article:published_time" content="2022-05-06T08:00:00+02:00">
    <script>var x = "<p>In Bonn war nichts.</p>";</script></head>
    <body><header><a href="/">Start</a><h1>Brand in K&#246;ln-Deutz</h1></header>
    <nav><ul><li>Politik</li><li>Sport</li></ul></nav>
    <article><p>Am Rhein in <b>K&#246;ln</b> brannte in der Nacht ein Lager, und die Feuerwehr war schnell da,
    sagte ein Sprecher der Stadt.</p><p>Verletzt wurde dabei nach ersten Angaben der Polizei niemand.</p></article>
    <aside><p>Lesen Sie auch: ein Brand in Hamburg, der nie gelöscht wurde und der alle bewegt.</p></aside>
    <footer>Impressum</footer></body></html>
    """

  func read(_ name: String, _ text: String) throws -> Document {
    try Fixture.inFolder([name: Array(text.utf8)]) { folder in
      try #require(Fixture.documents(try Fixture.read([folder + "/" + name])).first)
    }
  }

  @Test func htmlKeepsItsOffsetsAndLosesItsFrame() throws {
    let document = try read("x.html", Self.page)
    #expect(document.text[0..<document.text.utf8.count] == Self.page)
    #expect(document.language == "de")
    #expect(document.published?.date.description == "2022-05-06")
    #expect(document.title == "Brand in Köln-Deutz")
    #expect(document.sentences.count == 3)
    let words = document.tokens.tokens.indices.map { document.tokens.folded($0) }
    #expect(words.contains("koln"))
    #expect(!words.contains("bonn"))
    #expect(!words.contains("hamburg"))
    #expect(!words.contains("politik"))
    let token = try #require(document.tokens.tokens.indices.last { document.tokens.folded($0) == "koln" })
    #expect(document.text[document.tokens.tokens[token].range] == "K&#246;ln")
  }

  @Test(arguments: [
    "<p>The dam <em>broke</em> at dawn", "<div><p>Open <b>tags <i>all over", "<a href=\"x>y</a> z",
    "<!-- never closed",
    "a < b and c > d & e", "&#xFFFFFFFF; &; &#0; &nosuch; ok.", "<script>while (1 < 2) {", "<p", "<", "</",
    "<>",
  ])
  func brokenMarkupDoesNoHarm(text: String) throws {
    let document = try read("x.html", text)
    #expect(document.text.utf8 == Array(text.utf8))
  }

  @Test func markdownLosesItsMarks() throws {
    let text = """
      ---
      title: "Dam holds"
      date: 2020-02-03
      ---
      # The dam at **Tarbela** holds

      Engineers said on [Monday](https://example.org/monday "x") that the *dam* held, and ![a dam](dam.png) that
      the water was falling again.

      ```
      code about Lima
      ```
      """
    let document = try read("x.md", text)
    #expect(document.published?.date.description == "2020-02-03")
    #expect(document.title == "The dam at Tarbela holds")
    #expect(document.sentences.count == 2)
    let words = document.tokens.tokens.indices.map { document.tokens.folded($0) }
    #expect(words.contains("monday"))
    #expect(!words.contains("example"))
    #expect(!words.contains("lima"))
    #expect(!words.contains("*"))
  }

  @Test func tagsInRunningTextAreNoWords() throws {
    let text = "<p>The quay at Mombasa was closed for the day.</p>\n<p>Ships waited outside.</p>"
    let document = try Fixture.document(text)
    #expect(document.sentences.count == 2)
    #expect(Fixture.sentences(document).last == "Ships waited outside.")
  }
}
