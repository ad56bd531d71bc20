internal import GeoModel

/// Patterns of lexicon sections that are searched for together.
struct LexiconPatterns: Sendable {
  private let trie: PatternTrie
  /// What each meaning of `trie` says.
  private let meanings: [(section: LexiconSection, tag: InternedText)]

  init(_ builder: PatternTrieBuilder) {
    trie = PatternTrie(builder)
    meanings = builder.meanings.compactMap { meaning in
      LexiconSection(named: meaning.section).map { ($0, InternedText(meaning.tag)) }
    }
  }

  /// All matches that start in `tokens`, in order of position; of one section the longest of those that overlap.
  func matches(in text: TokenizedText, _ tokens: Range<Int>) -> [LexiconMatch] {
    let (trie, meanings) = (trie, meanings)
    var matches: [LexiconMatch] = []
    // For each section where its last match ends.
    var reach = [Int](filledWith: tokens.lowerBound, count: LexiconSection.allCases.count)
    var found: [(end: Int, meaning: Int)] = []
    for start in tokens {
      trie.collectNumbers(text, start, tokens.upperBound) { end, meaning in
        if start >= reach[Int(meanings[meaning].section.rawValue)] { found.append((end, meaning)) }
      }
      if found.isEmpty { continue }
      Self.sortLongestFirst(&found)
      for (end, number) in found {
        let (section, tag) = meanings[number]
        guard start >= reach[Int(section.rawValue)] else { continue }
        reach[Int(section.rawValue)] = end
        matches.append(LexiconMatch(tokens: start..<end, section: section, tag: tag))
      }
      found.removeAll(keepingCapacity: true)
    }
    return matches
  }

  func hasMatch(in text: TokenizedText, _ tokens: Range<Int>) -> Bool {
    trie.matches(text, tokens) { _ in true }
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
