import CordonTestSupport
import Gazetteer
import Reading
import Testing

/// Looking at the tokens that a document is cut into finds the names that looking at the whole text finds.
@Suite struct ScanPlaceTests {
  @Test(arguments: propertySeeds) func findsWhatTheWholeTextHas(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let scanner = NameScanner(GeocoderTestWorld.shared.gazetteer)
    let memory = scanner.makeMemory()
    let pieces = [
      "Paris", "Texas", "Kyiv", "Kyiv's", "d’Odesa", "d'Odesa", "Odesa'da", "Long", "Beach", "the", "of",
      "in",
      "Київ", "4th", "ODESA", "New-York", "U.S.", "é", "№", "²", "\u{200B}", "-", ",", ".", "'", "’",
      "\u{A0}", "iPhone", "київ", "ґрати’і", "ß", "ʼ",
    ]
    var names = 0
    for _ in 0..<300 {
      let text = (0..<random.int(1..<40)).map { _ in
        pieces[random.int(0..<pieces.count)] + ["", " ", " ", "\n"][random.int(0..<4)]
      }.joined()
      let utf8 = Array(text.utf8)
      var tokens = TokenizedText()
      Tokenizer.tokenize(utf8, 0..<utf8.count, into: &tokens)
      let places = tokens.tokens.filter { token in
        switch token.kind {
        case .word: token.casing != .lower || !token.isASCII && !token.isSmallBeyondASCII
        case .number: true
        case .punctuation: !token.isASCII
        }
      }.map(\.place)
      var (whole, atPlaces): ([String], [String]) = ([], [])
      utf8.withUnsafeBufferPointer { bytes in
        scanner.scan(bytes) { whole += $0.map { "\($0.range) \($0.form) \($0.postings.key)" } }
        places.withUnsafeBufferPointer { places in
          scanner.scan(
            bytes, ranges: [0..<utf8.count], places: places, inflections: InflectionRules(), memory: memory
          ) { atPlaces += $0.map { "\($0.range) \($0.form) \($0.postings.key)" } }
        }
      }
      #expect(whole == atPlaces, "\(text.debugDescription)")
      names += whole.count
    }
    #expect(names > 100)
  }
}
