import Foundation
import Reading
import Testing

@Suite struct LexiconTests {
  static let yaml = """
    language:
      code: [xx]
    event:
      attack: [hit, pulled down its? the? flag, climbed the|over wall*]
      crash: [crash-landed, s-a prăbușit]
      burst: [tore ~ apart]
    """

  func tags(_ text: String) throws -> [String] {
    let lexicon = try Lexicon(yaml: Self.yaml, file: "xx.yaml")
    var tokens = TokenizedText()
    let utf8 = Array(text.utf8)
    Tokenizer.tokenize(utf8, 0..<utf8.count, into: &tokens)
    return lexicon.matches(in: tokens, 0..<tokens.tokens.count).map {
      let first = tokens.tokens[$0.tokens.lowerBound].range.lowerBound
      let last = tokens.tokens[$0.tokens.upperBound - 1].range.upperBound
      return $0.tag + ":" + String(decoding: utf8[first..<last], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("They HIT it", ["attack:HIT"]),
    ("he pulled down the flag", ["attack:pulled down the flag"]),
    ("he pulled down its flag", ["attack:pulled down its flag"]),
    ("climbed over walls", ["attack:climbed over walls"]),
    ("Avionul s-a prăbuşit", ["crash:s-a prăbuşit"]),
    ("it crash-landed", ["crash:crash-landed"]),
    ("tore the whole wall apart", ["burst:tore the whole wall apart"]),
    ("tore it, apart", []),
  ])
  func patterns(text: String, expected: [String]) throws {
    #expect(try tags(text) == expected)
  }

  /// Of letters of one byte and of two, shorter and longer than what beginnings are looked up by.
  @Test(arguments: [
    ("mi missile mist minor", ["mi", "missile", "mist"]), ("ударе удалось ура убили", ["ударе", "убили"]),
    ("вб вибух вибори", ["вибух"]), ("à abbé", ["à", "abbé"]),
    ("explosives explode expo", ["explosives", "explode"]),
  ])
  func beginnings(text: String, expected: [String]) throws {
    let yaml = """
      language:
        code: [xx]
      event:
        attack: [mis*, mi, удар*, уб*, вибу*, a*, explo*]
      """
    let lexicon = try Lexicon(yaml: yaml, file: "xx.yaml")
    var tokens = TokenizedText()
    let utf8 = Array(text.utf8)
    Tokenizer.tokenize(utf8, 0..<utf8.count, into: &tokens)
    let found = lexicon.matches(in: tokens, 0..<tokens.tokens.count).map {
      String(decoding: utf8[tokens.tokens[$0.tokens.lowerBound].range], as: UTF8.self)
    }
    #expect(found == expected)
  }

  /// A hyphen is a word of its own, also in one of several alternatives.
  @Test(arguments: [("sub-machine fire", 1), ("rifle fire", 1), ("machine fire", 0), ("sub fire", 0)])
  func hyphensInAlternatives(text: String, count: Int) throws {
    let yaml = """
      language:
        code: [xx]
      event:
        attack: [rifle|sub-machine fire]
      """
    let lexicon = try Lexicon(yaml: yaml, file: "xx.yaml")
    var tokens = TokenizedText()
    let utf8 = Array(text.utf8)
    Tokenizer.tokenize(utf8, 0..<utf8.count, into: &tokens)
    #expect(lexicon.matches(in: tokens, 0..<tokens.tokens.count).count == count)
  }

  /// An article without its vowel is part of the word, but not of one so short that it may be another ("là").
  @Test func elidedArticles() throws {
    let yaml = """
      language:
        code: [xx]
        elided: [l, d]
      event:
        attack: [attaque|raid aérien, explosion, "où"]
      """
    let lexicon = try Lexicon(yaml: yaml, file: "xx.yaml")
    func count(_ text: String) -> Int {
      var tokens = TokenizedText()
      let utf8 = Array(text.utf8)
      Tokenizer.tokenize(utf8, 0..<utf8.count, into: &tokens)
      return lexicon.matches(in: tokens, 0..<tokens.tokens.count).count
    }
    #expect(count("l'explosion") == 1)
    #expect(count("après l’attaque aérienne, d'attaque aérien") == 1)
    #expect(count("raid aérien, lraid aérien") == 1)
    #expect(count("d'où") == 0)
  }

  @Test(arguments: ["en", "ro", "ru", "uk", "az", "tr", "de", "fr"])
  func shippedLexiconLoads(language: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let file = root.appending(path: "data/lexicon/\(language).yaml")
    let lexicon = try Lexicon(yaml: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
    #expect(lexicon.language == language)
    for section in ["event", "weapon", "effect", "modality", "claim", "context"] {
      #expect(!lexicon.entries(of: section).isEmpty, "\(section) of \(language)")
    }
  }

  /// Every run of words of a text, with a word for a site, one for a unit, both or none in it.
  @Test func aSectionAloneMatchesAsAllTogether() throws {
    let yaml = """
      language:
        code: [xx]
      facility:
        embassy: [embass*, high commission]
        depot: [oil? depot]
      units:
        metre: [metre*, m]
      event:
        attack: [embassy attack]
      """
    let lexicon = try Lexicon(yaml: yaml, file: "xx.yaml")
    let sites = PatternSearch(lexicon, section: "facility", tags: ["embassy", "depot"])
    let utf8 = Array("fifty metres from the high commission an oil depot, embassies of high metal".utf8)
    var text = TokenizedText()
    Tokenizer.tokenize(utf8, 0..<utf8.count, into: &text)
    var found: Set<LexiconSection> = []
    for start in text.tokens.indices {
      for end in start...text.tokens.count {
        let sections = Set(lexicon.matches(in: text, start..<end).map(\.section))
        found.formUnion(sections)
        let hasUnit = lexicon.hasMatch(of: .units, in: text, start..<end)
        #expect(hasUnit == sections.contains(.units), "units in \(start)..<\(end)")
        let hasSite = sites.isFound(in: text, start..<end)
        #expect(hasSite == sections.contains(.facility), "facility in \(start)..<\(end)")
        let mayStart = text.folded.withUnsafeBufferPointer { folded in
          text.tokens[start..<end].contains {
            sites.mayStart(withWord: $0.hash, folded, $0.foldedRange)
          }
        }
        #expect(mayStart || !hasSite, "a start in \(start)..<\(end)")
      }
    }
    #expect(found == [.facility, .units])
  }

  /// Tags narrow what is looked for, so that most sentences need no more than that.
  @Test func tagsNarrowWhatIsLookedFor() throws {
    let yaml = """
      language:
        code: [xx]
      facility:
        embassy: [embass*]
        depot: [oil? depot, "~ store"]
      """
    let lexicon = try Lexicon(yaml: yaml, file: "xx.yaml")
    func has(_ tags: Set<String>, _ words: String) -> Bool {
      let utf8 = Array(words.utf8)
      var text = TokenizedText()
      Tokenizer.tokenize(utf8, 0..<utf8.count, into: &text)
      return PatternSearch(lexicon, section: "facility", tags: tags).isFound(in: text, text.tokens.indices)
    }
    #expect(has(["embassy"], "two embassies and a depot"))
    #expect(!has(["embassy"], "an oil depot"))
    #expect(has(["depot"], "a very large store"))
    #expect(!has([], "an embassy"))
  }

  @Test func unknownSectionIsRefused() {
    #expect(throws: LexiconError.self) {
      try Lexicon(yaml: "language: {code: [xx]}\nevnt: {a: [b]}", file: "xx.yaml")
    }
  }

  @Test func brokenFileIsToldInOneSentence() {
    let yaml =
      "language:\n  code: [xx]\nevent:\n  a: [b]\n  a: [c]\n" + String(repeating: "# filler\n", count: 500)
    #expect {
      try Lexicon(yaml: yaml, file: "xx.yaml")
    } throws: { error in
      let words = "\(error)"
      return words.hasPrefix("xx.yaml: ") && words.utf8.count < 350 && !words.contains("\n")
    }
  }
}
