/// What the words of section `furniture` say of a line.
struct FurnitureWords {
  /// Words covered by phrases of menus, share buttons, related stories, footers; numbers count as covered.
  var covered = 0
  /// The tag of the phrase at the start of the line, the longest of several.
  var first: String?
  /// The end of that phrase, a token index.
  var firstEnd = 0
  /// Every phrase with its tag, of which there is one of each at a token.
  var phrases: [(tokens: Range<Int>, tag: String)] = []

  private static let pageTags: Set<String> = ["menu", "share", "related", "footer", "legal"]

  /// - Parameter start: the first token after a bullet.
  init(_ trie: PatternTrie, _ text: TokenizedText, _ tokens: Range<Int>) {
    var index = tokens.lowerBound
    trie.walking(text) { walk in
      while index < tokens.upperBound, walk.tokens[index].kind == .punctuation { index += 1 }
      let start = index
      while index < tokens.upperBound {
        guard walk.tokens[index].kind == .word else {
          covered += walk.tokens[index].kind == .number ? 1 : 0
          index += 1
          continue
        }
        let patterns = walk.patterns(startingAt: index, before: tokens.upperBound)
        // Most words begin none.
        if patterns.isEmpty {
          index += 1
          continue
        }
        let known = phrases.count
        for pattern in patterns {
          add(index..<Int(pattern.end), trie.meanings[Int(pattern.meaning)].tag, besides: known)
        }
        let found = phrases[known...]
        if index == start,
          let longest = found.max(by: { ($0.tokens.upperBound, $1.tag) < ($1.tokens.upperBound, $0.tag) })
        {
          first = longest.tag
          firstEnd = longest.tokens.upperBound
        }
        if let end = found.filter({ Self.pageTags.contains($0.tag) }).map(\.tokens.upperBound).max() {
          covered += walk.tokens[index..<end].count { $0.kind != .punctuation }
          index = end
        } else {
          index += 1
        }
      }
    }
  }

  /// Keeps the longest phrase of a tag.
  ///
  /// - Parameter known: how many phrases there are of tokens before.
  private mutating func add(_ tokens: Range<Int>, _ tag: String, besides known: Int) {
    guard let same = phrases[known...].firstIndex(where: { $0.tag == tag }) else {
      phrases.append((tokens, tag))
      return
    }
    if phrases[same].tokens.upperBound < tokens.upperBound { phrases[same].tokens = tokens }
  }

  /// How many phrases of a tag there are.
  func count(_ tag: String) -> Int { phrases.count { $0.tag == tag } }

  /// The page tag with most phrases; ties go by name.
  var kind: Furniture.Kind {
    let pages = Dictionary(grouping: phrases.lazy.map(\.tag).filter(Self.pageTags.contains), by: \.self)
    let top = pages.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    return top.flatMap(Furniture.Kind.init(rawValue:)) ?? .menu
  }
}
