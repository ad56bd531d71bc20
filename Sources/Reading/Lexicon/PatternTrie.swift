/// Word patterns as a trie; see `Lexicon` for what a pattern may hold.
struct PatternTrie: Sendable {
  private struct Node {
    var exact = WordTable()
    var prefixes = WordTable()
    /// Lengths in bytes of the keys of `prefixes`, ascending.
    var prefixLengths: [Int] = []
    var anyWord: Int?
    var gap: Int?
    /// Indices of `meanings`.
    var meanings: [Int] = []
  }

  private var nodes = [Node()]
  /// All that patterns say, in the order of the first of each.
  private(set) var meanings: [LexiconMeaning] = []
  private var numbers: [LexiconMeaning: Int] = [:]

  /// `false` when the pattern holds no word.
  mutating func insert(_ pattern: String, meaning: LexiconMeaning) -> Bool {
    let meaning = number(of: meaning)
    // The tokenizer makes a hyphen a token of its own.
    let spaced =
      pattern.utf8.contains(0x2D)
      ? pattern.split(separator: "-", omittingEmptySubsequences: false)
        .joined(separator: " - ") : pattern
    let words = spaced.utf8.split(separator: 0x20).map { String(Substring($0)) }
    // Most patterns are plain words, one after the other.
    if !words.contains(where: { $0.utf8.contains(0x7C) || $0.utf8.last == 0x3F || $0 == "~" }), !words.isEmpty
    {
      let end = words.reduce(0) { step(from: $0, $1) }
      if !nodes[end].meanings.contains(meaning) { nodes[end].meanings.append(meaning) }
      return true
    }
    guard words.contains(where: { !$0.hasSuffix("?") && $0 != "~" }) else { return false }
    var ends: Set<Int> = [0]
    for word in words {
      let isOptional = word.count > 1 && word.hasSuffix("?")
      let core = isOptional ? String(word.dropLast()) : word
      var next: Set<Int> = isOptional ? ends : []
      for end in ends.sorted() {
        for alternative in core.split(separator: "|") { next.insert(step(from: end, String(alternative))) }
      }
      ends = next
    }
    for end in ends where !nodes[end].meanings.contains(meaning) { nodes[end].meanings.append(meaning) }
    return true
  }

  private mutating func number(of meaning: LexiconMeaning) -> Int {
    if let known = numbers[meaning] { return known }
    meanings.append(meaning)
    numbers[meaning] = meanings.count - 1
    return meanings.count - 1
  }

  private mutating func step(from node: Int, _ word: String) -> Int {
    if word == "_" { return child(nodes[node].anyWord) { $0[node].anyWord = $1 } }
    if word == "~" { return child(nodes[node].gap) { $0[node].gap = $1 } }
    let isPrefix = word.count > 1 && word.hasSuffix("*")
    var folded = Array(Folding.fold(isPrefix ? String(word.dropLast()) : word).utf8)
    // A mark that folding drops from words stands alone as it is.
    if folded.isEmpty { folded = Array(word.utf8) }
    let key = WordHash.of(folded)
    guard isPrefix else { return child(nodes[node].exact[key]) { $0[node].exact.set(key, $1) } }
    if !nodes[node].prefixLengths.contains(folded.count) {
      nodes[node].prefixLengths.append(folded.count)
      nodes[node].prefixLengths.sort()
    }
    return child(nodes[node].prefixes[key]) { $0[node].prefixes.set(key, $1) }
  }

  private mutating func child(_ existing: Int?, _ link: (inout [Node], Int) -> Void) -> Int {
    if let existing { return existing }
    nodes.append(Node())
    link(&nodes, nodes.count - 1)
    return nodes.count - 1
  }

  /// Calls `body` with the end and the meaning of every pattern that starts at token `start`.
  func collect(
    _ text: TokenizedText, _ start: Int, _ limit: Int, _ body: (Int, LexiconMeaning) -> Void
  ) {
    walk(text, 0, start, start, limit) { body($0, meanings[$1]) }
  }

  /// The same with the meanings as indices of `meanings`.
  func collectNumbers(_ text: TokenizedText, _ start: Int, _ limit: Int, _ body: (Int, Int) -> Void) {
    walk(text, 0, start, start, limit, body)
  }

  /// Whether some pattern starts at one of the tokens and ends among them.
  func matches(_ text: TokenizedText, _ tokens: Range<Int>) -> Bool {
    for start in tokens {
      var isFound = false
      walk(text, 0, start, start, tokens.upperBound) { _, _ in isFound = true }
      if isFound { return true }
    }
    return false
  }

  private func walk(
    _ text: TokenizedText, _ node: Int, _ start: Int, _ at: Int, _ limit: Int,
    _ body: (Int, Int) -> Void
  ) {
    for meaning in nodes[node].meanings where at > start { body(at, meaning) }
    guard at < limit else { return }
    let token = text.tokens[at]
    if let next = nodes[node].exact[token.hash] { walk(text, next, start, at + 1, limit, body) }
    guard token.kind != .punctuation else { return }
    if !nodes[node].prefixLengths.isEmpty {
      let bytes = text.foldedBytes(at)
      var hash = WordHash.start
      var length = 0
      var lengths = nodes[node].prefixLengths[...]
      for byte in bytes {
        WordHash.extend(&hash, byte)
        length += 1
        guard let wanted = lengths.first else { break }
        guard length == wanted else { continue }
        lengths = lengths.dropFirst()
        if let next = nodes[node].prefixes[hash] { walk(text, next, start, at + 1, limit, body) }
      }
    }
    if let next = nodes[node].anyWord { walk(text, next, start, at + 1, limit, body) }
    if let next = nodes[node].gap {
      var end = at
      for _ in 0...3 {
        walk(text, next, start, end, limit, body)
        guard end < limit, text.tokens[end].kind != .punctuation else { break }
        end += 1
      }
    }
  }
}
