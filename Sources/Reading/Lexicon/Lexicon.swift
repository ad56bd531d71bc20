internal import GeoModel

/// The words of one language: `data/lexicon/<language>.yaml`.
///
/// Every section has the same shape: a tag with the patterns that say it.
/// ```yaml
/// event:
///   explosion: [explosion*, blast*, went off]
/// ```
/// A pattern is a row of words, matched on folded tokens (see `Folding`). In a word, `|` separates
/// alternatives, a final `*` stands for any ending, a final `?` makes the word optional; `_` is any
/// one word and `~` up to three words of any kind but punctuation. `language.elided` names what may be written
/// together with the first word of a pattern about what happened ("l'attaque").
public struct Lexicon: Sendable {
  /// ISO 639-1.
  public let language: String
  private let content: Content

  /// Kept in one object, since lexicons are handed from stage to stage for every sentence.
  private final class Content: Sendable {
    let sections: [String: [String: [String]]]
    let patterns: PatternTrie
    /// For each meaning of `patterns` the number of its section.
    let sectionNumbers: [Int]
    /// The patterns of the sections in `soughtSections` by themselves.
    let alone: [String: PatternTrie]

    init(
      sections: [String: [String: [String]]], patterns: PatternTrie, sectionNumbers: [Int],
      alone: [String: PatternTrie]
    ) {
      self.sections = sections
      self.patterns = patterns
      self.sectionNumbers = sectionNumbers
      self.alone = alone
    }
  }

  /// The sections whose tags are matched in running text.
  static let textSections: Set<String> = [
    "months", "weekdays", "seasons", "numbers", "dates", "units", "facility", "relation", "direction",
    "event", "weapon", "effect", "modality", "claim", "claimant", "actor", "context", "title",
    "organization", "administrative", "aircraft",
  ]
  /// The sections whose patterns may stand behind an elided article.
  static let elidedSections: Set<String> = [
    "actor", "aircraft", "claimant", "effect", "event", "modality", "weapon",
  ]
  /// The sections that `hasMatch(of:in:_:)` looks for, so that most sentences need no more than that.
  static let soughtSections: Set<String> = ["units"]
  /// The sections that are tables, read with `entries(of:)` only.
  static let tableSections: Set<String> = ["language", "inflection", "furniture", "names"]

  /// - Throws: `LexiconError` naming the file and what is wrong in it.
  public init(yaml: String, file: String) throws(LexiconError) {
    let parsed = try LexiconFile.sections(yaml, file: file)
    for section in parsed.keys.sorted()
    where !Self.textSections.contains(section) && !Self.tableSections.contains(section) {
      throw LexiconError(file: file, reason: "section '\(section)' is unknown")
    }
    guard let code = parsed["language"]?["code"]?.first else {
      throw LexiconError(file: file, reason: "section 'language' has no code")
    }
    language = code
    var trie = PatternTrieBuilder()
    var alone: [String: PatternTrieBuilder] = [:]
    let names = Self.textSections.sorted()
    let elision = Elision(parsed["language"]?["elided"] ?? [])
    for section in names {
      for (tag, patterns) in (parsed[section] ?? [:]).sorted(by: { $0.key < $1.key }) {
        for plain in patterns {
          let pattern = Self.elidedSections.contains(section) ? elision.pattern(plain) : plain
          guard trie.insert(pattern, meaning: LexiconMeaning(section: section, tag: tag)) else {
            throw LexiconError(file: file, reason: "pattern '\(pattern)' of \(section).\(tag) is empty")
          }
          if Self.soughtSections.contains(section) {
            _ = alone[section, default: PatternTrieBuilder()].insert(
              pattern, meaning: LexiconMeaning(section: section, tag: tag))
          }
        }
      }
    }
    content = Content(
      sections: parsed, patterns: PatternTrie(trie),
      sectionNumbers: trie.meanings.map { meaning in names.firstIndex(of: meaning.section) ?? 0 },
      alone: alone.mapValues(PatternTrie.init))
  }

  /// The tags of a section with their patterns or, for a table, their values.
  public func entries(of section: String) -> [String: [String]] { content.sections[section] ?? [:] }

  /// All matches that start in `tokens`, in order of position; where patterns of one section
  /// overlap, the longest wins (the first of equals).
  public func matches(in text: TokenizedText, _ tokens: Range<Int>) -> [LexiconMatch] {
    let content = content
    var matches: [LexiconMatch] = []
    // For each section where its last match ends.
    var reach = [Int](filledWith: tokens.lowerBound, count: Self.textSections.count)
    var found: [(end: Int, meaning: Int)] = []
    for start in tokens {
      content.patterns.collectNumbers(text, start, tokens.upperBound) { end, meaning in
        if start >= reach[content.sectionNumbers[meaning]] { found.append((end, meaning)) }
      }
      if found.isEmpty { continue }
      Self.sortLongestFirst(&found)
      for (end, number) in found where start >= reach[content.sectionNumbers[number]] {
        reach[content.sectionNumbers[number]] = end
        let meaning = content.patterns.meanings[number]
        matches.append(LexiconMatch(tokens: start..<end, section: meaning.section, tag: meaning.tag))
      }
      found.removeAll(keepingCapacity: true)
    }
    return matches
  }

  /// Whether `matches(in:_:)` has one of a section, or may have: of patterns that overlap each other all count.
  ///
  /// - Parameter section: `units`; for any other the answer is `true`.
  public func hasMatch(of section: String, in text: TokenizedText, _ tokens: Range<Int>) -> Bool {
    guard Self.soughtSections.contains(section) else { return true }
    return content.alone[section]?.matches(text, tokens) { _ in true } ?? false
  }

  /// Keeps the order of equals; there are one or two, hardly ever more.
  private static func sortLongestFirst(_ found: inout [(end: Int, meaning: Int)]) {
    for index in found.indices.dropFirst() {
      var place = index
      while place > 0, found[place - 1].end < found[place].end {
        found.swapAt(place - 1, place)
        place -= 1
      }
    }
  }
}

/// What a pattern says.
public struct LexiconMeaning: Hashable, Sendable {
  public let section: String
  public let tag: String
}

/// A pattern found in a text.
public struct LexiconMatch: Hashable, Sendable {
  /// Indices of the tokens it covers.
  public let tokens: Range<Int>
  public let section: String
  public let tag: String
}

/// A lexicon that cannot be used.
public struct LexiconError: Error, CustomStringConvertible {
  public let file: String
  public let reason: String
  public var description: String { "\(file): \(reason); correct the file or reinstall the data folder" }
}
