internal import Gazetteer
internal import Reading

/// A document's tokens with what each word may mean next to a name.
///
/// An object, since every rule about a name holds on to it; it lends memory of the document and must not outlive the
/// call that hands it out.
final class TaggedText {
  let document: Document
  /// The parts of the document that rules look at.
  let utf8: UnsafeBufferPointer<UInt8>
  let language: String
  let sentences: UnsafeBufferPointer<Sentence>
  let tokens: UnsafeBufferPointer<Token>
  let tags: UnsafeMutableBufferPointer<WordTag>
  /// Hashes of the folded forms, a possessive ending left out.
  let hashes: UnsafeMutableBufferPointer<UInt64>
  /// The tokens that may announce a person, and those that name a kind of street, quarter or feature.
  let personWords: [Int]
  let kindWords: [Int]
  /// The capitalised words.
  let capitals: [Int]
  /// Where names may begin.
  let places: [ScanPlace]
  /// `false` in a language that capitalises every noun.
  let capitalsTellNames: Bool
  /// Folded words that occur in lower case somewhere in the body.
  private let lowerCased: HashSet

  static func with<Result>(
    _ document: Document, _ words: WordTable, _ memory: TagMemory, _ body: (TaggedText) -> Result
  ) -> Result {
    document.text.utf8.withUnsafeBufferPointer { utf8 in
      document.sentences.withUnsafeBufferPointer { sentences in
        document.tokens.tokens.withUnsafeBufferPointer { tokens in
          document.tokens.folded.withUnsafeBufferPointer { folded in
            body(TaggedText(document, utf8, sentences, tokens, folded, words, memory))
          }
        }
      }
    }
  }

  private init(
    _ document: Document, _ utf8: UnsafeBufferPointer<UInt8>, _ sentences: UnsafeBufferPointer<Sentence>,
    _ tokens: UnsafeBufferPointer<Token>, _ folded: UnsafeBufferPointer<UInt8>, _ words: WordTable,
    _ memory: TagMemory
  ) {
    self.document = document
    capitalsTellNames = !words.capitalizesNouns
    self.utf8 = utf8
    self.tokens = tokens
    self.sentences = sentences
    language = document.language
    var lower = HashSet(capacity: tokens.count / 2)
    tags = .allocate(capacity: tokens.count)
    hashes = .allocate(capacity: tokens.count)
    var personWords: [Int] = []
    var kindWords: [Int] = []
    var capitals: [Int] = []
    capitals.reserveCapacity(tokens.count / 4)
    var places: [ScanPlace] = []
    places.reserveCapacity(tokens.count / 3)
    for index in tokens.indices {
      let token = tokens[index]
      guard token.kind == .word else {
        if token.kind == .number || !token.isASCII { places.append(ScanPlace(token.range)) }
        tags.initializeElement(at: index, to: [])
        hashes.initializeElement(at: index, to: token.hash)
        continue
      }
      var hash = token.hash
      var range = token.foldedRange
      // What is plain has an apostrophe only when its folded form is shorter.
      if range.count != token.range.count || !token.isASCII, Self.isPossessive(token, utf8) {
        range = range.dropLast()
        hash = WordHash.of(UnsafeBufferPointer(rebasing: folded[range]))
      }
      var tag = memory.tag(of: hash) {
        let tag = words.tags(of: folded, range, hash: hash)
        return words.isStreetName(folded, range) ? tag.union(.streetName) : tag
      }
      if token.casing != .capitalized { tag.remove(.streetName) }
      if token.casing != .lower || !token.isASCII { places.append(ScanPlace(token.range)) }
      if token.casing == .lower {
        lower.insert(hash)
      } else {
        if Self.isCapitalized(token, utf8) { capitals.append(index) }
      }
      if !tag.isDisjoint(with: Self.announcing) {
        if !tag.isDisjoint(with: Self.persons) { personWords.append(index) }
        if !tag.isDisjoint(with: Self.kinds) { kindWords.append(index) }
      }
      tags.initializeElement(at: index, to: tag)
      hashes.initializeElement(at: index, to: hash)
    }
    self.personWords = personWords
    self.kindWords = kindWords
    self.capitals = capitals
    self.places = places
    lowerCased = lower
  }

  deinit {
    tags.deallocate()
    hashes.deallocate()
  }

  /// `true` for a word that ends in an apostrophe and s.
  func isPossessive(_ index: Int) -> Bool { Self.isPossessive(tokens[index], utf8) }

  private static func isPossessive(_ token: Token, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = token.range.upperBound
    guard token.kind == .word, token.range.count > 2, utf8[end - 1] | 0x20 == UInt8(ascii: "s") else {
      return false
    }
    if utf8[end - 2] == 0x27 { return true }
    return token.range.count > 4 && utf8[end - 2] == 0x99 && utf8[end - 3] == 0x80 && utf8[end - 4] == 0xE2
  }

  func occursLowerCased(_ index: Int) -> Bool { lowerCased.contains(hashes[index]) }

  /// The single byte of a punctuation mark, 0 for anything else; dashes and quotes are `-` and `"`.
  func mark(_ index: Int) -> UInt8 {
    let token = tokens[index]
    guard token.kind == .punctuation else { return 0 }
    let range = token.range
    let first = utf8[range.lowerBound]
    if range.count == 1 { return first }
    guard range.count == 3, first == 0xE2, utf8[range.lowerBound + 1] == 0x80 else {
      return range.count == 2 && first == 0xC2 ? UInt8(ascii: "\"") : 1
    }
    switch utf8[range.lowerBound + 2] {
    case 0x90...0x95: return UInt8(ascii: "-")
    case 0x98...0x9F: return UInt8(ascii: "\"")
    default: return 1
    }
  }

  func isCapitalized(_ index: Int) -> Bool { Self.isCapitalized(tokens[index], utf8) }

  @inline(__always)
  private static func isCapitalized(_ token: Token, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    switch token.casing {
    case .capitalized, .upper: return token.kind == .word
    case .mixed:
      let first = utf8[token.range.lowerBound]
      return token.kind == .word && !(first >= 0x61 && first <= 0x7A)
    case .lower, .none: return false
    }
  }

  private static let persons: WordTag = [.firstName, .title]
  private static let kinds: WordTag = [.numberedRoad, .street, .streetName, .quarter, .naturalAfter]
  private static let announcing = persons.union(kinds)

  /// `true` when nothing but white space, and no blank line, lies between two neighbours.
  func adjoins(_ index: Int, _ next: Int) -> Bool {
    let gap = tokens[index].range.upperBound..<tokens[next].range.lowerBound
    return gap.count <= 3 || !gap.contains { utf8[$0] > 0x20 }
  }

  /// `true` when not even white space lies between two neighbours.
  func adjoinsTightly(_ index: Int, _ next: Int) -> Bool {
    tokens[index].range.upperBound == tokens[next].range.lowerBound
  }
}
