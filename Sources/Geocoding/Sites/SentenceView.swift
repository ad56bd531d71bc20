internal import Reading

/// A sentence with its words for sites, relations and directions, and the mentions found so far.
struct SentenceView {
  let document: Document
  let index: Int
  /// Indices of its tokens in the document.
  let tokens: Range<Int>
  let facilities: [LexiconMatch]
  /// Its numbers; read only when it has a unit.
  let quantities: [Quantity]
  private let starts: [Int: [LexiconMatch]]
  private let ends: [Int: [LexiconMatch]]
  private let mentionStarts: [Int: Int]
  private let mentionEnds: [Int: Int]
  /// The mentions of the sentence, in text order, as indices into what was given.
  let mentionIndices: [Int]

  init(document: Document, sentence: Int, lexicon: Lexicon, mentions: [Mention], indices: [Int]) {
    self.document = document
    index = sentence
    tokens = document.sentences[sentence].tokens
    var facilities: [LexiconMatch] = []
    var starts: [Int: [LexiconMatch]] = [:]
    var ends: [Int: [LexiconMatch]] = [:]
    let matches = lexicon.matches(in: document.tokens, tokens)
    var hasUnit = false
    for match in matches {
      switch match.section {
      case "facility": facilities.append(match)
      case "relation", "direction", "units":
        hasUnit = hasUnit || match.section == "units"
        starts[match.tokens.lowerBound, default: []].append(match)
        ends[match.tokens.upperBound, default: []].append(match)
      default: break
      }
    }
    self.facilities = facilities
    quantities =
      hasUnit
      ? NumberReader(lexicon: lexicon).quantities(in: document.tokens, tokens, matches: matches) : []
    self.starts = starts
    self.ends = ends
    mentionIndices = indices
    mentionStarts = Dictionary(
      indices.map { (mentions[$0].tokens.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    mentionEnds = Dictionary(
      indices.map { (mentions[$0].tokens.upperBound, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func mention(startingAt token: Int) -> Int? { mentionStarts[token] }
  func mention(endingAt token: Int) -> Int? { mentionEnds[token] }

  /// The longest match of one of the tags that starts at a token.
  func relation(_ tags: Set<String>, startingAt token: Int) -> LexiconMatch? {
    starts[token]?.filter { $0.section == "relation" && tags.contains($0.tag) }
      .max { $0.tokens.count < $1.tokens.count }
  }

  /// The longest match of one of the tags that ends before a token.
  func relation(_ tags: Set<String>, endingAt token: Int) -> LexiconMatch? {
    ends[token]?.filter { $0.section == "relation" && tags.contains($0.tag) }
      .max { $0.tokens.count < $1.tokens.count }
  }

  /// Whether a token is part of a match of one of the tags, wherever the match begins.
  func isRelation(_ tags: Set<String>, at token: Int) -> Bool {
    for start in max(tokens.lowerBound, token - 6)...token {
      if starts[start]?.contains(where: {
        $0.section == "relation" && tags.contains($0.tag) && $0.tokens.contains(token)
      }) == true {
        return true
      }
    }
    return false
  }

  func direction(startingAt token: Int) -> LexiconMatch? {
    starts[token]?.filter { $0.section == "direction" }.max { $0.tokens.count < $1.tokens.count }
  }

  func direction(endingAt token: Int) -> LexiconMatch? {
    ends[token]?.filter { $0.section == "direction" }.max { $0.tokens.count < $1.tokens.count }
  }

  /// The units of length of the sentence, by where they start.
  var units: [LexiconMatch] {
    starts.values.joined().filter { $0.section == "units" }.sorted {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }
  }

  func unit(startingAt token: Int) -> LexiconMatch? {
    starts[token]?.filter { $0.section == "units" }.max { $0.tokens.count < $1.tokens.count }
  }

  func isUnit(endingAt token: Int) -> Bool {
    ends[token]?.contains { $0.section == "units" } ?? false
  }

  func token(_ index: Int) -> Token { document.tokens.tokens[index] }

  func isPunctuation(_ index: Int) -> Bool { token(index).kind == .punctuation }

  /// The text of tokens as read, white space made single.
  func words(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let text = document.text[token(first).range.lowerBound..<token(last).range.upperBound]
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
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

/// Tags of the lexicon's `relation` section that do the same work.
enum RelationTags {
  static let inside: Set<String> = ["in", "from_in"]
  static let of: Set<String> = ["of", "from_of"]
  static let from: Set<String> = ["from", "from_in", "from_of"]
  /// Words that may stand between a relation or a kind and the name it belongs to.
  static let filler: Set<String> = ["filler", "state", "of", "from_of", "indefinite", "own"]
}
