/// Tells the language of a text by its frequent words and its letters.
struct LanguageGuesser {
  let words: PageWords

  /// ISO 639-1, or `und` when too little speaks for any language.
  ///
  /// Looks at the first 4,000 words only.
  func language(of text: TokenizedText, utf8: [UInt8]) -> String {
    var hits = [Double](repeating: 0, count: words.languages.count)
    var letters = LetterEvidence()
    var count = 0
    for token in text.tokens where token.kind == .word {
      count += 1
      if count > 4000 { break }
      letters.add(utf8[token.range])
      guard let languages = words.frequent[token.hash] else { continue }
      let weight = 1 / Double(languages.nonzeroBitCount).squareRoot()
      for index in hits.indices where languages >> UInt32(index) & 1 == 1 { hits[index] += weight }
    }
    guard count > 0 else { return "und" }
    var best = (language: "und", score: 0.0)
    for (index, language) in words.languages.enumerated() {
      guard LetterEvidence.isCyrillic(language) == letters.isMostlyCyrillic else { continue }
      let score = hits[index] + letters.bonus(for: language)
      if score > best.score { best = (language, score) }
    }
    // One word in twelve is less than any running text has, and more than a foreign one.
    return best.score >= max(1, Double(count) / 12) ? best.language : "und"
  }
}

/// Counts the letters that only some of the languages use.
struct LetterEvidence {
  private var latin = 0
  private var cyrillic = 0
  private var counts: [UInt16: Int] = [:]

  var isMostlyCyrillic: Bool { cyrillic > latin }

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    var lead: UInt8 = 0
    for byte in bytes {
      if byte < 0x80 {
        latin += 1
      } else if byte & 0xC0 == 0x80 {
        // Letters of two bytes only; those of three are in none of the languages.
        if lead == 0xD0 || lead == 0xD1 || lead == 0xD2 {
          cyrillic += 1
          counts[UInt16(lead) << 8 | UInt16(byte), default: 0] += 1
        } else if lead >= 0xC3 && lead <= 0xC9 {
          latin += 1
          counts[UInt16(lead) << 8 | UInt16(byte), default: 0] += 1
        }
        lead = 0
      } else {
        lead = byte
      }
    }
  }

  static func isCyrillic(_ language: String) -> Bool { cyrillicLetters[language] != nil }

  /// A letter of a language's own weighs like half a frequent word.
  func bonus(for language: String) -> Double {
    func count(_ letters: String) -> Double {
      Double(letters.reduce(0) { $0 + counts[Self.key($1), default: 0] })
    }
    if let own = Self.cyrillicLetters[language] {
      let others = Self.cyrillicLetters.filter { $0.key != language }.map(\.value).joined()
      return (count(own) - count(others)) / 2
    }
    let schwas = count("əƏ")
    return switch language {
    case "az": schwas / 2 + count("ğışİ") / 8
    case "tr": schwas == 0 ? count("ğışİŞĞ") / 3 : -schwas
    case "ro": count("ăĂțȚșȘţ") / 3
    case "de": count("ßäÄ") / 3 + count("üö") / 10
    case "fr": count("éèêàçâ") / 5
    default: -count("ăəğışşțßéèäüöç") / 10
    }
  }

  private static let cyrillicLetters = ["ru": "ыэъёЫЭЪЁ", "uk": "іїєґІЇЄҐ"]

  private static func key(_ letter: Character) -> UInt16 {
    letter.utf8.reduce(0) { $0 << 8 | UInt16($1) }
  }
}
