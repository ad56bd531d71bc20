/// What reading a page needs of every language at once, before its language is known.
///
/// An object, since every reader of a page holds on to it.
final class PageWords: Sendable {
  /// ISO 639-1 codes; a language's place is its bit in `frequentWords`.
  let languages: [String]
  /// The languages that frequent words belong to.
  let frequentWords: FrequentWords
  /// Words before a full stop that never end a sentence ("Mr.", "ул.").
  let abbreviations: WordTable
  /// Words before a full stop that may ("etc.", "млн.").
  let finalAbbreviations: WordTable
  /// Section `furniture` of all languages: pages mix them.
  let furniture: PatternTrie
  /// Sections `months` and `weekdays` of all languages.
  let calendar: PatternTrie

  init(_ tables: PageWordTables) {
    languages = tables.languages
    frequentWords = FrequentWords(tables.frequent)
    abbreviations = tables.abbreviations
    finalAbbreviations = tables.finalAbbreviations
    furniture = PatternTrie(tables.furniture)
    calendar = PatternTrie(tables.calendar)
  }

  func bit(of language: String) -> Int { languages.firstIndex(of: language).map { 1 << $0 } ?? 0 }
}

/// The same while the lexicons are read one after the other.
struct PageWordTables {
  private(set) var languages: [String] = []
  private(set) var frequent = WordTable()
  private(set) var abbreviations = WordTable()
  private(set) var finalAbbreviations = WordTable()
  private(set) var furniture = PatternTrieBuilder()
  private(set) var calendar = PatternTrieBuilder()

  static let furnitureTags: Set<String> = [
    "menu", "share", "related", "footer", "legal", "caption", "dateline", "byline", "audience",
  ]

  private static let sections: Set<String> = ["language", "furniture", "months", "weekdays"]

  /// Reads the sections `language`, `furniture`, `months` and `weekdays`, and nothing else of the file.
  mutating func add(_ language: String, yaml: [UInt8], file: String) throws(LexiconError) {
    guard languages.count < 31 else {
      throw LexiconError(file: file, reason: "there are more than 31 lexicons")
    }
    let sections = try LexiconFile.sections(
      LexiconFile.excerpt(yaml, sections: Self.sections), file: file)
    let words = sections["language"] ?? [:]
    guard words["code"]?.first == language else {
      throw LexiconError(file: file, reason: "the code of section 'language' is not '\(language)'")
    }
    let bit = 1 << languages.count
    languages.append(language)
    func add(_ tag: String, to table: inout WordTable) {
      for word in words[tag] ?? [] {
        let key = WordHash.of(Folding.fold(word))
        table.set(key, (table[key] ?? 0) | bit)
      }
    }
    add("frequent", to: &frequent)
    add("abbreviations", to: &abbreviations)
    add("final_abbreviations", to: &finalAbbreviations)
    for (tag, patterns) in (sections["furniture"] ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard Self.furnitureTags.contains(tag) else {
        throw LexiconError(file: file, reason: "tag '\(tag)' of section 'furniture' is unknown")
      }
      let meaning = LexiconMeaning(section: "furniture", tag: tag)
      for pattern in patterns { _ = furniture.insert(pattern, meaning: meaning) }
    }
    for section in ["months", "weekdays"] {
      for (tag, patterns) in (sections[section] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let meaning = LexiconMeaning(section: section, tag: tag)
        for pattern in patterns { _ = calendar.insert(pattern, meaning: meaning) }
      }
    }
  }
}
