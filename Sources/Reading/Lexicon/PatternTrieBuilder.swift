/// Word patterns as they are read, to be made a `PatternTrie` of.
struct PatternTrieBuilder {
  var nodes = [PatternTrie.Node()]
  var exact = WordTable()
  var prefixes = WordTable()
  var otherMeanings: [[Int]] = []
  var firstWords = [UInt64](repeating: 0, count: 1 << 8)
  var firstLengths = [UInt64](repeating: 0, count: 256)
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
    let hash = isPrefix ? PrefixHash.of(folded) : WordHash.of(folded)
    let key = PatternTrie.key(node, hash)
    guard isPrefix else {
      if node == 0 { firstWords[PatternTrie.bit(hash).word] |= PatternTrie.bit(hash).mask }
      return child(exact[key].map(Int32.init) ?? -1) { $0.exact.set(key, $1) }
    }
    let length: UInt64 = 1 << UInt64(min(folded.count, 63))
    nodes[node].prefixLengths |= length
    if node == 0 { firstLengths[Int(folded[0])] |= length }
    return child(prefixes[key].map(Int32.init) ?? -1) { $0.prefixes.set(key, $1) }
  }

  private mutating func child(_ existing: Int32, _ link: (inout PatternTrieBuilder, Int) -> Void) -> Int {
    if existing >= 0 { return Int(existing) }
    nodes.append(PatternTrie.Node())
    link(&self, nodes.count - 1)
    return nodes.count - 1
  }
}
