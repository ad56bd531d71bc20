import CordonTestSupport
import Gazetteer
import Testing

@Suite struct ScannerTests {
  let gazetteer = Fixture.shared

  /// Every longest match as "bytes of the text = key of its first place".
  private func found(
    _ text: String, _ rules: [(String, [String], Int)] = [], _ options: NameScanner.Options = .init()
  ) -> [String] {
    let inflections = InflectionRules(
      rules.map {
        InflectionRule(ending: $0.0, bases: $0.1, minimumStem: $0.2, folding: gazetteer.folding)
      })
    return NameScanner(gazetteer).matches(in: text, inflections: inflections, options: options).map {
      matches in
      describe(matches[0], text)
    }
  }

  private func describe(_ match: NameMatch, _ text: String) -> String {
    let bytes = Array(text.utf8)[match.range]
    return "\(String(decoding: bytes, as: UTF8.self))=\(gazetteer.place(match.postings[0].place).key)"
  }

  @Test func findsNamesWithTheirBytes() {
    #expect(
      found("A strike on Odesa, near Fort Worth; Київ.")
        == ["Odesa=geonames:698740", "Fort Worth=geonames:4691930", "Київ=geonames:703448"])
    #expect(found("") == [])
    #expect(found("nothing Here at All") == [])
  }

  @Test func takesTheLongestAndKeepsTheShorter() throws {
    let text = "In the Odesa Oblast, and Odesa port"
    let matches = NameScanner(gazetteer).matches(in: text)
    #expect(matches.map { describe($0[0], text) } == ["Odesa Oblast=region:UA.17", "Odesa=geonames:698740"])
    #expect(matches[0].map { describe($0, text) } == ["Odesa Oblast=region:UA.17", "Odesa=geonames:698740"])
    #expect(matches[0].map(\.tokenCount) == [2, 1])
  }

  @Test func overlappingStartsAreAllReported() {
    #expect(found("Paris Texas") == ["Paris Texas=geonames:4717560", "Texas=region:US.TX"])
  }

  @Test(arguments: [
    ("Fort  Worth", true), ("Fort\nWorth", true), ("Fort\r\nWorth", true), ("Fort \n Worth", true),
    ("Fort\u{00A0}Worth", true), ("Fort-Worth", true), ("Fort\n\nWorth", false), ("Fort\r\n\r\nWorth", false),
    ("Fort, Worth", false), ("Fort - Worth", false), ("Fort (Worth", false), ("Fort — Worth", false),
    ("Fort/Worth", false), ("Fort. Worth", true), ("Ft. Worth", true), ("Fort.. Worth", false),
    ("Fort\u{200B} Worth", true),
  ])
  func knowsWhatANameRunsAcross(_ text: String, _ joins: Bool) {
    #expect((found(text).count == 1) == joins, "\(text.debugDescription)")
  }

  @Test func aPointEndsALongWord() {
    #expect(found("He left Paris. Texas was next") == ["Paris=geonames:4717560", "Texas=region:US.TX"])
    #expect(found("the U.S. army and the US") == ["U.S=country:US", "US=country:US"])
  }

  @Test func composedDecomposedAndInvisible() {
    for text in ["Ki\u{0456}v", "Ки\u{0457}в", "Ки\u{0456}\u{0308}в", "Ки\u{00AD}\u{0457}\u{200B}в"]
      .dropFirst()
    {
      #expect(found(text) == ["\(text)=geonames:703448"], "\(text.debugDescription)")
    }
    #expect(found("O\u{200D}desa") == ["O\u{200D}desa=geonames:698740"])
    #expect(found("Ode\u{030C}sa.") == ["Ode\u{030C}sa=geonames:698740"])
  }

  @Test func apostrophes() {
    #expect(found("Odesa'da patlama") == ["Odesa=geonames:698740"])
    #expect(found("Kyiv’s mayor") == ["Kyiv=geonames:703448"])
    #expect(found("'Odesa'") == ["Odesa=geonames:698740"])
    #expect(found("Ivano-Frankivs’k") == ["Ivano-Frankivs’k=geonames:707471"])
    #expect(found("l'Ukraine, d’Odesa") == ["Ukraine=country:UA", "Odesa=geonames:698740"])
    #expect(found("L'Ukraine'de") == ["Ukraine=country:UA"])
    let form = NameScanner(gazetteer).matches(in: "Odesa'da")[0][0].form
    #expect(form == .suffixed)
  }

  @Test func inflectsSingleTokens() throws {
    let rules = [("е", [""], 3), ("dakı", [""], 3), ("da", [""], 3), ("de", [""], 3)]
    #expect(found("в Киеве", rules) == ["Киеве=geonames:703448"])
    #expect(found("Bakıdakı səfirlik", rules) == ["Bakıdakı=geonames:587084"])
    #expect(found("Bakıda", rules) == ["Bakıda=geonames:587084"])
    #expect(found("в Киеве") == [])
    #expect(found("Киеве", [("е", [""], 5)]) == [], "the stem is too short")
    #expect(found("Киевскими", [("скими", [""], 3)]) == ["Киевскими=geonames:703448"])
    #expect(found("Киевскимя", [("скими", [""], 3), ("я", [""], 3)]) == [])
    let inflections = InflectionRules(
      [InflectionRule(ending: "е", bases: ["о", ""], minimumStem: 2, folding: gazetteer.folding)])
    let match = try #require(
      NameScanner(gazetteer).matches(in: "Киеве", inflections: inflections).first?.first)
    #expect(match.form == .inflected(rule: 0, base: 1))
  }

  @Test func inflectsEveryTokenOfAName() {
    let rules = [("ой", ["ая"], 3), ("и", ["ь"], 3), ("ке", ["ка"], 3), ("ласти", ["ласть"], 2)]
    #expect(found("в Одесской области", rules) == ["Одесской области=region:UA.17"])
    #expect(found("в Новой Каховке", rules) == ["Новой Каховке=geonames:706448"])
  }

  @Test func smallLettersOnlyWhenAsked() {
    #expect(found("odesa") == [])
    #expect(found("азербайджанский дрон") == [])
    #expect(
      found("азербайджанский дрон", [], .init(includesLowercase: true)) == ["азербайджанский=country:AZ"])
    #expect(found("Чёрное море") == ["Чёрное море=feature:black-sea"])
    #expect(found("чёрное море") == [])
  }

  @Test func staysInsideItsRanges() {
    let text = "Fort Worth Odesa"
    var ranges: [Range<Int>] = []
    var copy = text
    copy.withUTF8 { bytes in
      NameScanner(gazetteer).scan(bytes, ranges: [0..<4, 5..<10, 11..<400]) {
        ranges.append($0.longest.range)
      }
    }
    #expect(ranges == [11..<16])
  }

  @Test func survivesWhatIsNotUTF8() {
    let bytes: [UInt8] =
      [0xFF, 0xC3] + Array("Odesa".utf8) + [0xE2, 0x80] + Array(" Kyiv".utf8) + [0xF0, 0x9F]
    var ranges: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { text in
      NameScanner(gazetteer).scan(text) { ranges.append($0.longest.range) }
    }
    #expect(ranges == [2..<7, 10..<14])
  }

  @Test func veryLongTokensAreNoNames() {
    let long = String(repeating: "Kyiv", count: 5000)
    #expect(found("\(long) Kyiv \(long)") == ["Kyiv=geonames:703448"])
  }

  /// Names in small letters are looked for token by token, all others where a look at all tokens at once leaves
  /// something to see; both must find the same.
  @Test(arguments: propertySeeds)
  func findsTheSameTokenByToken(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = [
      "Odesa", "Fort", "Worth", "Paris", "Texas", "U.S", "St", "Kyiv's", "d'Odesa", "l'odesa", "Київ",
      "oblast",
      "Oblast", "Internationalization", "Odesa\u{301}", "42nd", "port", "the", "'Kyiv'", "ODESA",
    ]
    let gaps = [
      " ", " ", " ", "  ", "\n", "\n\n", "-", " - ", ", ", ". ", ".", "&", " (", "\u{A0}", "/", "'",
    ]
    var text = ""
    for _ in 0..<60 { text += words.randomElement(using: &random)! + gaps.randomElement(using: &random)! }
    let rules = InflectionRules(
      Bool.random(using: &random)
        ? [InflectionRule(ending: "a", bases: ["", "e"], minimumStem: 2, folding: gazetteer.folding)] : [])
    let scanner = NameScanner(gazetteer)
    let bytes = Array(text.utf8)
    func isSmall(_ matches: [NameMatch]) -> Bool {
      String(decoding: bytes[matches[0].range], as: UTF8.self).unicodeScalars.first!.properties.isLowercase
    }
    func describe(_ matches: [[NameMatch]]) -> [String] {
      matches.map { $0.map { "\($0.range) \($0.form) \($0.postings.key)" }.joined(separator: " | ") }
    }
    let all = scanner.matches(in: text, inflections: rules, options: .init(includesLowercase: true))
    let found = scanner.matches(in: text, inflections: rules)
    #expect(describe(found) == describe(all.filter { !isSmall($0) }), "\(text.debugDescription)")
    #expect(!found.isEmpty)
  }
}
