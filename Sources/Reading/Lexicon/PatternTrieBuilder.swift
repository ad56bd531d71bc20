/// Word patterns as they are read, to be made a `PatternTrie` of.
struct PatternTrieBuilder {
  var nodes = [PatternTrie.Node()]
  var exact = WordTable()
  var prefixes = WordTable()
  var otherMeanings: [[Int]] = []
  /// The words that begin a pattern.
  private(set) var firstWords = HashBits()
  /// By `FirstLetters.letter` the lengths of the prefixes that begin a pattern, and what those begin with.
  private(set) var firstLengths = [UInt64](repeating: 0, count: FirstLetters.letterCount)
  private(set) var firstHeads = HashBits()
  private(set) var meanings: [LexiconMeaning] = []
  private var numbers: [LexiconMeaning: Int] = [:]
  /// The meaning asked for last: patterns come one tag after the other.
  private var last: (meaning: LexiconMeaning, number: Int)?
  /// Room for a folded word.
  private var folded: [UInt8] = []

  /// `false` when the pattern holds no word.
  mutating func insert(_ pattern: String, meaning: LexiconMeaning) -> Bool {
    let meaning = number(of: meaning)
    var pattern = pattern
    return pattern.withUTF8 { insert($0, meaning) }
  }

  private mutating func insert(_ pattern: UnsafeBufferPointer<UInt8>, _ meaning: Int) -> Bool {
    var hasWord = false
    Self.forEachWord(of: pattern) { word in
      let isGap = word.count == 1 && word[0] == UInt8(ascii: "~")
      hasWord = hasWord || !isGap && word[word.count - 1] != UInt8(ascii: "?")
    }
    guard hasWord else { return false }
    var ends = [0]
    Self.forEachWord(of: pattern) { step(from: &ends, $0) }
    for end in ends { finish(end, meaning) }
    return true
  }

  /// Calls `body` with what stands between blanks.
  private static func forEachWord(
    of pattern: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for index in 0...pattern.count where index == pattern.count || pattern[index] == 0x20 {
      if index > start { body(UnsafeBufferPointer(rebasing: pattern[start..<index])) }
      start = index + 1
    }
  }

  /// A hyphen is a word of its own, as the tokenizer makes it.
  private mutating func steps(from node: Int, _ word: UnsafeBufferPointer<UInt8>) -> Int {
    var node = node
    var start = 0
    for index in word.indices where word[index] == UInt8(ascii: "-") {
      if index > start { node = step(from: node, UnsafeBufferPointer(rebasing: word[start..<index])) }
      node = step(from: node, UnsafeBufferPointer(rebasing: word[index...index]))
      start = index + 1
    }
    return start < word.count ? step(from: node, UnsafeBufferPointer(rebasing: word[start...])) : node
  }

  /// Goes on from some nodes with a word, each of its alternatives, or also without one that is optional.
  private mutating func step(from ends: inout [Int], _ word: UnsafeBufferPointer<UInt8>) {
    let isOptional = word.count > 1 && word[word.count - 1] == UInt8(ascii: "?")
    if !isOptional, ends.count == 1, !word.contains(UInt8(ascii: "|")) {
      // Most words.
      ends[0] = steps(from: ends[0], word)
      return
    }
    let core = isOptional ? word.dropLast() : word[...]
    var next = isOptional ? ends : []
    for alternative in core.split(separator: UInt8(ascii: "|")) {
      for end in ends {
        let node = steps(from: end, UnsafeBufferPointer(rebasing: alternative))
        if !next.contains(node) { next.append(node) }
      }
    }
    ends = next
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
    if let last, last.meaning == meaning { return last.number }
    let number = numbers[meaning] ?? meanings.count
    if number == meanings.count {
      meanings.append(meaning)
      numbers[meaning] = number
    }
    last = (meaning, number)
    return number
  }

  private mutating func step(from node: Int, _ word: UnsafeBufferPointer<UInt8>) -> Int {
    if word.count == 1, word[0] == UInt8(ascii: "_") {
      return child(nodes[node].anyWord) { $0.nodes[node].anyWord = Int32($1) }
    }
    if word.count == 1, word[0] == UInt8(ascii: "~") {
      return child(nodes[node].gap) { $0.nodes[node].gap = Int32($1) }
    }
    let isPrefix = word.count > 1 && word[word.count - 1] == UInt8(ascii: "*")
    folded.removeAll(keepingCapacity: true)
    Folding.append(UnsafeBufferPointer(rebasing: isPrefix ? word.dropLast() : word[...]), to: &folded)
    // A mark that folding drops from words stands alone as it is.
    if folded.isEmpty { folded.append(contentsOf: word) }
    let hash = isPrefix ? PrefixHash.of(folded) : WordHash.of(folded)
    let key = PatternTrie.key(node, hash)
    guard isPrefix else {
      if node == 0 { firstWords.insert(hash) }
      return child(exact[key].map(Int32.init) ?? -1) { $0.exact.set(key, $1) }
    }
    let length: UInt64 = 1 << UInt64(min(folded.count, 63))
    nodes[node].prefixLengths |= length
    if node == 0 { noteStart(folded, length) }
    return child(prefixes[key].map(Int32.init) ?? -1) { $0.prefixes.set(key, $1) }
  }

  private mutating func noteStart(_ prefix: [UInt8], _ length: UInt64) {
    prefix.withUnsafeBufferPointer { prefix in
      firstLengths[FirstLetters.letter(prefix)] |= length
      let count = FirstLetters.headCount(prefix)
      if prefix.count >= count { firstHeads.insert(FirstLetters.head(prefix, count)) }
    }
  }

  private mutating func child(_ existing: Int32, _ link: (inout PatternTrieBuilder, Int) -> Void) -> Int {
    if existing >= 0 { return Int(existing) }
    nodes.append(PatternTrie.Node())
    link(&self, nodes.count - 1)
    return nodes.count - 1
  }
}
