internal import Reading

/// The words of one language's `names` section, keyed by the hash of their folded form.
///
/// An entry that ends in `*` stands for every word that begins so.
struct WordTable: Sendable {
  private var exact: [UInt64: WordTag] = [:]
  private var prefixes: [UInt64: WordTag] = [:]
  /// Bit n is set when a prefix of n bytes exists.
  private var prefixLengths: UInt64 = 0
  /// The language writes every noun with a capital: tag `capitals: [nouns]`.
  let capitalizesNouns: Bool

  init(_ lexicon: Lexicon?) {
    capitalizesNouns = lexicon?.entries(of: "names")["capitals"]?.contains("nouns") ?? false
    for (name, words) in lexicon?.entries(of: "names") ?? [:] {
      guard let tag = WordTag.byName[name] else { continue }
      for word in words { insert(word, tag) }
    }
  }

  private mutating func insert(_ word: String, _ tag: WordTag) {
    let isPrefix = word.hasSuffix("*")
    let folded = Array(Folding.fold(isPrefix ? String(word.dropLast()) : word).utf8)
    guard !folded.isEmpty, folded.count < 64 else { return }
    let hash = ByteHash.of(folded)
    if isPrefix {
      prefixes[hash, default: []].formUnion(tag)
      prefixLengths |= 1 << UInt64(folded.count)
    } else {
      exact[hash, default: []].formUnion(tag)
    }
  }

  /// The tags of a folded word.
  func tags(of word: ArraySlice<UInt8>) -> WordTag {
    var hash = ByteHash.start
    var found: WordTag = []
    var length: UInt64 = 0
    for byte in word {
      ByteHash.extend(&hash, byte)
      length += 1
      if length < 64, prefixLengths & (1 << length) != 0, let tag = prefixes[hash] { found.formUnion(tag) }
    }
    if let tag = exact[hash] { found.formUnion(tag) }
    return found
  }
}

/// FNV-1a over bytes, the key of folded words.
enum ByteHash {
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = start
    for byte in bytes { extend(&hash, byte) }
    return hash
  }

  @inline(__always)
  static func extend(_ hash: inout UInt64, _ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
