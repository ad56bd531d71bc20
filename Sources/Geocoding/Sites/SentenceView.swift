internal import Reading

/// A sentence with its words for sites, relations and directions, and the mentions found so far.
///
/// An object, since each of its mentions is looked at by several readers.
final class SentenceView {
  private let text: SourceText
  private let all: TokenizedText
  let index: Int
  /// Indices of its tokens in the document.
  let tokens: Range<Int>
  /// In text order.
  let facilities: [LexiconMatch]
  /// Of those that end at a token the first.
  private let facilityEnds: TokenPlaces
  /// Whether it has a unit of length, without which no number is a distance.
  let hasUnit: Bool
  /// Its numbers; read only when it has a unit.
  let quantities: [Quantity]
  /// Its words for directions and units.
  private let words: SortedWords<LexiconMatch>
  private let relations: SortedWords<RelationWord>
  private let mentionStarts: TokenPlaces
  private let mentionEnds: TokenPlaces
  /// The mentions of the sentence, in text order, as indices into what was given.
  let mentionIndices: [Int]

  /// - Parameter matches: the lexicon's, where they are known already.
  init(
    document: Document, sentence: Int, lexicon: Lexicon, matches: [LexiconMatch]? = nil, mentions: [Mention],
    indices: [Int]
  ) {
    text = document.text
    all = document.tokens
    index = sentence
    tokens = document.sentences[sentence].tokens
    var facilities: [LexiconMatch] = []
    var words: [LexiconMatch] = []
    var relations: [RelationWord] = []
    let matches = matches ?? lexicon.matches(in: document.tokens, tokens)
    var hasUnit = false
    for match in matches {
      switch match.section {
      case .facility: facilities.append(match)
      case .relation:
        relations.append(RelationWord(tokens: match.tokens, tag: RelationTags(named: match.tag)))
      case .direction, .units:
        hasUnit = hasUnit || match.section == .units
        words.append(match)
      default: break
      }
    }
    self.facilities = facilities
    facilityEnds = TokenPlaces(facilities.indices.map { (facilities[$0].tokens.upperBound, $0) })
    self.hasUnit = hasUnit
    quantities =
      hasUnit
      ? NumberReader(lexicon: lexicon).quantities(in: document.tokens, tokens, matches: matches) : []
    self.words = SortedWords(words)
    self.relations = SortedWords(relations)
    mentionIndices = indices
    mentionStarts = TokenPlaces(indices.map { (mentions[$0].tokens.lowerBound, $0) })
    mentionEnds = TokenPlaces(indices.map { (mentions[$0].tokens.upperBound, $0) })
  }

  /// Where a mention stands in `mentionIndices`.
  func position(of mention: Int) -> Int? {
    let position = mentionIndices.firstSorted { $0 >= mention }
    return position < mentionIndices.count && mentionIndices[position] == mention ? position : nil
  }

  func mention(startingAt token: Int) -> Int? { mentionStarts[token] }
  func mention(endingAt token: Int) -> Int? { mentionEnds[token] }

  /// The first of the words for sites that end before a token: the longest.
  func facility(endingAt token: Int) -> LexiconMatch? { facilityEnds[token].map { facilities[$0] } }

  func facilities(startingAt token: Int) -> ArraySlice<LexiconMatch> {
    let first = facilities.firstSorted { $0.tokens.lowerBound >= token }
    return facilities[first...].prefix { $0.tokens.lowerBound == token }
  }

  /// Whether a token is part of a word for a site.
  func isFacility(at token: Int) -> Bool {
    (max(tokens.lowerBound, token - Self.longestWord)...token).contains { start in
      facilities(startingAt: start).contains { $0.tokens.contains(token) }
    }
  }

  /// More tokens than any entry of a lexicon has.
  private static let longestWord = 12

  /// The longest match of one of the tags that starts at a token.
  func relation(_ tags: RelationTags, startingAt token: Int) -> RelationWord? {
    relations.longest(startingAt: token) { !$0.tag.isDisjoint(with: tags) }
  }

  /// The longest match of one of the tags that ends before a token.
  func relation(_ tags: RelationTags, endingAt token: Int) -> RelationWord? {
    relations.longest(endingAt: token) { !$0.tag.isDisjoint(with: tags) }
  }

  /// Whether a token is part of a match of one of the tags, wherever the match begins.
  func isRelation(_ tags: RelationTags, at token: Int) -> Bool {
    for start in max(tokens.lowerBound, token - 6)...token {
      if relations.all(startingAt: start).contains(where: {
        !$0.tag.isDisjoint(with: tags) && $0.tokens.contains(token)
      }) {
        return true
      }
    }
    return false
  }

  func direction(startingAt token: Int) -> LexiconMatch? {
    words.longest(startingAt: token) { $0.section == .direction }
  }

  func direction(endingAt token: Int) -> LexiconMatch? {
    words.longest(endingAt: token) { $0.section == .direction }
  }

  /// The units of length of the sentence, by where they start.
  var units: [LexiconMatch] {
    words.byStart.filter { $0.section == .units }
  }

  func unit(startingAt token: Int) -> LexiconMatch? {
    words.longest(startingAt: token) { $0.section == .units }
  }

  func isUnit(endingAt token: Int) -> Bool {
    words.longest(endingAt: token) { $0.section == .units } != nil
  }

  func token(_ index: Int) -> Token { all.tokens[index] }

  func isPunctuation(_ index: Int) -> Bool { token(index).kind == .punctuation }

  /// The text of tokens as read, white space made single.
  func words(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let bytes = token(first).range.lowerBound..<token(last).range.upperBound
    let words = text[bytes]
    if text.utf8[bytes].hasPlainBlanks { return words }
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a token is a mark of one byte.
  func isMark(_ index: Int, _ mark: UInt8) -> Bool {
    let range = token(index).range
    return range.count == 1 && text.utf8[range.lowerBound] == mark
  }

  /// Whether a token's text has an apostrophe, which the folded form drops.
  func hasApostrophe(_ index: Int) -> Bool {
    let bytes = text.utf8[token(index).range]
    return bytes.contains(0x27)
      || bytes.indices.contains { i in
        bytes[i] == 0xE2 && i + 2 < bytes.endIndex && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x99
      }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index for which a condition holds that holds for all behind it.
  func firstSorted(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
