import CordonTestSupport
import Reading
import Testing

@Suite struct SentenceTests {
  /// Sentences are marked off with `¦`.
  @Test(arguments: [
    "Mr. Silva left the U.S. embassy at 3.20 p.m. with Dr. J. K. Adeyemi.¦ He said nothing.",
    "The shop at 12 St. James St. burned.¦ \"Was it arson?\" he asked.¦ \"We don't know!\"",
    "They waited...¦ Then it blew up (twice).¦ \"It was loud.\"¦ Windows broke.",
    "It happened in the U.S.¦ The police came.",
    "No. 5 Brigade moved; see fig. 3 for the map.¦ The end.",
    "Он живёт на ул. Гагарина, д. 5, в г. Казани.¦ Взрыв был в 2019 г. рано утром.¦ Ранены т. н. гости.",
    "Вибух стався на вул. Шевченка у м. Полтава.¦ Загинув А. Б. Коваль.",
    "Str. Unirii nr. 4 a fost închisă.¦ „Este grav.”¦ A spus dl. Popescu.",
    "Der Anschlag vom 12. März traf das Haus Nr. 4 bzw. den Hof.¦ Verletzt wurde niemand.",
    "Patlama 3. Cadde üzerinde oldu.¦ Ölen yok.",
    "L'explosion a eu lieu av. Foch, près de M. Dupont.¦ « Rien à signaler. »¦ Fin.",
  ])
  func split(marked: String) throws {
    let expected = marked.split(separator: "¦").map { $0.trimming(" ") }
    let document = try Fixture.document(marked.filter { $0 != "¦" })
    #expect(Fixture.sentences(document) == expected)
  }

  @Test func wrappedLinesMakeOneParagraphAndLinesOfTheirOwnDoNot() throws {
    let wrapped = """
      The fire in the grain silo at Rosario started on the upper floor of
      the northern tower and was seen from the other bank of the river
      for hours. Crews from four towns came to help.

      The owner said that the tower had been empty since the spring and
      that no grain was lost.
      """
    let document = try Fixture.document(wrapped)
    #expect(document.sentences.count == 3)
    #expect(document.sentences.map(\.paragraph) == [0, 0, 1])
    let lines =
      "The silo burned for hours in the night of the storm.\nThe crews came from four towns to help.\n"
    #expect(try Fixture.document(lines).sentences.map(\.paragraph) == [0, 1])
  }

  @Test func rangesAndTokensFitTheText() throws {
    let document = try Fixture.document("In Łódź wurde «alles» ruhig. Ça va?\n\nĐà Nẵng – 東京 🙂 ok.")
    for sentence in document.sentences {
      let tokens = document.tokens.tokens[sentence.tokens]
      #expect(tokens.first?.range.lowerBound == sentence.range.lowerBound)
      #expect(tokens.last?.range.upperBound == sentence.range.upperBound)
    }
  }

  @Test(arguments: [
    "word ", "\"word ", "Word. ", "a.", "(((", "12 May and ", "é… ", "<", "&", "* ", "|", "\n",
  ])
  func growthIsLinear(unit: String) throws {
    func time(_ count: Int) throws -> Double {
      let text = String(repeating: unit, count: count) + " end of it."
      return try processorSeconds { _ = try Fixture.document(text) }
    }
    _ = try time(500)
    let short = try (0..<3).map { _ in try time(2_000) }.min() ?? 0
    let long = try (0..<3).map { _ in try time(16_000) }.min() ?? 0
    // Eight times the text; quadratic work would take sixty-four times as long.
    #expect(long < short * 30 + 0.1, "\(unit): \(short) and \(long)")
  }
}

extension Substring {
  func trimming(_ mark: Character) -> String {
    var rest = self
    while rest.first == mark { rest.removeFirst() }
    while rest.last == mark { rest.removeLast() }
    return String(rest)
  }
}
