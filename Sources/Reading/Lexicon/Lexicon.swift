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
    let patterns: LexiconPatterns
    /// The patterns of the sections in `soughtSections` and `loneSections` by themselves.
    let alone: [LexiconSection: LexiconPatterns]

    init(
      sections: [String: [String: [String]]], patterns: LexiconPatterns,
      alone: [LexiconSection: LexiconPatterns]
    ) {
      self.sections = sections
      self.patterns = patterns
      self.alone = alone
    }
  }

  /// The sections whose patterns may stand behind an elided article.
  static let elidedSections: Set<String> = [
    "actor", "aircraft", "claimant", "effect", "event", "modality", "weapon",
  ]
  /// The sections that `hasMatch(of:in:_:)` looks for, so that most sentences need no more than that.
  static let soughtSections: Set<String> = ["units", "town"]
  private static let sought = Set(soughtSections.compactMap(LexiconSection.init(named:)))
  /// The sections that few texts are searched for, so that `matches(in:_:)` leaves them out.
  static let loneSections: Set<String> = ["genre"]
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
    var alone: [LexiconSection: PatternTrieBuilder] = [:]
    let elision = Elision(parsed["language"]?["elided"] ?? [])
    for (name, section) in LexiconSection.byName.sorted(by: { $0.key < $1.key }) {
      let isLone = Self.loneSections.contains(name)
      let isAlone = isLone || Self.soughtSections.contains(name)
      let isElided = Self.elidedSections.contains(name)
      for (tag, patterns) in (parsed[name] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let meaning = LexiconMeaning(section: name, tag: tag)
        for plain in patterns {
          let pattern = isElided ? elision.pattern(plain) : plain
          var isWhole = isLone || trie.insert(pattern, meaning: meaning)
          if isAlone {
            let isInserted = alone[section, default: PatternTrieBuilder()].insert(pattern, meaning: meaning)
            isWhole = isWhole && isInserted
          }
          guard isWhole else {
            throw LexiconError(file: file, reason: "pattern '\(pattern)' of \(name).\(tag) is empty")
          }
        }
      }
    }
    content = Content(
      sections: parsed, patterns: LexiconPatterns(trie), alone: alone.mapValues(LexiconPatterns.init))
  }

  /// The tags of a section with their patterns or, for a table, their values.
  public func entries(of section: String) -> [String: [String]] { content.sections[section] ?? [:] }

  /// All matches that start in `tokens`, in order of position; where patterns of one section
  /// overlap, the longest wins (the first of equals). Those of `loneSections` are left out.
  public func matches(in text: TokenizedText, _ tokens: Range<Int>) -> [LexiconMatch] {
    content.patterns.matches(in: text, tokens)
  }

  /// Likewise, of the one section that is asked for.
  ///
  /// - Parameter section: `genre`; of any other nothing is found.
  public func matches(
    of section: LexiconSection, in text: TokenizedText, _ tokens: Range<Int>
  ) -> [LexiconMatch] {
    content.alone[section]?.matches(in: text, tokens) ?? []
  }

  /// Whether `matches(in:_:)` has one of a section, or may have: of patterns that overlap each other all count.
  ///
  /// - Parameter section: `units` or `town`; for any other the answer is `true`.
  public func hasMatch(of section: LexiconSection, in text: TokenizedText, _ tokens: Range<Int>) -> Bool {
    guard Self.sought.contains(section) else { return true }
    return content.alone[section]?.hasMatch(in: text, tokens) ?? false
  }
}

extension Lexicon {
  /// Whether all of some tokens are a pattern of one of some sections, those of `loneSections` left out.
  public func isPattern(
    _ tokens: Range<Int>, ofAny sections: Set<LexiconSection>, in text: TokenizedText
  ) -> Bool {
    content.patterns.isPattern(tokens, ofAny: sections, in: text)
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
