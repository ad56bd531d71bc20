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
    /// What each meaning of `patterns` says.
    let meanings: [Meaning]
    /// The patterns of the sections in `soughtSections` by themselves.
    let alone: [String: PatternTrie]

    init(
      sections: [String: [String: [String]]], patterns: PatternTrie, meanings: [Meaning],
      alone: [String: PatternTrie]
    ) {
      self.sections = sections
      self.patterns = patterns
      self.meanings = meanings
      self.alone = alone
    }
  }

  private struct Meaning: Sendable {
    let section: LexiconSection
    let tag: InternedText
  }
  /// The sections whose patterns may stand behind an elided article.
  static let elidedSections: Set<String> = [
    "actor", "aircraft", "claimant", "effect", "event", "modality", "weapon",
  ]
  /// The sections that `hasMatch(of:in:_:)` looks for, so that most sentences need no more than that.
  static let soughtSections: Set<String> = ["units"]
  /// The sections that are tables, read with `entries(of:)` only.
  static let tableSections: Set<String> = ["language", "inflection", "furniture", "names", "town_adjective"]

  /// - Throws: `LexiconError` naming the file and what is wrong in it.
  public init(yaml: String, file: String) throws(LexiconError) {
    let parsed = try LexiconFile.sections(yaml, file: file)
    for section in parsed.keys.sorted()
    where LexiconSection(named: section) == nil && !Self.tableSections.contains(section) {
      throw LexiconError(file: file, reason: "section '\(section)' is unknown")
    }
    guard let code = parsed["language"]?["code"]?.first else {
      throw LexiconError(file: file, reason: "section 'language' has no code")
    }
    language = code
    var trie = PatternTrieBuilder()
    var alone: [String: PatternTrieBuilder] = [:]
    let names = LexiconSection.allCases.map(\.name).sorted()
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
      meanings: trie.meanings.compactMap { meaning in
        LexiconSection(named: meaning.section).map { Meaning(section: $0, tag: InternedText(meaning.tag)) }
      },
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
    var reach = [Int](filledWith: tokens.lowerBound, count: LexiconSection.allCases.count)
    var found: [(end: Int, meaning: Int)] = []
    for start in tokens {
      content.patterns.collectNumbers(text, start, tokens.upperBound) { end, meaning in
        if start >= reach[Int(content.meanings[meaning].section.rawValue)] { found.append((end, meaning)) }
      }
      if found.isEmpty { continue }
      Self.sortLongestFirst(&found)
      for (end, number) in found {
        let meaning = content.meanings[number]
        let section = Int(meaning.section.rawValue)
        guard start >= reach[section] else { continue }
        reach[section] = end
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
///
/// Without references, since lists of them are copied from rule to rule.
public struct LexiconMatch: Hashable, Sendable {
  /// Indices of the tokens it covers.
  public let tokens: Range<Int>
  public let section: LexiconSection
  private let interned: InternedText
  public var tag: String { interned.text }

  init(tokens: Range<Int>, section: LexiconSection, tag: InternedText) {
    self.tokens = tokens
    self.section = section
    interned = tag
  }
}

/// A lexicon that cannot be used.
public struct LexiconError: Error, CustomStringConvertible {
  public let file: String
  public let reason: String
  public var description: String { "\(file): \(reason); correct the file or reinstall the data folder" }
}
