internal import Reading

/// The words of one language's `names` section, keyed by the hash of their folded form.
///
/// An entry that ends in `*` stands for every word that begins so.
///
/// An object, since every document asks for it.
final class WordTable: Sendable {
  private let exact: TagTable
  private let prefixes: TagTable
  /// By the first byte of a word: bit n is set when a prefix of n bytes exists.
  private let prefixLengths: [UInt64]
  /// Bits of the first three bytes of the prefixes, by which most words are told to begin with none of them.
  private let prefixStarts: [UInt64]
  /// Of `adjective_ending`: what makes an adjective of a region's or a town's name, longest first.
  let adjectiveEndings: [String]
  /// Of `adjective_form`: endings of adjectives in all their cases, where they are made of names and keep the capital.
  let adjectiveForms: [[UInt8]]
  /// Folded, of `street_ending`; with the last bytes they have.
  private let streetEndings: [[UInt8]]
  private let streetLastBytes: [Bool]
  /// The language writes every noun with a capital: tag `capitals: [nouns]`.
  let capitalizesNouns: Bool
  /// The language sets names of companies, ships and teams in quotation marks: tag `quoted: [organisations]`.
  let quotesOrganisations: Bool
  /// Words for the kind of a street or a lake stand before its name: tag `kinds: [before]`; and are written as part of
  /// it: `kinds: [before, in_name]`.
  let kindsStandBefore: Bool
  let kindsAreInNames: Bool
  /// A name that a hyphen joins to another word is no name of its own: tag `hyphenated: [names]`.
  let hyphenatesNames: Bool

  init(_ lexicon: Lexicon?) {
    capitalizesNouns = lexicon?.entries(of: "names")["capitals"]?.contains("nouns") ?? false
    quotesOrganisations = lexicon?.entries(of: "names")["quoted"]?.contains("organisations") ?? false
    kindsStandBefore = lexicon?.entries(of: "names")["kinds"]?.contains("before") ?? false
    kindsAreInNames = lexicon?.entries(of: "names")["kinds"]?.contains("in_name") ?? false
    hyphenatesNames = lexicon?.entries(of: "names")["hyphenated"]?.contains("names") ?? false
    adjectiveForms = (lexicon?.entries(of: "names")["adjective_form"] ?? []).map { Array($0.utf8) }
    adjectiveEndings = (lexicon?.entries(of: "names")["adjective_ending"] ?? []).sorted {
      ($1.utf8.count, $0) < ($0.utf8.count, $1)
    }
    streetEndings = (lexicon?.entries(of: "names")["street_ending"] ?? []).map {
      Array(Folding.fold($0).utf8)
    }
    var lastBytes = [Bool](repeating: false, count: 256)
    for last in streetEndings.compactMap(\.last) { lastBytes[Int(last)] = true }
    streetLastBytes = lastBytes
    var tags = Tags()
    for (name, words) in lexicon?.entries(of: "names") ?? [:] {
      guard let tag = WordTag.byName[name] else { continue }
      // A preposition at the start of a sentence is no place that is called so ("Біля", "Near").
      let meaning = tag == .locative || tag == .of ? tag.union(.common) : tag
      for word in words { tags.insert(word, meaning) }
    }
    // What reports are full of begins their sentences, and some hamlet is called so ("Атака", "Bombe").
    for section in Self.plainSections {
      for pattern in (lexicon?.entries(of: section) ?? [:]).values.joined() where Self.isWord(pattern) {
        tags.insert(pattern, .common)
      }
    }
    exact = tags.exact
    prefixes = tags.prefixes
    prefixLengths = tags.prefixLengths
    prefixStarts = tags.prefixStarts
  }

  /// Sections of words that are no names, however they are written.
  private static let plainSections = ["event", "effect", "weapon", "aircraft"]

