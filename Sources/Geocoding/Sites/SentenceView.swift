internal import Reading

/// A sentence with its words for sites, relations and directions, and the mentions found so far.
///
/// An object, since each of its mentions is looked at by several readers.
final class SentenceView {
  let document: Document
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
  /// Its words for relations, directions and units, by where they start.
  private let words: [LexiconMatch]
  /// Their indices by where they end.
  private let byEnd: [Int]
  private let mentionStarts: TokenPlaces
  private let mentionEnds: TokenPlaces
  /// The mentions of the sentence, in text order, as indices into what was given.
  let mentionIndices: [Int]

  /// - Parameter matches: the lexicon's, where they are known already.
  init(
    document: Document, sentence: Int, lexicon: Lexicon, matches: [LexiconMatch]? = nil, mentions: [Mention],
    indices: [Int]
  ) {
    self.document = document
    index = sentence
    tokens = document.sentences[sentence].tokens
    var facilities: [LexiconMatch] = []
    var words: [LexiconMatch] = []
    let matches = matches ?? lexicon.matches(in: document.tokens, tokens)
    var hasUnit = false
    for match in matches {
      switch match.section {
      case .facility: facilities.append(match)
      case .relation, .direction, .units:
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
    self.words = words
    byEnd =
      words.count < 2
      ? Array(words.indices)
      : words.indices.sorted {
        (words[$0].tokens.upperBound, $0) < (words[$1].tokens.upperBound, $1)
      }
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

  private func words(startingAt token: Int) -> ArraySlice<LexiconMatch> {
    let first = words.firstSorted { $0.tokens.lowerBound >= token }
    return words[first...].prefix { $0.tokens.lowerBound == token }
  }

  private func words(endingAt token: Int) -> some Sequence<LexiconMatch> {
    let first = byEnd.firstSorted { words[$0].tokens.upperBound >= token }
    return byEnd[first...].prefix { words[$0].tokens.upperBound == token }.lazy.map { [words] in words[$0] }
  }

  /// The longest match of one of the tags that starts at a token.
  func relation(_ tags: Set<String>, startingAt token: Int) -> LexiconMatch? {
    Self.longest(words(startingAt: token)) { $0.section == .relation && tags.contains($0.tag) }
  }

  /// The longest match of one of the tags that ends before a token.
  func relation(_ tags: Set<String>, endingAt token: Int) -> LexiconMatch? {
    Self.longest(words(endingAt: token)) { $0.section == .relation && tags.contains($0.tag) }
  }

  /// Of equals the first.
  private static func longest(
    _ words: some Sequence<LexiconMatch>, where isSought: (LexiconMatch) -> Bool
  ) -> LexiconMatch? {
    var best: LexiconMatch?
    for word in words where isSought(word) {
      if let known = best, known.tokens.count >= word.tokens.count { continue }
      best = word
    }
    return best
  }

  /// Whether a token is part of a match of one of the tags, wherever the match begins.
  func isRelation(_ tags: Set<String>, at token: Int) -> Bool {
    for start in max(tokens.lowerBound, token - 6)...token {
      if words(startingAt: start).contains(where: {
        $0.section == .relation && tags.contains($0.tag) && $0.tokens.contains(token)
      }) {
        return true
      }
    }
    return false
  }

  func direction(startingAt token: Int) -> LexiconMatch? {
    Self.longest(words(startingAt: token)) { $0.section == .direction }
  }

  func direction(endingAt token: Int) -> LexiconMatch? {
    Self.longest(words(endingAt: token)) { $0.section == .direction }
  }

  /// The units of length of the sentence, by where they start.
  var units: [LexiconMatch] {
    words.filter { $0.section == .units }
  }

  func unit(startingAt token: Int) -> LexiconMatch? {
    Self.longest(words(startingAt: token)) { $0.section == .units }
  }

  func isUnit(endingAt token: Int) -> Bool {
    words(endingAt: token).contains { $0.section == .units }
  }

  func token(_ index: Int) -> Token { document.tokens.tokens[index] }

  func isPunctuation(_ index: Int) -> Bool { token(index).kind == .punctuation }

  /// The text of tokens as read, white space made single.
  func words(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let bytes = token(first).range.lowerBound..<token(last).range.upperBound
    let text = document.text[bytes]
    if Self.isPlain(document.text.utf8[bytes]) { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Nothing but letters, digits and marks with single spaces, which most words of most texts are.
  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    var before: UInt8 = 0x20
    for byte in bytes {
      if byte < 0x20 || byte == 0x7F || byte == 0x20 && before == 0x20 || isOdd(byte, after: before) {
        return false
      }
      before = byte
    }
    return before != 0x20
  }

  /// What may begin or be a white space beyond ASCII, or a mark that a space may carry: all but the letters of
  /// Latin and Cyrillic.
  private static func isOdd(_ byte: UInt8, after before: UInt8) -> Bool {
    switch byte {
    case 0xCB...0xCF, 0xD2...0xFF: true
    case 0x80...0xBF: before == 0xC2 && (byte == 0x85 || byte == 0xA0)
    default: false
    }
  }

  /// Whether a token is a mark of one byte.
  func isMark(_ index: Int, _ mark: UInt8) -> Bool {
    let range = token(index).range
    return range.count == 1 && document.text.utf8[range.lowerBound] == mark
  }

  /// Whether a token's text has an apostrophe, which the folded form drops.
  func hasApostrophe(_ index: Int) -> Bool {
    let bytes = document.text.utf8[token(index).range]
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

/// Tags of the lexicon's `relation` section that do the same work.
enum RelationTags {
  static let inside: Set<String> = ["in", "from_in"]
  static let of: Set<String> = ["of", "from_of"]
  static let from: Set<String> = ["from", "from_in", "from_of"]
  /// Words that may stand between a relation or a kind and the name it belongs to.
  static let filler: Set<String> = ["filler", "state", "of", "from_of", "indefinite", "own"]
  /// Words that may stand between a distance and the name it is measured from.
  static let link = filler.union(from).union(["away"])
  static let within: Set<String> = ["within"]
  static let and: Set<String> = ["and"]
  static let to: Set<String> = ["to"]
  /// Words that may stand between a place and the one it lies in.
  static let parent = filler.union(inside).union(within)
}
