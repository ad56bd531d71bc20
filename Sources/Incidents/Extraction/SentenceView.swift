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
  /// Its numbers; most sentences are not asked for them.
  private(set) lazy var quantities = traits.numbers.quantities(in: text, sentence.tokens, matches: matches)
  let locatives: [Locative]
  let mentions: [Mention]
  let text: TokenizedText
  let report: ReportText
  private let traits: LanguageTraits
  /// The sections that the matches are of, and of each match the number of its own.
  private let sections: [String]
  private let sectionNumbers: [UInt8]
  /// The matches of each section, once they were asked for: of most nobody asks.
  private var bySection: [[LexiconMatch]?]
  /// Running cost of the tokens from the start of the sentence; marks that part clauses cost more.
  private let cost: [Int32]

  /// Words that end a list of things: of events, of effects, of who speaks and who acts.
  private(set) lazy var listStops: [Range<Int>] = matches.filter {
    $0.section == "event" || $0.section == "effect" || $0.section == "claim" || $0.section == "actor"
  }.map(\.tokens)
  /// Who may speak in it, in text order.
  private(set) lazy var claimants: [Claimant] = ClaimantReader(view: self).claimants()

  init(
    index: Int, sentence: Sentence, text: TokenizedText, report: ReportText, matches: [LexiconMatch],
    dates: [DateExpression], locatives: [Locative], mentions: [Mention], traits: LanguageTraits
  ) {
    self.traits = traits
    self.index = index
    self.sentence = sentence
    self.text = text
    self.report = report
    self.matches = matches
    self.dates = dates
    self.locatives = locatives
    self.mentions = mentions
    var sections: [String] = []
    var sectionNumbers: [UInt8] = []
    var boundaries: [Int] = []
    sectionNumbers.reserveCapacity(matches.count)
    for match in matches {
      // A lexicon has a few dozen sections.
      let number = sections.firstIndex(of: match.section) ?? sections.count
      if number == sections.count { sections.append(match.section) }
      sectionNumbers.append(UInt8(number))
      if match.section == "context", match.tag == "boundary" { boundaries.append(match.tokens.lowerBound) }
    }
    self.sections = sections
    self.sectionNumbers = sectionNumbers
    bySection = Array(repeating: nil, count: sections.count)
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

  var usesPrepositions: Bool { traits.usesPrepositions }
  var placingEndings: [[UInt8]] { traits.placingEndings }
  var owningEndings: [[UInt8]] { traits.owningEndings }
  var capitalizesNouns: Bool { traits.capitalizesNouns }

  /// Whether a word ends as what something is at, in or from, with enough before the ending to be a name.
  func hasPlacingEnding(_ index: Int) -> Bool {
    let bytes = text.foldedBytes(index)
    return placingEndings.contains {
      bytes.count > $0.count + 2 && bytes.suffix($0.count).elementsEqual($0)
    }
  }

  private static func cost(_ text: TokenizedText, _ index: Int) -> Int32 {
    let token = text.tokens[index]
    guard token.kind == .punctuation else { return 1 }
    var mark: UInt32 = 0
    guard token.foldedRange.count <= 4 else { return 2 }
    for byte in text.folded[token.foldedRange] { mark = mark << 8 | UInt32(byte) }
    return costs.first { $0.mark == mark }?.cost ?? 2
  }

  /// By the UTF-8 of a mark as one number.
  private static let costs: [(mark: UInt32, cost: Int32)] = {
    let marks: KeyValuePairs<Int32, [String]> = [
      3: [","], 8: [";", ":", "—", "–", "(", ")"], 0: ["-", "'", "\"", "“", "”", "«", "»", "„"],
    ]
    return marks.flatMap { cost, marks in
      marks.map { (mark: $0.utf8.reduce(0) { $0 << 8 | UInt32($1) }, cost: cost) }
    }
  }()

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
    guard let number = sections.firstIndex(of: section) else { return [] }
    if let known = bySection[number] { return known }
    var own: [LexiconMatch] = []
    for (match, section) in zip(matches, sectionNumbers) where section == number { own.append(match) }
    bySection[number] = own
    return own
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
