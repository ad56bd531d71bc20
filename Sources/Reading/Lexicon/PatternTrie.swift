internal import GeoModel

/// Word patterns as a trie; see `Lexicon` for what a pattern may hold.
///
/// An object, since a lexicon's patterns are handed from rule to rule.
final class PatternTrie: Sendable {
  /// Plain numbers, so that walking it takes no counting of references.
  struct Node: BitwiseCopyable, Sendable {
    /// Bit n is set when a prefix of n bytes leads on; bit 63 stands for all lengths from there on.
    var prefixLengths: UInt64 = 0
    var anyWord: Int32 = -1
    var gap: Int32 = -1
    /// Index of `meanings`; -1: no pattern ends here.
    var meaning: Int32 = -1
    /// Index of `otherMeanings`; -1: there is one meaning at most.
    var others: Int32 = -1
  }

  fileprivate let nodes: FixedRow<Node>
  fileprivate let starts: PatternStarts
  /// The steps that one word or the beginning of one allows, keyed by both node and hash.
  fileprivate let exact: FixedWordTable
  fileprivate let prefixes: FixedWordTable
  fileprivate let otherMeanings: [[Int]]
  /// All that patterns say, in the order of the first of each.
  let meanings: [LexiconMeaning]

  init(_ builder: PatternTrieBuilder = PatternTrieBuilder()) {
    nodes = FixedRow(builder.nodes)
    starts = PatternStarts(builder)
    exact = FixedWordTable(builder.exact)
    prefixes = FixedWordTable(builder.prefixes)
    otherMeanings = builder.otherMeanings
    meanings = builder.meanings
  }

  /// The key of a step; odd multipliers keep different steps of one node, or with one word, apart.
  @inline(__always)
  static func key(_ node: Int, _ hash: UInt64) -> UInt64 {
    hash ^ UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Lends what walks along the tokens of a text.
  func walking<Result>(_ text: TokenizedText, _ body: (PatternWalk) -> Result) -> Result {
    text.tokens.withUnsafeBufferPointer { tokens in
      text.folded.withUnsafeBufferPointer { folded in
        withExtendedLifetime(self) { body(PatternWalk(self, tokens, folded)) }
      }
    }
  }

  /// `false` when no pattern begins with a word.
  ///
  /// - Parameters:
  ///   - hash: of its folded form.
  ///   - folded: what the folded form is a range of.
  func mayStart(withWord hash: UInt64, _ folded: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    starts.mayStart(hash, isMark: false, folded, range)
  }

  /// Calls `body` with the end and the meaning of every pattern that starts at token `start`.
  func collect(
    _ text: TokenizedText, _ start: Int, _ limit: Int, _ body: (Int, LexiconMeaning) -> Void
  ) {
    for found in walking(text, { $0.patterns(startingAt: start, before: limit) }) {
      body(Int(found.end), meanings[Int(found.meaning)])
    }
  }

  /// Whether some pattern starts at one of the tokens and ends among them.
  func isFound(in text: TokenizedText, _ tokens: Range<Int>) -> Bool {
    walking(text) { walk in
      tokens.contains { walk.hasPattern(startingAt: $0, before: tokens.upperBound) }
    }
  }
}

/// A walk through a trie along the tokens of a text: pointers alone, so that nothing is counted on the way.
///
/// Must not outlive the trie and the text.
struct PatternWalk {
  /// A pattern by the token it ends before, and an index of the trie's `meanings`.
  struct Found: BitwiseCopyable {
    let end: Int32
    let meaning: Int32
  }

  let tokens: UnsafeBufferPointer<Token>
  private let folded: UnsafeBufferPointer<UInt8>
  private let trie: Unmanaged<PatternTrie>
  private let nodes: UnsafeBufferPointer<PatternTrie.Node>
  private let starts: PatternStarts.Look
  private let exact: FixedWordTable.Look
  private let prefixes: FixedWordTable.Look

  fileprivate init(
    _ trie: PatternTrie, _ tokens: UnsafeBufferPointer<Token>, _ folded: UnsafeBufferPointer<UInt8>
  ) {
    self.trie = Unmanaged.passUnretained(trie)
    nodes = trie.nodes.values
    starts = trie.starts.look
    exact = trie.exact.look
    prefixes = trie.prefixes.look
    self.tokens = tokens
    self.folded = folded
  }

  /// Every pattern that starts at a token and ends before another one or there: mostly none, which takes no memory.
  @inline(__always)
  func patterns(startingAt start: Int, before limit: Int) -> [Found] {
    start < limit && mayStart(at: start) ? patterns(from: start, before: limit) : []
  }

  /// The same at a token where some may start.
  @inline(__always)
  func patterns(from start: Int, before limit: Int) -> [Found] {
    var found: [Found] = []
    _ = walk(0, start, start, limit) {
      found.append($0)
      return false
    }
    return found
  }

  /// Whether there is any.
  @inline(__always)
  func hasPattern(startingAt start: Int, before limit: Int) -> Bool {
    start < limit && mayStart(at: start) && walk(0, start, start, limit) { _ in true }
  }

  /// `false` when no pattern starts at a token.
  @inline(__always)
  func mayStart(at token: Int) -> Bool {
    let isMark = tokens[token].kind == .punctuation
    return starts.mayStart(tokens[token].hash, isMark: isMark, folded, tokens[token].foldedRange)
  }

  /// Calls `body` for each pattern until that says that it is enough; `true` when it did.
  private func walk(_ number: Int, _ start: Int, _ at: Int, _ limit: Int, _ body: (Found) -> Bool) -> Bool {
    let node = nodes[number]
    if node.meaning >= 0, at > start {
      let end = Int32(truncatingIfNeeded: at)
      if body(Found(end: end, meaning: node.meaning)) { return true }
      if node.others >= 0, others(of: node, end, body) { return true }
    }
    guard at < limit else { return false }
    if let next = exact[PatternTrie.key(number, tokens[at].hash)], walk(next, start, at + 1, limit, body) {
      return true
    }
    guard tokens[at].kind != .punctuation else { return false }
    if node.prefixLengths != 0, walkPrefixes(number, node.prefixLengths, start, at, limit, body) {
      return true
    }
    if node.anyWord >= 0, walk(Int(node.anyWord), start, at + 1, limit, body) { return true }
    guard node.gap >= 0 else { return false }
    var end = at
    for _ in 0...3 {
      if walk(Int(node.gap), start, end, limit, body) { return true }
      guard end < limit, tokens[end].kind != .punctuation else { break }
      end += 1
    }
    return false
  }

  private func others(of node: PatternTrie.Node, _ end: Int32, _ body: (Found) -> Bool) -> Bool {
    trie.takeUnretainedValue().otherMeanings[Int(node.others)].contains {
      body(Found(end: end, meaning: Int32(truncatingIfNeeded: $0)))
    }
  }

  private func walkPrefixes(
    _ number: Int, _ all: UInt64, _ start: Int, _ at: Int, _ limit: Int, _ body: (Found) -> Bool
  ) -> Bool {
    let range = tokens[at].foldedRange
    guard !range.isEmpty else { return false }
    let lengths = number == 0 ? all & starts.lengths(folded, range) : all
    var hash = PrefixHash.start
    for (length, index) in zip(1..., range) {
      let rest = lengths >> UInt64(min(length, 63))
      if rest == 0 { return false }
      PrefixHash.extend(&hash, folded[index])
      if rest & 1 != 0, let next = prefixes[PatternTrie.key(number, hash)],
        walk(next, start, at + 1, limit, body)
      {
        return true
      }
    }
    return false
  }
}
