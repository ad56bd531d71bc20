import Reading
import Testing

@Suite struct NumberReaderTests {
  static let cases: [(String, String, [String])] = [
    ("About 4,000 people and 12 guards", "en", ["4000", "12"]),
    ("at least 30 dead, more than fifty hurt", "en", ["30+", "50+"]),
    ("two hundred and forty men, a dozen cars", "en", ["240", "12"]),
    ("1.5 km or 40–50 metres", "en", ["1.5", "40–50"]),
    ("several houses", "en", ["?"]),
    ("4 000 de oameni și 1.200 de mașini", "ro", ["4000", "1200"]),
    ("трое ранены, двадцать пять убиты", "ru", ["3", "25"]),
    ("кілька людей, не менше 7", "uk", ["?", "7+"]),
    ("iyirmi beş nəfər", "az", ["25"]),
    ("yüz elli kişi", "tr", ["150"]),
    ("on beş kişi ve on iki kişi", "tr", ["15", "12"]),
    ("mindestens zwölf Tote, 3,5 Kilometer", "de", ["12+", "3.5"]),
    ("une vingtaine de blessés", "fr", ["20"]),
    ("between 20 and 30 men, two dozen cars", "en", ["20–30", "24"]),
    ("50-dən çox ev", "az", ["50+"]),
    ("50'den fazla ev", "tr", ["50+"]),
    ("einundzwanzig Häuser, zweihundert Menschen", "de", ["21", "200"]),
    ("soixante-douze maisons, quatre-vingt-dix", "fr", ["72", "90"]),
    ("полтора километра", "ru", ["1.5"]),
  ]

  @Test(arguments: cases)
  func numbers(text: String, language: String, expected: [String]) throws {
    let document = DateReaderTests.document(text, nil)
    let reader = NumberReader(lexicon: try TestLexicons.lexicon(language))
    let found = reader.quantities(in: document.tokens, document.sentences[0].tokens).map { quantity in
      guard let value = quantity.value else { return "?" }
      if let low = quantity.low, let high = quantity.high, low != high { return "\(low)–\(high)" }
      let digits = value == value.rounded() ? String(Int(value)) : String(value)
      return quantity.low != nil && quantity.high == nil ? digits + "+" : digits
    }
    #expect(found == expected)
  }
}