  private static func isWord(_ pattern: String) -> Bool {
    pattern.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0x400...0x481: true
      case ..<0x80: false
      default: scalar.properties.isAlphabetic
      }
    }
  }

  private struct Tags {
    var exact = TagTable()
    var prefixes = TagTable()
    var prefixLengths = [UInt64](repeating: 0, count: 256)
    var prefixStarts = [UInt64](repeating: 0, count: 1 << 6)

    mutating func insert(_ word: String, _ tag: WordTag) {
      let isPrefix = word.hasSuffix("*")
      let folded = Array(Folding.fold(isPrefix ? String(word.dropLast()) : word).utf8)
      guard !folded.isEmpty, folded.count < 64 else { return }
      if isPrefix {
        let hash = PrefixHash.of(folded)
        prefixes.insert(tag, for: hash)
        prefixLengths[Int(folded[0])] |= 1 << UInt64(folded.count)
        if folded.count >= 3 {
          let bit = folded.withUnsafeBufferPointer { WordTable.startBit($0, 0) }
          prefixStarts[bit >> 6] |= 1 << UInt64(bit & 63)
        }
      } else {
        exact.insert(tag, for: WordHash.of(folded))
      }
    }
  }

  /// `true` for a folded word of at least three letters before an ending that streets have.
  func isStreetName(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    guard !word.isEmpty, streetLastBytes[Int(bytes[word.upperBound - 1])] else { return false }
    let word = bytes[word]
    return streetEndings.contains { word.count >= $0.count + 3 && word.suffix($0.count).elementsEqual($0) }
  }

  @inline(__always)
  fileprivate static func startBit(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let start = UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
    return Int((start &* 0x9E37_79B1) >> 20)
  }

  /// The tags of a folded word.
  func tags(of word: ArraySlice<UInt8>) -> WordTag {
    Array(word).withUnsafeBufferPointer { tags(of: $0, 0..<$0.count, hash: WordHash.of(word)) }
  }

  /// The tags of a folded word whose hash is known.
  func tags(of bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, hash: UInt64) -> WordTag {
    var found = exact[hash]
    guard !word.isEmpty else { return found }
    var lengths = prefixLengths[Int(bytes[word.lowerBound])] >> 1
    guard lengths != 0 else { return found }
    // Only prefixes of three bytes and more: one look tells whether any begins so.
    if lengths & 0b11 == 0 {
      guard word.count >= 3 else { return found }
      let bit = WordTable.startBit(bytes, word.lowerBound)
      if prefixStarts[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return found }
    }
    var hash = PrefixHash.start
    for index in word {
      PrefixHash.extend(&hash, bytes[index])
      if lengths & 1 != 0 { found.formUnion(prefixes[hash]) }
      lengths >>= 1
      if lengths == 0 { break }
    }
    return found
  }
}

/// Tags by the hash of a folded word, by open addressing.
private struct TagTable: Sendable {
  private struct Slot {
    var hash: UInt64 = 0
    /// No tag says that the slot is empty.
    var tag: WordTag = []
  }

  private var slots = [Slot()]
  /// Bits of the words that are there, since most words of a text are not.
  private var bits = [UInt64](repeating: 0, count: 1 << 8)
  private var count = 0

  @inline(__always)
  subscript(hash: UInt64) -> WordTag {
    let bit = Self.bit(hash)
    return bits[bit.word] & bit.mask == 0 ? [] : slots[place(of: hash)].tag
  }

  mutating func insert(_ tag: WordTag, for hash: UInt64) {
    if (count + 1) * 2 > slots.count { grow() }
    let place = place(of: hash)
    if slots[place].tag.isEmpty { count += 1 }
    slots[place].hash = hash
    slots[place].tag.formUnion(tag)
    let bit = Self.bit(hash)
    bits[bit.word] |= bit.mask
  }

  @inline(__always)
  private static func bit(_ hash: UInt64) -> (word: Int, mask: UInt64) {
    let bit = (hash ^ hash >> 29) & 0x3FFF
    return (Int(bit >> 6), 1 << (bit & 63))
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while !slots[place].tag.isEmpty, slots[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: max(16, old.count * 2))
    for slot in old where !slot.tag.isEmpty { slots[place(of: slot.hash)] = slot }
  }
}
