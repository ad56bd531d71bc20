internal import GeoModel

/// Tells the language of a text by its frequent words and its letters.
struct LanguageGuesser {
  let words: PageWords

  /// ISO 639-1, or `und` when too little speaks for any language.
  ///
  /// - Parameter text: its words were looked up with `markFrequent`; only the first 4,000 are looked at.
  func language(of text: TokenizedText, utf8: [UInt8]) -> String {
    var hits = [Double](filledWith: 0, count: words.languages.count)
    for (languages, count) in zip(words.frequentWords.sets, text.frequentCounts.bySet)
    where languages != 0 && count > 0 {
      Self.add(languages, count, to: &hits)
    }
    let count = text.frequentCounts.words
    let letters = letters(of: text, utf8)
    guard count > 0 else { return "und" }
    var best = (language: "und", score: 0.0)
    var second = 0.0
    for (index, language) in words.languages.enumerated() {
      guard LetterEvidence.isCyrillic(language) == letters.isMostlyCyrillic else { continue }
      let score = hits[index] + letters.bonus(for: language)
      if score > best.score {
        second = best.score
        best = (language, score)
      } else {
        second = max(second, score)
      }
    }
    // One word in twelve is less than any running text has, and more than a foreign one.
    if best.score >= max(1, Double(count) / 12) { return best.language }
    guard count <= Self.fewWords else { return "und" }
    if best.score >= 0.5, best.score - second >= 0.25 { return best.language }
    return letters.isMostlyCyrillic && letters.isPlainCyrillic ? "ru" : "und"
  }

  private func letters(of text: TokenizedText, _ utf8: [UInt8]) -> LetterEvidence {
    var letters = LetterEvidence()
    // Those of English have none.
    guard text.frequentCounts.plainWords < text.frequentCounts.words else { return letters }
    utf8.withUnsafeBufferPointer { utf8 in
      text.tokens.withUnsafeBufferPointer { tokens in
        let words = UnsafeBufferPointer(rebasing: tokens[..<text.guessedFrom]).lazy.filter {
          $0.kind == .word
        }
        for token in words where !token.isASCII { letters.add(utf8, token.range) }
        // Only beside others does it matter how many are plain.
        if letters.hasCyrillic {
          for token in words where token.isASCII { letters.addLatin(token.range.count) }
        }
      }
    }
    return letters
  }

  /// A sentence or two may have none of the frequent words.
  private static let fewWords = 20

  private static func add(_ languages: UInt32, _ count: Int, to hits: inout [Double]) {
    let weight = weights[languages.nonzeroBitCount] * Double(count)
    var rest = languages
    while rest != 0 {
      hits[rest.trailingZeroBitCount] += weight
      rest &= rest &- 1
    }
  }

  /// What a word of so many languages speaks for each of them.
  private static let weights = [0] + (1...32).map { 1 / Double($0).squareRoot() }
}

/// Counts the letters that only some of the languages use.
struct LetterEvidence {
  private var latin = 0
  private var cyrillic = 0
  /// By the two bytes of a letter, see `place`; empty as long as there is none.
  private var counts: [Int32] = []

  var hasCyrillic: Bool { cyrillic > 0 }
  var isMostlyCyrillic: Bool { cyrillic > latin }

  /// Enough letters for Ukrainian to show one of its own: every fourteenth is.
  var isPlainCyrillic: Bool {
    cyrillic >= 14 && Self.ukrainian.allSatisfy { counts[$0] == 0 }
  }

  @inline(__always)
  mutating func addLatin(_ bytes: Int) { latin += bytes }

  mutating func add(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if counts.isEmpty { counts = Array(filledWith: 0, count: 20 << 6) }
    var lead: UInt8 = 0
    for byte in utf8[range] {
      if byte < 0x80 {
        latin += 1
      } else if byte & 0xC0 == 0x80 {
        // Letters of two bytes only; those of three are in none of the languages.
        if lead >= 0xD0, lead <= 0xD2 {
          cyrillic += 1
          counts[Self.place(lead, byte)] += 1
        } else if lead >= 0xC3, lead <= 0xC9 {
          latin += 1
          counts[Self.place(lead, byte)] += 1
        }
        lead = 0
      } else {
        lead = byte
      }
    }
  }

  static func isCyrillic(_ language: String) -> Bool { language == "ru" || language == "uk" }

  /// A letter of a language's own weighs like half a frequent word.
  func bonus(for language: String) -> Double {
    if counts.isEmpty { return 0 }
    func count(_ letters: [Int]) -> Double { Double(letters.reduce(0) { $0 + Int(counts[$1]) }) }
    let schwas = count(Self.schwas)
    return switch language {
    case "ru": (count(Self.russian) - count(Self.ukrainian)) / 2
    case "uk": (count(Self.ukrainian) - count(Self.russian)) / 2
    case "az": schwas / 2 + count(Self.turkic) / 8
    case "tr": schwas == 0 ? count(Self.turkic) / 3 : -schwas
    case "ro": count(Self.romanian) / 3
    case "de": count(Self.german) / 3 + count(Self.umlauts) / 10
    case "fr": count(Self.french) / 5
    default: -count(Self.foreignToEnglish) / 10
    }
  }

  private static let russian = places("ыэъёЫЭЪЁ")
  private static let ukrainian = places("іїєґІЇЄҐ")
  private static let schwas = places("əƏ")
  private static let turkic = places("ğışİŞĞ")
  private static let romanian = places("ăĂțȚșȘţ")
  private static let german = places("ßäÄ")
  private static let umlauts = places("üö")
  private static let french = places("éèêàçâ")
  private static let foreignToEnglish = places("ăəğışşțßéèäüöç")

  private static func places(_ letters: String) -> [Int] {
    letters.unicodeScalars.map { letter in
      let bytes = Array(String(letter).utf8)
      return place(bytes[0], bytes[1])
    }
  }

  private static func place(_ lead: UInt8, _ tail: UInt8) -> Int {
    (Int(lead) - 0xC0) << 6 | Int(tail & 0x3F)
  }
}
