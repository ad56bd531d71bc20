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
  /// What is named in it, in text order.
  let mentions: [NamedWords]
  /// Of the whole document, as locatives count mentions: towns of countries that nothing else speaks of.
  let strays: Set<Int>
  let text: TokenizedText
  let report: ReportText
  /// Of the whole document.
  private let allMentions: [Mention]
  private let traits: LanguageTraits
  /// The matches by section, in text order each, and where those of each section begin.
  private let grouped: [LexiconMatch]
  private let starts: SIMD32<UInt16>
  /// Running cost of the tokens from the start of the sentence; marks that part clauses cost more.
  private let cost: [Int32]

  /// Words that end a list of things: of events, of effects, of who speaks and who acts.
  private(set) lazy var listStops: [Range<Int>] = matches.filter {
    $0.section == .event || $0.section == .effect || $0.section == .claim || $0.section == .actor
  }.map(\.tokens)
  /// Who may speak in it, in text order.
  private(set) lazy var claimants: [Claimant] = ClaimantReader(view: self).claimants()

  init(
    index: Int, sentence: Sentence, text: TokenizedText, report: ReportText, matches: [LexiconMatch],
    dates: [DateExpression], locatives: [Locative], mentions: [NamedWords], strays: Set<Int>,
    among allMentions: [Mention],
    traits: LanguageTraits
  ) {
    self.allMentions = allMentions
    self.traits = traits
    self.index = index
    self.sentence = sentence
    self.text = text
    self.report = report
    self.matches = matches
    self.dates = dates
    self.locatives = locatives
    self.mentions = mentions
    (grouped, starts) = Self.grouped(matches)
    let boundaries = matches.filter { $0.section == .context && $0.tag == "boundary" }
    self.strays = strays
    var running: Int32 = 0
    var cost: [Int32] = [0]
    cost.reserveCapacity(sentence.tokens.count + 1)
    for token in sentence.tokens {
      running += Self.cost(text, token)
      if !boundaries.isEmpty, boundaries.contains(where: { $0.tokens.lowerBound == token }) {
        running += 4
      }
      cost.append(running)
    }
    self.cost = cost
  }

  private static func grouped(_ matches: [LexiconMatch]) -> (matches: [LexiconMatch], starts: SIMD32<UInt16>)
  {
    // A piece of a sentence has no more matches than its hundreds of tokens times the 23 sections.
    var starts = SIMD32<UInt16>()
    guard let any = matches.first else { return ([], starts) }
    var grouped = [LexiconMatch](repeating: any, count: matches.count)
    // Taken out and in one by one, the numbers cost more than all else here.
    withUnsafeMutableBytes(of: &starts) { bytes in
      let starts = bytes.assumingMemoryBound(to: UInt16.self)
      // Two behind a section's own place, so that counting on from there leaves its beginning one behind it.
      for match in matches { starts[Int(match.section.rawValue) + 2] += 1 }
      for section in 1..<starts.count { starts[section] += starts[section - 1] }
      for match in matches {
        let section = Int(match.section.rawValue)
        grouped[Int(starts[section + 1])] = match
        starts[section + 1] += 1
      }
    }
    return (grouped, starts)
  }

  /// All that is known of what is named.
  func mention(_ words: NamedWords) -> Mention { allMentions[words.mention] }

  var usesPrepositions: Bool { traits.usesPrepositions }
  var placingEndings: [[UInt8]] { traits.placingEndings }
  var owningEndings: [[UInt8]] { traits.owningEndings }
  var capitalizesNouns: Bool { traits.capitalizesNouns }

  /// Whether an hour ("08.20", "9:05", "14h30") stands before everything else but marks.
  var beginsWithHour: Bool {
    guard mayBeginWithFigure else { return false }
    let head = words(sentence.tokens.prefix(8)).unicodeScalars
      .drop { !("0"..."9").contains($0) && !$0.properties.isAlphabetic }
    let hour = head.prefix { ("0"..."9").contains($0) }
    let minutes = head.dropFirst(hour.count + 1).prefix { ("0"..."9").contains($0) }
    guard (1...2).contains(hour.count), minutes.count == 2, let mark = head.dropFirst(hour.count).first,
      ":.h".unicodeScalars.contains(mark), let hours = Int(String(hour)), let least = Int(String(minutes))
    else { return false }
    let next = head.dropFirst(hour.count + 3).first
    return hours < 24 && least < 60 && next != "." && next != ":" && next != "%"
  }

  /// `false` for the most of sentences, which begin with a letter.
  private var mayBeginWithFigure: Bool {
    guard let first = sentence.tokens.prefix(8).first(where: { text.tokens[$0].kind != .punctuation }) else {
      return true
    }
    guard text.tokens[first].kind == .word, let byte = text.foldedBytes(first).first else { return true }
    return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  /// Whether a word ends as what something is at, in or from, with enough before the ending to be a name.
  func hasPlacingEnding(_ index: Int) -> Bool {
    let bytes = text.foldedBytes(index)
    return placingEndings.contains {
      bytes.count > $0.count + 2 && bytes.suffix($0.count).elementsEqual($0)
    }
  }

  private static func cost(_ text: TokenizedText, _ index: Int) -> Int32 {
    guard text.tokens[index].kind == .punctuation else { return 1 }
    let mark = mark(text, index)
    return costs.first { $0.mark == mark }?.cost ?? 2
  }

  private static func mark(_ text: TokenizedText, _ index: Int) -> UInt32 {
    let token = text.tokens[index]
    guard token.kind == .punctuation, token.foldedRange.count <= 4 else { return 0 }
    var mark: UInt32 = 0
    for place in token.foldedRange { mark = mark << 8 | UInt32(text.folded[place]) }
    return mark
  }

  /// The UTF-8 of a mark as one number; 0 for a word, a number or a mark of more than four bytes.
  func mark(_ token: Int) -> UInt32 { Self.mark(text, token) }

  /// By the UTF-8 of a mark as one number.
  private static let costs: [(mark: UInt32, cost: Int32)] = {
    let marks: KeyValuePairs<Int32, [String]> = [
      3: [","], 8: [";", ":", "—", "–", "(", ")"], 0: ["-", "'", "\"", "“", "”", "«", "»", "„"],
    ]
    return marks.flatMap { cost, marks in
      marks.map { (mark: MarkSet.number($0), cost: cost) }
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

  func matches(_ section: LexiconSection) -> ArraySlice<LexiconMatch> {
    let number = Int(section.rawValue)
    return grouped[Int(starts[number])..<Int(starts[number + 1])]
  }

  func matches(_ section: LexiconSection, _ tag: String) -> [LexiconMatch] {
    let all = matches(section)
    guard let first = all.firstIndex(where: { $0.tag == tag }) else { return [] }
    return all[first...].filter { $0.tag == tag }
  }

  func matches(_ section: LexiconSection, _ tags: String...) -> [LexiconMatch] {
    let all = matches(section)
    // Of most sentences there are none, for which nothing is to be made ready.
    guard let first = all.firstIndex(where: { tags.contains($0.tag) }) else { return [] }
    return all[first...].filter { tags.contains($0.tag) }
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
