import Geocoding
import Reading

/// A sentence with everything known of it, and distances between its words.
///
/// An object, since a dozen readers look at each sentence and hand it on.
final class SentenceView {
  let index: Int
  let sentence: Sentence
  let matches: [LexiconMatch]
  let dates: [DateExpression]
  let quantities: [Quantity]
  let locatives: [Locative]
  let mentions: [Mention]
  let text: TokenizedText
  let report: ReportText
  /// The language says "in" with a word of its own, not with an ending.
  let usesPrepositions: Bool
  /// Endings of names that something is at, in or from, folded, where the language has no word for that.
  let placingEndings: [[UInt8]]
  /// Endings of names that something belongs to, likewise: they tell a place less surely.
  let owningEndings: [[UInt8]]
  /// The language writes all nouns with a capital, so that a capital tells no name.
  let capitalizesNouns: Bool
  private let bySection: [(section: String, matches: [LexiconMatch])]
  /// Running cost of the tokens from the start of the sentence; marks that part clauses cost more.
  private let cost: [Int32]

  /// Words that end a list of things: of events, of effects, of who speaks and who acts.
  private(set) lazy var listStops: [Range<Int>] = matches.filter {
    ["event", "effect", "claim", "actor"].contains($0.section)
  }.map(\.tokens)
  /// Who may speak in it, in text order.
  private(set) lazy var claimants: [Claimant] = ClaimantReader(view: self).claimants()

  init(
    index: Int, sentence: Sentence, text: TokenizedText, report: ReportText, matches: [LexiconMatch],
    dates: [DateExpression], quantities: [Quantity], locatives: [Locative], mentions: [Mention],
    usesPrepositions: Bool, placingEndings: [[UInt8]] = [], owningEndings: [[UInt8]] = [],
    capitalizesNouns: Bool = false
  ) {
    self.placingEndings = placingEndings
    self.owningEndings = owningEndings
    self.capitalizesNouns = capitalizesNouns
    self.index = index
    self.sentence = sentence
    self.text = text
    self.report = report
    self.usesPrepositions = usesPrepositions
    self.matches = matches
    self.dates = dates
    self.quantities = quantities
    self.locatives = locatives
    self.mentions = mentions
    var bySection: [(section: String, matches: [LexiconMatch])] = []
    var boundaries: [Int] = []
    for match in matches {
      if let known = bySection.firstIndex(where: { $0.section == match.section }) {
        bySection[known].matches.append(match)
      } else {
        bySection.append((match.section, [match]))
      }
      if match.section == "context", match.tag == "boundary" { boundaries.append(match.tokens.lowerBound) }
    }
    self.bySection = bySection
    var running: Int32 = 0
    var cost: [Int32] = [0]
    cost.reserveCapacity(sentence.tokens.count + 1)
    for token in sentence.tokens {
      running += Self.cost(text, token)
      if !boundaries.isEmpty, boundaries.contains(token) { running += 4 }
      cost.append(running)
    }
    self.cost = cost
  }

  private static func cost(_ text: TokenizedText, _ index: Int) -> Int32 {
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
    return Int(cost[second.lowerBound - base] - cost[first.upperBound - base])
  }

  /// The least distance to any of `others`; `nil` when there are none.
  func distance(_ a: Range<Int>, toNearestOf others: [Range<Int>]) -> Int? {
    guard let first = others.first else { return nil }
    var least = distance(a, first)
    for other in others.dropFirst() where least > 0 { least = min(least, distance(a, other)) }
    return least
  }

  func matches(_ section: String) -> [LexiconMatch] {
    for known in bySection where known.section == section { return known.matches }
    return []
  }

  func matches(_ section: String, _ tag: String) -> [LexiconMatch] {
    let all = matches(section)
    return all.isEmpty ? all : all.filter { $0.tag == tag }
  }

  func matches(_ section: String, _ tags: String...) -> [LexiconMatch] {
    let all = matches(section)
    return all.isEmpty ? all : all.filter { tags.contains($0.tag) }
  }

  /// Whether a token is a mark of one byte.
  func isMark(_ token: Int, _ mark: UInt8) -> Bool {
    guard text.tokens[token].kind == .punctuation else { return false }
    let range = text.tokens[token].foldedRange
    return range.count == 1 && text.folded[range.lowerBound] == mark
  }

  /// UTF-8 bytes covered by a run of tokens.
  func bytes(_ tokens: Range<Int>) -> Range<Int> {
    text.tokens[tokens.lowerBound].range.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound
  }

  /// The words of a run of tokens, as read.
  func words(_ tokens: Range<Int>) -> String { report[bytes(tokens)] }
}
