internal import Yams

/// What reading a page needs of every language at once, before its language is known.
struct PageWords: Sendable {
  /// ISO 639-1 codes; a language's place is its bit in `frequent`.
  private(set) var languages: [String] = []
  /// Frequent words by hash: the languages they belong to, one bit each.
  private(set) var frequent: [UInt64: UInt32] = [:]
  /// Words before a full stop that never end a sentence ("Mr.", "ул.").
  private(set) var abbreviations: [UInt64: UInt32] = [:]
  /// Words before a full stop that may ("etc.", "млн.").
  private(set) var finalAbbreviations: [UInt64: UInt32] = [:]
  /// Section `furniture` of all languages: pages mix them.
  private(set) var furniture = PatternTrie()
  /// Sections `months` and `weekdays` of all languages.
  private(set) var calendar = PatternTrie()

  static let furnitureTags: Set<String> = [
    "menu", "share", "related", "footer", "legal", "caption", "dateline", "byline", "audience",
  ]

  /// Reads the sections `language`, `furniture`, `months` and `weekdays`, and nothing else of the file.
  mutating func add(_ language: String, yaml: String, file: String) throws(LexiconError) {
    guard languages.count < 32 else {
      throw LexiconError(file: file, reason: "there are more than 32 lexicons")
    }
    let words = try Self.section("language", of: yaml, file: file)
    guard words["code"]?.first == language else {
      throw LexiconError(file: file, reason: "the code of section 'language' is not '\(language)'")
    }
    let bit: UInt32 = 1 << UInt32(languages.count)
    languages.append(language)
    func add(_ tag: String, to table: inout [UInt64: UInt32]) {
      for word in words[tag] ?? [] { table[WordHash.of(Folding.fold(word).utf8), default: 0] |= bit }
    }
    add("frequent", to: &frequent)
    add("abbreviations", to: &abbreviations)
    add("final_abbreviations", to: &finalAbbreviations)
    for (tag, patterns) in try Self.section("furniture", of: yaml, file: file).sorted(by: { $0.key < $1.key })
    {
      guard Self.furnitureTags.contains(tag) else {
        throw LexiconError(file: file, reason: "tag '\(tag)' of section 'furniture' is unknown")
      }
      for pattern in patterns {
        _ = furniture.insert(pattern, meaning: LexiconMeaning(section: "furniture", tag: tag))
      }
    }
    for section in ["months", "weekdays"] {
      let entries = try Self.section(section, of: yaml, file: file)
      for (tag, patterns) in entries.sorted(by: { $0.key < $1.key }) {
        for pattern in patterns {
          _ = calendar.insert(pattern, meaning: LexiconMeaning(section: section, tag: tag))
        }
      }
    }
  }

  func bit(of language: String) -> UInt32 {
    languages.firstIndex(of: language).map { 1 << UInt32($0) } ?? 0
  }

  /// One top-level section, cut out of the text so that the rest need not be parsed.
  private static func section(
    _ name: String, of yaml: String, file: String
  ) throws(LexiconError) -> [String: [String]] {
    var lines: [Substring] = []
    var isInside = false
    for line in yaml.split(separator: "\n", omittingEmptySubsequences: false) {
      if let first = line.utf8.first, first != 0x20, first != UInt8(ascii: "#") {
        isInside = line.hasPrefix(name + ":")
      }
      if isInside { lines.append(line) }
    }
    guard !lines.isEmpty else { return [:] }
    do {
      let decoded = try YAMLDecoder().decode(
        [String: [String: [String]]].self, from: lines.joined(separator: "\n"))
      return decoded[name] ?? [:]
    } catch {
      throw LexiconError(file: file, reason: "section '\(name)': \(error)")
    }
  }
}
