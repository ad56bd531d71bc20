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
