/// Word patterns as a trie; see `Lexicon` for what a pattern may hold.
struct PatternTrie: Sendable {
  /// Plain numbers, so that walking it takes no counting of references.
  private struct Node {
    /// Bit n is set when a prefix of n bytes leads on; bit 63 stands for all lengths from there on.
    var prefixLengths: UInt64 = 0
    var anyWord: Int32 = -1
    var gap: Int32 = -1
    /// Index of `meanings`; -1: no pattern ends here.
    var meaning: Int32 = -1
    /// Index of `otherMeanings`; -1: there is one meaning at most.
    var others: Int32 = -1
  }

  private var nodes = [Node()]
  /// The steps that one word or the beginning of one allows, keyed by both node and hash.
  private var exact = WordTable()
  private var prefixes = WordTable()
  private var otherMeanings: [[Int]] = []
  /// Bits of the words that begin a pattern, which most words of a text do not.
  private var firstWords = [UInt64](repeating: 0, count: 1 << 8)
  /// By first byte: the lengths of the prefixes that begin a pattern.
  private var firstLengths = [UInt64](repeating: 0, count: 256)
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
      finish(words.reduce(0) { step(from: $0, $1) }, meaning)
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
    for end in ends { finish(end, meaning) }
    return true
  }

  private mutating func finish(_ node: Int, _ meaning: Int) {
    if nodes[node].meaning < 0 {
      nodes[node].meaning = Int32(meaning)
    } else if nodes[node].meaning != meaning {
      if nodes[node].others < 0 {
        nodes[node].others = Int32(otherMeanings.count)
        otherMeanings.append([])
      }
      let others = Int(nodes[node].others)
      if !otherMeanings[others].contains(meaning) { otherMeanings[others].append(meaning) }
    }
  }

  private mutating func number(of meaning: LexiconMeaning) -> Int {
    if let known = numbers[meaning] { return known }
    meanings.append(meaning)
    numbers[meaning] = meanings.count - 1
    return meanings.count - 1
  }

  private mutating func step(from node: Int, _ word: String) -> Int {
    if word == "_" { return child(nodes[node].anyWord) { $0.nodes[node].anyWord = Int32($1) } }
    if word == "~" { return child(nodes[node].gap) { $0.nodes[node].gap = Int32($1) } }
    let isPrefix = word.utf8.count > 1 && word.utf8.last == UInt8(ascii: "*")
    var folded = Array(Folding.fold(isPrefix ? String(word.dropLast()) : word).utf8)
    // A mark that folding drops from words stands alone as it is.
    if folded.isEmpty { folded = Array(word.utf8) }
    let hash = WordHash.of(folded)
    let key = Self.key(node, hash)
    guard isPrefix else {
      if node == 0 { firstWords[Self.bit(hash).word] |= Self.bit(hash).mask }
      return child(exact[key].map(Int32.init) ?? -1) { $0.exact.set(key, $1) }
    }
    let length: UInt64 = 1 << UInt64(min(folded.count, 63))
    nodes[node].prefixLengths |= length
    if node == 0 { firstLengths[Int(folded[0])] |= length }
    return child(prefixes[key].map(Int32.init) ?? -1) { $0.prefixes.set(key, $1) }
  }

  private mutating func child(_ existing: Int32, _ link: (inout PatternTrie, Int) -> Void) -> Int {
    if existing >= 0 { return Int(existing) }
    nodes.append(Node())
    link(&self, nodes.count - 1)
    return nodes.count - 1
  }

  /// The key of a step; odd multipliers keep different steps of one node, or with one word, apart.
  @inline(__always)
  private static func key(_ node: Int, _ hash: UInt64) -> UInt64 {
    hash ^ UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15
  }

  @inline(__always)
  private static func bit(_ hash: UInt64) -> (word: Int, mask: UInt64) {
    let bit = (hash ^ hash >> 29) & 0x3FFF
    return (Int(bit >> 6), 1 << (bit & 63))
  }

  /// `false` when no pattern begins with the token.
  @inline(__always)
  private func mayStart(_ text: TokenizedText, _ at: Int) -> Bool {
    let token = text.tokens[at]
    let bit = Self.bit(token.hash)
    if firstWords[bit.word] & bit.mask != 0 || nodes[0].gap >= 0 { return true }
    guard token.kind != .punctuation else { return false }
    if nodes[0].anyWord >= 0 { return true }
    let range = token.foldedRange
    guard !range.isEmpty else { return false }
    // The bits from 1 to the length of the word, and the last one for any long word.
    let reached: UInt64 = range.count >= 63 ? ~0 : (2 << UInt64(range.count)) - 1
    return firstLengths[Int(text.folded[range.lowerBound])] & reached != 0
  }

  /// Calls `body` with the end and the meaning of every pattern that starts at token `start`.
  func collect(
    _ text: TokenizedText, _ start: Int, _ limit: Int, _ body: (Int, LexiconMeaning) -> Void
  ) {
    collectNumbers(text, start, limit) { body($0, meanings[$1]) }
  }

  /// The same with the meanings as indices of `meanings`.
  @inline(__always)
  func collectNumbers(_ text: TokenizedText, _ start: Int, _ limit: Int, _ body: (Int, Int) -> Void) {
    guard start < limit, mayStart(text, start) else { return }
    walk(text, 0, start, start, limit, body)
  }

  /// Whether some pattern starts at one of the tokens and ends among them.
  func matches(_ text: TokenizedText, _ tokens: Range<Int>) -> Bool {
    for start in tokens where mayStart(text, start) {
      var isFound = false
      walk(text, 0, start, start, tokens.upperBound) { _, _ in isFound = true }
      if isFound { return true }
    }
    return false
  }

  private func walk(
    _ text: TokenizedText, _ number: Int, _ start: Int, _ at: Int, _ limit: Int,
    _ body: (Int, Int) -> Void
  ) {
    let node = nodes[number]
    if node.meaning >= 0, at > start {
      body(at, Int(node.meaning))
      if node.others >= 0 { for meaning in otherMeanings[Int(node.others)] { body(at, meaning) } }
    }
    guard at < limit else { return }
    let token = text.tokens[at]
    if let next = exact[Self.key(number, token.hash)] { walk(text, next, start, at + 1, limit, body) }
    guard token.kind != .punctuation else { return }
    if node.prefixLengths != 0 { walkPrefixes(text, number, start, at, limit, body) }
    if node.anyWord >= 0 { walk(text, Int(node.anyWord), start, at + 1, limit, body) }
    if node.gap >= 0 {
      var end = at
      for _ in 0...3 {
        walk(text, Int(node.gap), start, end, limit, body)
        guard end < limit, text.tokens[end].kind != .punctuation else { break }
        end += 1
      }
    }
  }

  private func walkPrefixes(
    _ text: TokenizedText, _ number: Int, _ start: Int, _ at: Int, _ limit: Int,
    _ body: (Int, Int) -> Void
  ) {
    let range = text.tokens[at].foldedRange
    guard let first = range.first else { return }
    let all = nodes[number].prefixLengths
    let lengths = number == 0 ? all & firstLengths[Int(text.folded[first])] : all
    var hash = WordHash.start
    for (length, index) in zip(1..., range) {
      WordHash.extend(&hash, text.folded[index])
      let rest = lengths >> UInt64(min(length, 63))
      if rest & 1 != 0, let next = prefixes[Self.key(number, hash)] {
        walk(text, next, start, at + 1, limit, body)
      }
      if rest <= 1, length < 63 { return }
    }
  }
}
