/// What the words of section `furniture` say of a line.
struct FurnitureWords {
  /// Words covered by phrases of menus, share buttons, related stories, footers; numbers count as covered.
  var covered = 0
  /// The tag of the phrase at the start of the line, the longest of several.
  var first: String?
  /// The end of that phrase, a token index.
  var firstEnd = 0
  /// How many phrases of each tag there are.
  var counts: [String: Int] = [:]
  /// Every phrase with its tag.
  var phrases: [(tokens: Range<Int>, tag: String)] = []

  private static let pageTags: Set<String> = ["menu", "share", "related", "footer", "legal"]

  /// - Parameter start: the first token after a bullet.
  init(_ trie: PatternTrie, _ text: TokenizedText, _ tokens: Range<Int>) {
    var index = tokens.lowerBound
    while index < tokens.upperBound, text.tokens[index].kind == .punctuation { index += 1 }
    let start = index
    while index < tokens.upperBound {
      let token = text.tokens[index]
      guard token.kind == .word else {
        covered += token.kind == .number ? 1 : 0
        index += 1
        continue
      }
      var best: [String: Int] = [:]
      trie.collect(text, index, tokens.upperBound) { end, meaning in
        best[meaning.tag] = max(best[meaning.tag] ?? 0, end)
      }
      if best.isEmpty {
        index += 1
        continue
      }
      for (tag, end) in best {
        counts[tag, default: 0] += 1
        phrases.append((index..<end, tag))
      }
      if index == start, let longest = best.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
        first = longest.key
        firstEnd = longest.value
      }
      if let end = best.filter({ Self.pageTags.contains($0.key) }).values.max() {
        covered += text.tokens[index..<end].count { $0.kind != .punctuation }
        index = end
      } else {
        index += 1
      }
    }
  }

  func count(_ tag: String) -> Int { counts[tag] ?? 0 }

  /// The page tag with most phrases; ties go by name.
  var kind: Furniture.Kind {
    let pages = counts.filter { Self.pageTags.contains($0.key) }
    let top = pages.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return top.flatMap(Furniture.Kind.init(rawValue:)) ?? .menu
  }
}
