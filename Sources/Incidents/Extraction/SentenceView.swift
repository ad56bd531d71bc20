import Geocoding
import Reading

/// A sentence with everything known of it, and distances between its words.
struct SentenceView {
  let index: Int
  let sentence: Sentence
  let matches: [LexiconMatch]
  private let bySection: [String: [LexiconMatch]]
  let dates: [DateExpression]
  let quantities: [Quantity]
  let locatives: [Locative]
  let mentions: [Mention]
  let text: TokenizedText
  /// The language says "in" with a word of its own, not with an ending.
  let usesPrepositions: Bool
  /// The language writes all nouns with a capital, so that a capital tells no name.
  let capitalizesNouns: Bool
  /// Running cost of the tokens from the start of the sentence; marks that part clauses cost more.
  private let cost: [Int]

  init(
    index: Int, sentence: Sentence, text: TokenizedText, matches: [LexiconMatch], dates: [DateExpression],
    quantities: [Quantity], locatives: [Locative], mentions: [Mention], usesPrepositions: Bool,
    capitalizesNouns: Bool = false
  ) {
    self.capitalizesNouns = capitalizesNouns
    self.index = index
    self.sentence = sentence
    self.text = text
    self.usesPrepositions = usesPrepositions
    self.matches = matches
    bySection = Dictionary(grouping: matches, by: \.section)
    self.dates = dates
    self.quantities = quantities
    self.locatives = locatives
    self.mentions = mentions
    var running = 0
    var cost = [0]
    cost.reserveCapacity(sentence.tokens.count + 1)
    let boundaries = Set(
      matches.filter { $0.section == "context" && $0.tag == "boundary" }.map(\.tokens.lowerBound))
    for token in sentence.tokens {
      running += Self.cost(text, token) + (boundaries.contains(token) ? 4 : 0)
      cost.append(running)
    }
    self.cost = cost
  }

  private static func cost(_ text: TokenizedText, _ index: Int) -> Int {
    guard text.tokens[index].kind == .punctuation else { return 1 }
    return switch text.folded(index) {
    case ",": 3
    case ";", ":", "—", "–", "(", ")": 8
    case "-", "'", "\"", "“", "”", "«", "»", "„": 0
    default: 2
    }
  }

  /// How far apart two stretches of the sentence are, in words; clause marks between them add to it.
  /// 0 when they touch or overlap.
  func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    let (first, second) = a.lowerBound <= b.lowerBound ? (a, b) : (b, a)
    guard second.lowerBound > first.upperBound else { return 0 }
    let base = sentence.tokens.lowerBound
    return cost[second.lowerBound - base] - cost[first.upperBound - base]
  }

  /// The least distance to any of `others`; `nil` when there are none.
  func distance(_ a: Range<Int>, toNearestOf others: [Range<Int>]) -> Int? {
    others.map { distance(a, $0) }.min()
  }

  func matches(_ section: String) -> [LexiconMatch] { bySection[section] ?? [] }

  func matches(_ section: String, _ tags: String...) -> [LexiconMatch] {
    (bySection[section] ?? []).filter { tags.contains($0.tag) }
  }

  /// UTF-8 bytes covered by a run of tokens.
  func bytes(_ tokens: Range<Int>) -> Range<Int> {
    text.tokens[tokens.lowerBound].range.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound
  }
}
