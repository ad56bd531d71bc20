import CordonTestSupport
import Testing

@testable import Reading

/// Words are cut eight bytes at a time where there is room, and byte by byte at the end of a text.
@Suite struct TokenizerTests {
  private func tokens(_ utf8: [UInt8], _ range: Range<Int>) -> TokenizedText {
    var text = TokenizedText()
    Tokenizer.tokenize(utf8, range, into: &text)
    return text
  }

  @Test(arguments: propertySeeds) func aWordIsTheSameAlone(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "a", "B", "eight", "letters8", "NATO", "iPhone", "McDonald", "kilometres", "Kyiv's", "d’Odesa", "Київ",
      "İstanbul", "A4", "4th", "3.04", "1,200", "I", "U", "S", "x'", "'x", "\u{AD}", "-", "—", ".", ",", "№",
      "ß",
    ]
    for _ in 0..<200 {
      let text = (0..<random.int(1..<60)).map { _ in
        pieces[random.int(0..<pieces.count)] + (random.int(0..<4) == 0 ? "" : " ")
      }.joined()
      let utf8 = Array(text.utf8)
      let all = tokens(utf8, 0..<utf8.count)
      for (index, token) in all.tokens.enumerated() {
        let alone = tokens(utf8, token.range)
        #expect(alone.tokens.count == 1)
        guard let same = alone.tokens.first else { continue }
        #expect(same.range == token.range && same.kind == token.kind && same.casing == token.casing)
        #expect(same.hash == token.hash && alone.folded(0) == all.folded(index), "\(text)")
        #expect(token.hash == WordHash.of(all.folded(index)))
      }
    }
  }

  @Test(arguments: [
    ("paris", Token.Casing.lower), ("Paris", .capitalized), ("PARIS", .upper), ("pAris", .mixed),
    ("PARis", .mixed), ("P", .capitalized), ("P4", .capitalized), ("Montgomeryshire", .capitalized),
    ("montgomeryshirE", .mixed), ("MONTGOMERYSHIRE", .upper), ("MontgomeryShire", .mixed), ("A4B", .upper),
  ])
  func casingIsThatOfTheLetters(word: String, casing: Token.Casing) {
    for behind in ["", " and more words behind it"] {
      let utf8 = Array((word + behind).utf8)
      #expect(tokens(utf8, 0..<utf8.count).tokens[0].casing == casing)
    }
  }
}
