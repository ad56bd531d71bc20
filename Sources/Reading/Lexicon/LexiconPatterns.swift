internal import GeoModel

/// Patterns of lexicon sections that are searched for together.
struct LexiconPatterns: Sendable {
  private let trie: PatternTrie
  /// What each meaning of `trie` says.
  private let meanings: FixedRow<Meaning>

  private struct Meaning: BitwiseCopyable, Sendable {
    let section: LexiconSection
    let tag: InternedText
  }

  init(_ builder: PatternTrieBuilder) {
    trie = PatternTrie(builder)
    meanings = FixedRow(
      builder.meanings.compactMap { meaning in
        LexiconSection(named: meaning.section).map { Meaning(section: $0, tag: InternedText(meaning.tag)) }
      })
  }

  /// All matches that start in `tokens`, in order of position; of one section the longest of those that overlap.
  func matches(in text: TokenizedText, _ tokens: Range<Int>) -> [LexiconMatch] {
    let meanings = meanings.values
    var matches: [LexiconMatch] = []
    trie.walking(text) { walk in
      // For each section where its last match ends.
      withUnsafeTemporaryAllocation(of: Int.self, capacity: LexiconSection.allCases.count) { reach in
        reach.initialize(repeating: tokens.lowerBound)
        for start in tokens where walk.mayStart(at: start) {
          var found = walk.patterns(from: start, before: tokens.upperBound)
          if found.isEmpty { continue }
          if matches.isEmpty { matches.reserveCapacity(min(tokens.count, Self.usual)) }
          Self.sortLongestFirst(&found)
          for pattern in found {
            let meaning = meanings[Int(pattern.meaning)]
            let section = Int(meaning.section.rawValue)
            guard start >= reach[section] else { continue }
            reach[section] = Int(pattern.end)
            matches.append(
              LexiconMatch(tokens: start..<Int(pattern.end), section: meaning.section, tag: meaning.tag))
          }
        }
      }
    }
    return matches
  }

  /// Matches of most sentences.
  private static let usual = 32

  func hasMatch(in text: TokenizedText, _ tokens: Range<Int>) -> Bool {
    trie.isFound(in: text, tokens)
  }

  /// Whether all of some tokens are a pattern of one of some sections.
  func isPattern(_ tokens: Range<Int>, ofAny sections: Set<LexiconSection>, in text: TokenizedText) -> Bool {
    trie.walking(text) { $0.patterns(startingAt: tokens.lowerBound, before: tokens.upperBound) }.contains {
      $0.end == tokens.upperBound && sections.contains(meanings.values[Int($0.meaning)].section)
    }
  }

  /// Keeps the order of equals; there are one or two, hardly ever more.
  private static func sortLongestFirst(_ found: inout [PatternWalk.Found]) {
    for index in found.indices.dropFirst() {
      var place = index
      while place > 0, found[place - 1].end < found[place].end {
        found.swapAt(place - 1, place)
        place -= 1
      }
    }
  }
}
