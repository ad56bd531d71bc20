/// The words of one language: `data/lexicon/<language>.yaml`.
///
/// Every section has the same shape: a tag with the patterns that say it.
/// ```yaml
/// event:
///   explosion: [explosion*, blast*, went off]
/// ```
/// A pattern is a row of words, matched on folded tokens (see `Folding`). In a word, `|` separates
/// alternatives, a final `*` stands for any ending, a final `?` makes the word optional; `_` is any
/// one word and `~` up to three words of any kind but punctuation.
public struct Lexicon: Sendable {
  /// ISO 639-1.
  public let language: String
  private let sections: [String: [String: [String]]]
  private let patterns: PatternTrie

  /// The sections whose tags are matched in running text.
  static let textSections: Set<String> = [
    "months", "weekdays", "seasons", "numbers", "dates", "units", "facility", "relation", "direction",
    "event", "weapon", "effect", "modality", "claim", "claimant", "actor", "context", "title",
    "organization", "administrative", "aircraft",
  ]
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
    sections = parsed
    var trie = PatternTrie()
    for section in Self.textSections.sorted() {
      for (tag, patterns) in (parsed[section] ?? [:]).sorted(by: { $0.key < $1.key }) {
        for pattern in patterns {
          guard trie.insert(pattern, meaning: LexiconMeaning(section: section, tag: tag)) else {
            throw LexiconError(file: file, reason: "pattern '\(pattern)' of \(section).\(tag) is empty")
          }
        }
      }
    }
    self.patterns = trie
  }

  /// The tags of a section with their patterns or, for a table, their values.
  public func entries(of section: String) -> [String: [String]] { sections[section] ?? [:] }

  /// All matches that start in `tokens`, in order of position; where patterns of one section
  /// overlap, the longest wins (the first of equals).
  public func matches(in text: TokenizedText, _ tokens: Range<Int>) -> [LexiconMatch] {
    var found: [LexiconMatch] = []
    for start in tokens {
      patterns.collect(text, start, tokens.upperBound) { end, meaning in
        found.append(LexiconMatch(tokens: start..<end, section: meaning.section, tag: meaning.tag))
      }
    }
    return Self.longest(found)
  }

  private static func longest(_ matches: [LexiconMatch]) -> [LexiconMatch] {
    var reach: [String: Int] = [:]
    return matches.enumerated().sorted { a, b in
      (a.element.tokens.lowerBound, -a.element.tokens.upperBound, a.offset)
        < (b.element.tokens.lowerBound, -b.element.tokens.upperBound, b.offset)
    }.compactMap { _, match in
      if match.tokens.lowerBound < reach[match.section, default: 0] {
        // Two tags may share the very same words; a shorter or later overlap may not.
        return nil
      }
      reach[match.section] = match.tokens.upperBound
      return match
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
