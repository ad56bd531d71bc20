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
  let isEnglish: Bool
  let isTurkish: Bool
  /// The language puts case endings behind names: Azerbaijani and Turkish.
  let endsInCase: Bool
  let sentences: UnsafeBufferPointer<Sentence>
  let tokens: UnsafeBufferPointer<Token>
  let tags: UnsafeMutableBufferPointer<WordTag>
  /// Hashes of the folded forms, a possessive ending left out.
  let hashes: UnsafeMutableBufferPointer<UInt64>
  /// The tokens that may announce a person, and those that name a kind of street, quarter or feature.
  let personWords: UnsafeBufferPointer<Int>
  let kindWords: UnsafeBufferPointer<Int>
  /// The words that a kind of site may begin with, in no order.
  let siteWords: UnsafeBufferPointer<Int>
  let embassies: PatternSearch?
  /// The capitalised words.
  let capitals: UnsafeBufferPointer<Int>
  /// Where names may begin.
  let places: UnsafeBufferPointer<Range<UInt32>>
  /// `false` in a language that capitalises every noun.
  let capitalsTellNames: Bool
  /// Folded words that occur in lower case somewhere in the body.
  @exclusivity(unchecked) private var lowerCased: LowerCasedWords

  /// The kinds of sites to look for in a document, in its language.
  struct SoughtSites {
    let all: PatternSearch
    let embassies: PatternSearch
  }

  static func with<Result>(
    _ document: Document, _ language: LanguageTables.Tables, _ sites: SoughtSites?, _ memory: WorkerMemory,
    _ body: (TaggedText) -> Result
  ) -> Result {
    document.text.utf8.withUnsafeBufferPointer { utf8 in
      document.sentences.withUnsafeBufferPointer { sentences in
        document.tokens.tokens.withUnsafeBufferPointer { tokens in
          document.tokens.folded.withUnsafeBufferPointer { folded in
            body(
              TaggedText(
                document, utf8, sentences, tokens, folded, language, sites, memory.tags(of: language),
                memory.text))
          }
        }
      }
    }
  }

  private init(
    _ document: Document, _ utf8: UnsafeBufferPointer<UInt8>, _ sentences: UnsafeBufferPointer<Sentence>,
    _ tokens: UnsafeBufferPointer<Token>, _ folded: UnsafeBufferPointer<UInt8>,
    _ tables: LanguageTables.Tables, _ sites: SoughtSites?, _ known: TagMemory, _ rooms: TextRooms
  ) {
    embassies = sites?.embassies
    self.document = document
    capitalsTellNames = !tables.words.capitalizesNouns
    self.utf8 = utf8
    self.tokens = tokens
    self.sentences = sentences
    language = document.language
    isEnglish = language == "en"
    isTurkish = language == "tr"
    endsInCase = isTurkish || language == "az"
    let hashes = rooms.hashes.take(tokens.count)
    let siteWords = rooms.siteWords.take(2 * tokens.count)
    let allSites = sites?.all
    let words = tables.words
    var siteCount = 0
    for index in tokens.indices {
      let token = tokens[index]
      hashes[index] = token.hash
      if !token.isPlain, Self.isPossessive(token, utf8) {
        hashes[index] = WordHash.of(UnsafeBufferPointer(rebasing: folded[token.foldedRange.dropLast()]))
        // Patterns hold such a word with its ending, its tags are those without.
        siteWords[siteCount] = index
        siteCount += allSites?.mayStart(withWord: token.hash, folded, token.foldedRange) ?? false ? 1 : 0
      }
    }
    let tags = rooms.tags.take(tokens.count)
    known.tag(tokens, hashes, tags, rooms.unknown.take(tokens.count)) { index in
      let whole = tokens[index].foldedRange
      let range = hashes[index] == tokens[index].hash ? whole : whole.dropLast()
      var tag = words.tags(of: folded, range, hash: hashes[index])
      if words.isStreetName(folded, range) { tag.insert(.streetName) }
      if let allSites, allSites.mayStart(withWord: hashes[index], folded, range) { tag.insert(.siteStart) }
      return tag
    }
    let capitals = rooms.capitals.take(tokens.count)
    let places = rooms.places.take(tokens.count)
    var lower = LowerCasedWords(rooms.lowerBits, words: tokens.count)
    var (capitalCount, placeCount) = (0, 0)
    let personWords = rooms.personWords.take(tokens.count)
    let kindWords = rooms.kindWords.take(tokens.count)
    var (personCount, kindCount) = (0, 0)
    // What comes next is not to be foreseen, so that it is written down in any case and counted if it counts.
    for index in tokens.indices {
      let token = tokens[index]
      let isLower = token.casing == .lower
      let isPlace = token.kind != .punctuation && !isLower || !token.isASCII
      places[placeCount] = token.place
      placeCount &+= isPlace ? 1 : 0
      capitals[capitalCount] = index
      capitalCount &+= Self.isCapitalized(token, utf8) ? 1 : 0
      lower.add(hashes[index], if: isLower)
      let tag = tags[index]
      if tag.isDisjoint(with: Self.announcing) { continue }
      if token.casing != .capitalized { tags[index].remove(.streetName) }
      personWords[personCount] = index
      personCount &+= tag.isDisjoint(with: Self.persons) ? 0 : 1
      kindWords[kindCount] = index
      kindCount &+= tags[index].isDisjoint(with: Self.kinds) ? 0 : 1
      siteWords[siteCount] = index
      siteCount &+= tag.contains(.siteStart) ? 1 : 0
    }
    self.tags = tags
    self.hashes = hashes
    self.personWords = UnsafeBufferPointer(rebasing: personWords[..<personCount])
    self.kindWords = UnsafeBufferPointer(rebasing: kindWords[..<kindCount])
    self.siteWords = UnsafeBufferPointer(rebasing: siteWords[..<siteCount])
    self.capitals = UnsafeBufferPointer(rebasing: capitals[..<capitalCount])
    self.places = UnsafeBufferPointer(rebasing: places[..<placeCount])
    lowerCased = lower
  }

  /// `true` for a word that ends in an apostrophe and s.
  func isPossessive(_ index: Int) -> Bool { Self.isPossessive(tokens[index], utf8) }

  private static func isPossessive(_ token: Token, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = token.range.upperBound
    guard token.kind == .word, !token.isPlain, token.range.count > 2,
      utf8[end - 1] | 0x20 == UInt8(ascii: "s")
    else {
      return false
    }
    if utf8[end - 2] == 0x27 { return true }
    return token.range.count > 4 && utf8[end - 2] == 0x99 && utf8[end - 3] == 0x80 && utf8[end - 4] == 0xE2
  }

  func occursLowerCased(_ index: Int) -> Bool { lowerCased.contains(hashes[index], tokens, hashes) }

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
    if token.casing == .mixed {
      let first = utf8[token.range.lowerBound]
      return !(first >= 0x61 && first <= 0x7A)
    }
    return token.casing == .capitalized || token.casing == .upper
  }

  private static let persons: WordTag = [.firstName, .title]
  private static let kinds: WordTag = [.numberedRoad, .street, .streetName, .quarter, .naturalAfter]
  private static let announcing = persons.union(kinds).union(.siteStart)

  /// `true` when nothing but white space, and no blank line, lies between two neighbours.
  func adjoins(_ index: Int, _ next: Int) -> Bool {
    let gap = tokens[index].range.upperBound..<tokens[next].range.lowerBound
    return gap.count <= 3 || !gap.contains { utf8[$0] > 0x20 }
  }

  /// `true` when not even white space lies between two neighbours.
  func adjoinsTightly(_ index: Int, _ next: Int) -> Bool {
    tokens[index].range.upperBound == tokens[next].range.lowerBound
  }

  /// The token before a name, an "of" between them left out ("region of X"); `nil` where the sentence begins.
  func headWord(before name: Range<Int>, in sentence: Int) -> Int? {
    let start = sentences[sentence].tokens.lowerBound
    var before = name.lowerBound - 1
    if before > start, tags[before].contains(.of) { before -= 1 }
    return before >= start ? before : nil
  }

  /// "Odesa region", "région de Lviv".
  func hasRegionWord(beside name: Range<Int>, in sentence: Int) -> Bool {
    let next = name.upperBound
    if next < sentences[sentence].tokens.upperBound, tags[next].contains(.regionWord), adjoins(next - 1, next)
    {
      return true
    }
    return headWord(before: name, in: sentence).map { tags[$0].contains(.regionWord) } ?? false
  }
}
