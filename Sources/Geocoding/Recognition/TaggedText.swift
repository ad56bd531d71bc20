internal import Gazetteer
internal import Reading

/// A document's tokens with what each word may mean next to a name.
///
/// An object, since every rule about a name holds on to it; it lends memory of the document and must not outlive the
/// call that hands it out.
final class TaggedText {
  private let source: UnsafePointer<Document>
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
  /// The kinds of sites to look for, in its language.
  let sites: SoughtTags.LanguageWords?
  /// The capitalised words.
  let capitals: UnsafeBufferPointer<Int>
  /// Where names may begin.
  let places: UnsafeBufferPointer<Range<UInt32>>
  /// `false` in a language that capitalises every noun.
  let capitalsTellNames: Bool
  /// What its language says of words and names.
  let words: WordTable
  /// Where others write what they find in the text.
  let rooms: TextRooms
  /// Folded words that occur in lower case somewhere in the body.
  @exclusivity(unchecked) private var lowerCased: LowerCasedWords

  /// Where it lies, since a copy would count all that it refers to.
  var document: Document { _read { yield source.pointee } }

  static func with<Result>(
    _ document: Document, _ language: LanguageTables.Tables, _ sites: SoughtTags.LanguageWords?,
    _ memory: WorkerMemory,
    _ body: (TaggedText) -> Result
  ) -> Result {
    withUnsafePointer(to: document) { source in
      document.text.utf8.withUnsafeBufferPointer { utf8 in
        document.sentences.withUnsafeBufferPointer { sentences in
          document.tokens.tokens.withUnsafeBufferPointer { tokens in
            document.tokens.folded.withUnsafeBufferPointer { folded in
              body(
                TaggedText(
                  source, utf8, sentences, tokens, folded, language, sites, memory.tags(of: language),
                  memory.text))
            }
          }
        }
      }
    }
  }

  private init(
    _ source: UnsafePointer<Document>, _ utf8: UnsafeBufferPointer<UInt8>,
    _ sentences: UnsafeBufferPointer<Sentence>, _ tokens: UnsafeBufferPointer<Token>,
    _ folded: UnsafeBufferPointer<UInt8>, _ tables: LanguageTables.Tables, _ sites: SoughtTags.LanguageWords?,
    _ memory: TagMemory, _ rooms: TextRooms
  ) {
    self.source = source
    self.utf8 = utf8
    self.tokens = tokens
    self.sentences = sentences
    self.rooms = rooms
    self.sites = sites
    words = tables.words
    capitalsTellNames = !words.capitalizesNouns
    language = source.pointee.language
    isEnglish = language == "en"
    isTurkish = language == "tr"
    endsInCase = isTurkish || language == "az"
    let hashes = rooms.hashes.take(tokens.count)
    let tags = rooms.tags.take(tokens.count)
    let siteWords = rooms.siteWords.take(2 * tokens.count)
    let telling = rooms.telling.take(tokens.count)
    let allSites = sites?.withHosts.all
    var (siteCount, tellingCount) = (0, 0)
    let known = rooms.known.take(tokens.count)
    memory.reach(for: tokens, known)
    var sets = memory.tagSets
    // What comes next is not to be foreseen, so that it is written down in any case and counted if it counts, without
    // a branch.
    for index in tokens.indices {
      let token = tokens[index]
      var hash = token.hash
      if !token.isPlain, TextParts.isPossessive(token, utf8) {
        hash = WordHash.of(UnsafeBufferPointer(rebasing: folded[token.foldedRange.dropLast()]))
        // Patterns hold such a word with its ending, its tags are those without.
        siteWords[siteCount] = index
        siteCount += allSites?.mayStart(withWord: token.hash, folded, token.foldedRange) ?? false ? 1 : 0
        known[index] = memory.place(of: hash)
      }
      hashes[index] = hash
      let (tag, difference) = TagMemory.tag(of: hash, at: known[index], sets)
      tags[index] = tag
      telling[tellingCount] = Int32(truncatingIfNeeded: index)
      tellingCount &+= (tag.rawValue & Self.announcing.rawValue) | difference == 0 ? 0 : 1
    }
    let personWords = rooms.personWords.take(tellingCount)
    let kindWords = rooms.kindWords.take(tellingCount)
    var (personCount, kindCount) = (0, 0)
    for index in telling[..<tellingCount].lazy.map(Int.init) {
      let token = tokens[index]
      let hash = hashes[index]
      let found = TagMemory.tag(of: hash, at: known[index], sets)
      var tag = found.tag
      if found.difference != 0, let moved = memory.movedTag(of: hash) {
        tag = moved
      } else if found.difference != 0 {
        tag = Self.tag(of: token, hash, folded, words, allSites)
        memory.learn(hash, tag)
        sets = memory.tagSets
      }
      if token.casing != .capitalized { tag.remove(.streetName) }
      tags[index] = tag
      personWords[personCount] = index
      personCount &+= tag.isDisjoint(with: Self.persons) ? 0 : 1
      kindWords[kindCount] = index
      kindCount &+= tag.isDisjoint(with: Self.kinds) ? 0 : 1
      siteWords[siteCount] = index
      siteCount &+= tag.contains(.siteStart) ? 1 : 0
    }
    self.tags = tags
    self.hashes = hashes
    self.personWords = UnsafeBufferPointer(rebasing: personWords[..<personCount])
    self.kindWords = UnsafeBufferPointer(rebasing: kindWords[..<kindCount])
    self.siteWords = UnsafeBufferPointer(rebasing: siteWords[..<siteCount])
    // By themselves, since so many rows at a time are more than the processor has at hand.
    let capitals = rooms.capitals.take(tokens.count)
    let places = rooms.places.take(tokens.count)
    var lower = LowerCasedWords(rooms, words: tokens.count)
    var (capitalCount, placeCount) = (0, 0)
    for index in tokens.indices {
      let token = tokens[index]
      let form = TokenForm(token)
      places[placeCount] = token.place
      placeCount &+= Int(truncatingIfNeeded: form.mayBeName)
      capitals[capitalCount] = index
      var isCapital = form.isCapital
      if token.casing == .mixed { isCapital = Self.isCapitalized(token, utf8) ? 1 : 0 }
      capitalCount &+= Int(truncatingIfNeeded: isCapital)
      lower.add(hashes[index], form.isLower)
    }
    self.capitals = UnsafeBufferPointer(rebasing: capitals[..<capitalCount])
    self.places = UnsafeBufferPointer(rebasing: places[..<placeCount])
    lowerCased = lower
  }

