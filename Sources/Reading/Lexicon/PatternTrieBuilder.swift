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
    var text = pattern
    if let isWhole = text.withUTF8({ insertPlain($0, meaning) }) { return isWhole }
    // The tokenizer makes a hyphen a token of its own.
    let spaced =
      pattern.utf8.contains(0x2D)
      ? pattern.split(separator: "-", omittingEmptySubsequences: false)
        .joined(separator: " - ") : pattern
    let words = spaced.utf8.split(separator: 0x20).map { String(Substring($0)) }
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

  /// The same of what most patterns are, words one after the other; `nil` for one that is more.
  private mutating func insertPlain(_ pattern: UnsafeBufferPointer<UInt8>, _ meaning: Int) -> Bool? {
    let isPlain = pattern.allSatisfy { $0 != 0x7C && $0 != 0x3F && $0 != 0x7E && $0 != 0x2D }
    guard isPlain else { return nil }
    var node = 0
    var start = 0
    while start < pattern.count {
      let end = pattern[start...].firstIndex(of: 0x20) ?? pattern.count
      if end > start { node = step(from: node, UnsafeBufferPointer(rebasing: pattern[start..<end])) }
      start = end + 1
    }
    guard node != 0 else { return false }
    finish(node, meaning)
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
    if let last, last.meaning == meaning { return last.number }
    let number = numbers[meaning] ?? meanings.count
    if number == meanings.count {
      meanings.append(meaning)
      numbers[meaning] = number
    }
    last = (meaning, number)
    return number
  }

  private mutating func step(from node: Int, _ word: String) -> Int {
    var word = word
    return word.withUTF8 { step(from: node, $0) }
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
