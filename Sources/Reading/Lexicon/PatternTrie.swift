/// Word patterns as a trie; see `Lexicon` for what a pattern may hold.
///
/// An object, since a lexicon's patterns are handed from rule to rule.
final class PatternTrie: Sendable {
  /// Plain numbers, so that walking it takes no counting of references.
  struct Node: Sendable {
    /// Bit n is set when a prefix of n bytes leads on; bit 63 stands for all lengths from there on.
    var prefixLengths: UInt64 = 0
    var anyWord: Int32 = -1
    var gap: Int32 = -1
    /// Index of `meanings`; -1: no pattern ends here.
    var meaning: Int32 = -1
    /// Index of `otherMeanings`; -1: there is one meaning at most.
    var others: Int32 = -1
  }

  private let nodes: [Node]
  /// Some pattern begins with a gap, or with any word.
  private let startsAnyhow: Bool
  private let startsWithAnyWord: Bool
  /// The steps that one word or the beginning of one allows, keyed by both node and hash.
  private let exact: WordTable
  private let prefixes: WordTable
  private let otherMeanings: [[Int]]
  /// Bits of the words that begin a pattern, which most words of a text do not.
  private let firstWords: [UInt64]
  /// By first byte: the lengths of the prefixes that begin a pattern.
  private let firstLengths: [UInt64]
  /// All that patterns say, in the order of the first of each.
  let meanings: [LexiconMeaning]

  init(_ builder: PatternTrieBuilder = PatternTrieBuilder()) {
    nodes = builder.nodes
    startsAnyhow = builder.nodes[0].gap >= 0
    startsWithAnyWord = builder.nodes[0].anyWord >= 0
    exact = builder.exact
    prefixes = builder.prefixes
    otherMeanings = builder.otherMeanings
    firstWords = builder.firstWords
    firstLengths = builder.firstLengths
    meanings = builder.meanings
  }

  /// The key of a step; odd multipliers keep different steps of one node, or with one word, apart.
  @inline(__always)
  static func key(_ node: Int, _ hash: UInt64) -> UInt64 {
    hash ^ UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15
  }

  @inline(__always)
  static func bit(_ hash: UInt64) -> (word: Int, mask: UInt64) {
    let bit = (hash ^ hash >> 29) & 0x3FFF
    return (Int(bit >> 6), 1 << (bit & 63))
  }

  /// `false` when no pattern begins with the token.
  @inline(__always)
  private func mayStart(_ text: TokenizedText, _ at: Int) -> Bool {
    let token = text.tokens[at]
    let bit = Self.bit(token.hash)
    if firstWords[bit.word] & bit.mask != 0 || startsAnyhow { return true }
    guard token.kind != .punctuation else { return false }
    if startsWithAnyWord { return true }
    let range = token.foldedRange
    guard !range.isEmpty else { return false }
    return firstLengths[Int(text.folded[range.lowerBound])] & Self.lengths(upTo: range.count) != 0
  }

  /// `false` when no pattern begins with a word.
  ///
  /// - Parameters:
  ///   - hash: of its folded form.
  ///   - folded: what the folded form is a range of.
  func mayStart(withWord hash: UInt64, _ folded: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let bit = Self.bit(hash)
    if firstWords[bit.word] & bit.mask != 0 || startsAnyhow || startsWithAnyWord { return true }
    guard !range.isEmpty else { return false }
    return firstLengths[Int(folded[range.lowerBound])] & Self.lengths(upTo: range.count) != 0
  }

  /// The first of some tokens that a pattern may begin with.
  private func firstStart(_ text: TokenizedText, _ range: Range<Int>) -> Int? {
    if startsAnyhow || startsWithAnyWord { return range.first { mayStart(text, $0) } }
    return text.tokens.withUnsafeBufferPointer { tokens in
      text.folded.withUnsafeBufferPointer { folded in
        firstWords.withUnsafeBufferPointer { firstWords in
          firstLengths.withUnsafeBufferPointer { firstLengths in
            range.first { at in
              let token = tokens[at]
              let bit = Self.bit(token.hash)
              if firstWords[bit.word] & bit.mask != 0 { return true }
              guard token.kind != .punctuation else { return false }
              let range = token.foldedRange
              guard !range.isEmpty else { return false }
              let lengths = firstLengths[Int(folded[range.lowerBound])]
              return lengths != 0 && lengths & Self.lengths(upTo: range.count) != 0
            }
          }
        }
      }
    }
  }

  /// The bits from 1 to the length of a word, and the last one for any long word.
  @inline(__always)
  private static func lengths(upTo count: Int) -> UInt64 {
    count >= 63 ? ~0 : (2 << UInt64(count)) - 1
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
  ///
  /// - Parameter isSought: whether a meaning, an index of `meanings`, counts.
  func matches(_ text: TokenizedText, _ tokens: Range<Int>, _ isSought: (Int) -> Bool) -> Bool {
    var next = tokens.lowerBound
    while let start = firstStart(text, next..<tokens.upperBound) {
      next = start + 1
      var isFound = false
      walk(text, 0, start, start, tokens.upperBound) { _, meaning in isFound = isFound || isSought(meaning) }
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
    var hash = PrefixHash.start
    for (length, index) in zip(1..., range) {
      PrefixHash.extend(&hash, text.folded[index])
      let rest = lengths >> UInt64(min(length, 63))
      if rest & 1 != 0, let next = prefixes[Self.key(number, hash)] {
        walk(text, next, start, at + 1, limit, body)
      }
      if rest <= 1, length < 63 { return }
    }
  }
}