  /// - Parameter hash: without a possessive ending, as it is read.
  @inline(never)
  private static func tag(
    of token: Token, _ hash: UInt64, _ folded: UnsafeBufferPointer<UInt8>, _ words: WordTable,
    _ sites: PatternSearch?
  ) -> WordTag {
    guard token.kind == .word else { return [] }
    let range = hash == token.hash ? token.foldedRange : token.foldedRange.dropLast()
    var tag = words.tags(of: folded, range, hash: hash)
    if words.isStreetName(folded, range) { tag.insert(.streetName) }
    if let sites, sites.mayStart(withWord: hash, folded, range) { tag.insert(.siteStart) }
    return tag
  }

  /// What of it is nothing but pointers.
  var parts: TextParts {
    TextParts(
      utf8: utf8, sentences: sentences, tokens: tokens, tags: tags, isEnglish: isEnglish, isTurkish: isTurkish
    )
  }

  /// `true` for a word that ends in an apostrophe and s.
  func isPossessive(_ index: Int) -> Bool { parts.isPossessive(index) }

  /// Where a word ends before an apostrophe and an ending, as Turkish writes names.
  func stemEnd(_ index: Int) -> Int? {
    let range = tokens[index].range
    let apostrophe = range.lastIndex {
      utf8[$0] == 0x27
        || utf8[$0] == 0xE2 && $0 + 2 < range.upperBound && utf8[$0 + 1] == 0x80 && utf8[$0 + 2] == 0x99
    }
    return apostrophe.flatMap { $0 > range.lowerBound ? $0 : nil }
  }

  func occursLowerCased(_ index: Int) -> Bool { lowerCased.contains(hashes[index], tokens, hashes) }

  /// The single byte of a punctuation mark, 0 for anything else; dashes and quotes are `-` and `"`.
  func mark(_ index: Int) -> UInt8 { parts.mark(index) }

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
  private static let kinds: WordTag = [
    .numberedRoad, .street, .streetName, .quarter, .naturalAfter, .naturalHead, .countyBefore, .countyAfter,
  ]
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

  /// "The city of Tunis", "Tunus kentinde".
  func hasTownWord(beside name: Range<Int>, in sentence: Int) -> Bool {
    let next = name.upperBound
    if next < sentences[sentence].tokens.upperBound, tags[next].contains(.townAfter), adjoins(next - 1, next)
    {
      return true
    }
    return headWord(before: name, in: sentence).map { tags[$0].contains(.townBefore) } ?? false
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

/// How a token is written, as numbers: what is not to be foreseen must not be branched on.
private struct TokenForm {
  private let kind: UInt8
  private let casing: UInt8
  private let mayHoldCapitals: UInt64

  @inline(__always)
  init(_ token: Token) {
    kind = token.kind.rawValue
    casing = token.casing.rawValue
    mayHoldCapitals = token.isASCII || token.isSmallBeyondASCII ? 0 : 1
  }

  /// 1 for one in small letters, or 0.
  @inline(__always) var isLower: UInt64 { Self.lower &>> UInt64(casing) & 1 }

  /// 1 for one that begins with a capital, or 0; unknown of one of mixed letters.
  @inline(__always) var isCapital: UInt64 { Self.capitals &>> UInt64(casing) & 1 }

  /// 1 for one at which a name may begin, or 0.
  @inline(__always) var mayBeName: UInt64 {
    Self.names &>> UInt64(kind &* 8 &+ casing) & 1 | mayHoldCapitals
  }

  private static let lower: UInt64 = 1 << UInt64(Token.Casing.lower.rawValue)
  private static let capitals: UInt64 =
    1 << UInt64(Token.Casing.capitalized.rawValue) | 1 << UInt64(Token.Casing.upper.rawValue)
  /// By kind and casing: words and numbers that are not in small letters.
  private static let names: UInt64 =
    (0xFF & ~lower) << UInt64(Token.Kind.word.rawValue * 8)
    | (0xFF & ~lower) << UInt64(Token.Kind.number.rawValue * 8)
}
