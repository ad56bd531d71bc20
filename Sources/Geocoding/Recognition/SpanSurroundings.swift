internal import Gazetteer
internal import GeoModel
internal import Reading

/// The document as the recogniser looks at it: tokens, names, persons and what is named for sure.
///
/// An object, since every rule about a name holds on to it; must not outlive its text.
final class SpanSurroundings {
  let text: TaggedText
  let spans: UnsafeMutableBufferPointer<NameSpan>
  let persons: PersonNames
  /// Those that run missions left out.
  let named: NamedTerritories
  /// Those that run missions alone: they speak for their capitals, which act for them, and for no other place.
  let operating: NamedTerritories
  let operators: MissionOperators
  /// The span that covers a token, or -1.
  let spanOfToken: UnsafeMutableBufferPointer<Int32>
  /// By span the one behind it that `parent(after:)` gives, or -1.
  private let parents: UnsafeMutableBufferPointer<Int32>
  /// By sentence; known of those that have a name.
  let sentenceCasing: [SentenceCasing]
  /// Names that stand more than once.
  let repeatedNames: HashSet
  /// Names that stand at least once where only a place can: "in X", "X, Parent".
  let placedNames: HashSet
  /// Words that stand somewhere behind a capitalised word that is no place, as surnames do.
  let wordsAfterCapitals: HashSet

  init(_ text: TaggedText, _ spans: [NameSpan]) {
    self.text = text
    let rooms = text.rooms
    self.spans = rooms.spans.take(spans.count)
    _ = self.spans.initialize(from: spans)
    let spans = self.spans
    let owner = rooms.spanOfToken.take(text.tokens.count)
    owner.initialize(repeating: -1)
    var names = HashSet(&rooms.spanNames, capacity: spans.count)
    var repeated = HashSet(&rooms.repeatedNames, capacity: spans.count)
    for (index, span) in spans.enumerated() {
      for token in span.tokens { owner[token] = Int32(index) }
      if names.contains(span.name) { repeated.insert(span.name) } else { names.insert(span.name) }
    }
    spanOfToken = owner
    repeatedNames = repeated
    let endsInCase = text.endsInCase
    persons = PersonNames(
      text, sameName: { owner[$0] >= 0 && owner[$0] == owner[$1] },
      isInCase: { endsInCase && owner[$0] >= 0 && spans[Int(owner[$0])].isInflected })
    let operators = MissionOperators(text, spans, owner)
    named = NamedTerritories(spans.indices.lazy.filter { !operators.contains($0) }.map { spans[$0] })
    operating = NamedTerritories(operators.spans.lazy.map { spans[$0] })
    self.operators = operators
    var casing = [SentenceCasing](filledWith: .plain, count: text.sentences.count)
    var placed = HashSet(&rooms.placedNames, capacity: spans.count)
    var last = -1
    /// Where the last name behind a preposition ends.
    var placedEnd = -1
    let parents = rooms.parents.take(spans.count)
    for (index, span) in spans.enumerated() {
      let sentence = text.sentences[span.sentence].tokens
      if span.sentence != last { casing[span.sentence] = SentenceCasing(text, sentence) }
      last = span.sentence
      let before = span.tokens.lowerBound - 1
      if before >= sentence.lowerBound, text.tags[before].contains(.locative) {
        placed.insert(span.name)
        placedEnd = span.tokens.upperBound
      } else if before == placedEnd, before >= sentence.lowerBound, text.tags[before].contains(.conjunction) {
        // "in Comrie and Crieff"
        placed.insert(span.name)
      }
      let parent = Self.parent(after: span, text, owner, spans)
      parents[index] = parent
      if parent >= 0 { placed.insert(span.name) }
    }
    self.parents = parents
    placedNames = placed
    sentenceCasing = casing
    var surnames = HashSet(&rooms.wordsAfterCapitals, capacity: text.capitals.count)
    var place = 0
    for sentence in text.sentences where sentence.tokens.count > 2 {
      // Pairs of neighbours behind the first word.
      while place < text.capitals.count, text.capitals[place] <= sentence.tokens.lowerBound { place += 1 }
      while place + 1 < text.capitals.count, text.capitals[place + 1] < sentence.tokens.upperBound {
        let (before, token) = (text.capitals[place], text.capitals[place + 1])
        place += 1
        guard token == before + 1 else { continue }
        let isPlain = text.tags[before].isDisjoint(with: [
          .direction, .adminBefore, .naturalBefore, .publicBody, .calendar, .locative,
        ])
        if isPlain, owner[before] < 0, text.adjoins(before, token) { surnames.insert(text.hashes[token]) }
      }
    }
    wordsAfterCapitals = surnames
  }

  /// Whether a name is made of words that are common ones in this place.
  ///
  /// Some only are where a sentence begins, or in a headline that gives every word a capital.
  func isCommon(_ span: NameSpan) -> Bool {
    var count = 0
    var needsOpening = false
    for token in span.tokens where text.tokens[token].kind == .word {
      count += 1
      // Most names have neither.
      if text.tags[token].contains(.common) { continue }
      guard text.tags[token].contains(.opening) else { return false }
      needsOpening = true
    }
    guard count > 0 else { return false }
    let isOpen =
      !needsOpening || sentenceCasing[span.sentence] != .plain
      || opens(span.tokens.lowerBound, span.sentence)
    return isOpen && !isGreatTown(span)
  }

  /// Behind a colon, a dash or a quotation mark, too.
  private func opens(_ token: Int, _ sentence: Int) -> Bool {
    let before = token - 1
    guard before >= text.sentences[sentence].tokens.lowerBound else { return true }
    switch text.mark(before) {
    case UInt8(ascii: "\""), UInt8(ascii: ":"): return true
    case UInt8(ascii: "-"): return !text.adjoinsTightly(before, token)
    default: return false
    }
  }

  /// Whether a word beside a name says that it is a town, and it is a great one: "die Stadt Essen", "the city of Nice".
  /// In "die Stadt Brand" any other word may follow.
  private func isGreatTown(_ span: NameSpan) -> Bool {
    span.meaning.logPopulation > 5 && text.hasTownWord(beside: span.tokens, in: span.sentence)
  }

  /// The span after "X, " or "X (" when it names a territory that some sense of X lies in.
  func parent(after span: NameSpan) -> NameSpan? {
    let owner = Int(spanOfToken[span.tokens.lowerBound])
    // Tokens that are parts of two names know the last one.
    let isKnown = owner >= 0 && spans[owner].range == span.range
    let parent = isKnown ? parents[owner] : Self.parent(after: span, text, spanOfToken, spans)
    return parent < 0 ? nil : spans[Int(parent)]
  }

  /// Its index; -1 when there is none.
  private static func parent(
    after span: NameSpan, _ text: TaggedText,
    _ owner: UnsafeMutableBufferPointer<Int32>,
    _ spans: UnsafeMutableBufferPointer<NameSpan>
  ) -> Int32 {
    let end = text.sentences[span.sentence].tokens.upperBound
    var next = span.tokens.upperBound
    guard next < end else { return -1 }
    let mark = text.mark(next)
    if mark == UInt8(ascii: ",") || mark == UInt8(ascii: "(") {
      next += 1
    } else if text.tags[next].isDisjoint(with: [.locative, .of]) {
      return -1
    }
    while next < end, !text.tags[next].isDisjoint(with: [.article, .locative, .direction]) { next += 1 }
    guard next < end, owner[next] >= 0 else { return -1 }
    let candidate = spans[Int(owner[next])]
    guard candidate.tokens.lowerBound == next else { return -1 }
    for outer in candidate.senses where outer.place.isAdministrative && !outer.kind.isDemonym {
      for inner in span.senses where inner.place.isInside(outer.place) { return owner[next] }
    }
    return -1
  }
}

/// How a sentence uses capitals.
enum SentenceCasing: Sendable {
  case plain
  /// Nearly every longer word is capitalised, as in some headlines.
  case title
  case upper

  init(_ text: TaggedText, _ tokens: Range<Int>) {
    var words = 0
    var capitals = 0
    var upper = 0
    // With so many small words it is neither, even if all that have a capital are long.
    let first = text.capitals.firstSorted { $0 >= tokens.lowerBound }
    let enough = (text.capitals[first...].firstSorted { $0 >= tokens.upperBound } - first) / 4
    for index in tokens {
      if words - capitals > enough { break }
      let token = text.tokens[index]
      // Sums without branches: sentences are long, and what a word is like is not to be foreseen.
      let isLong = token.kind == .word && token.range.count > 3 ? 1 : 0
      words += isLong
      upper += token.casing == .upper ? isLong : 0
      capitals += token.casing == .upper || token.casing == .capitalized ? isLong : 0
      if token.casing == .mixed, text.isCapitalized(index) { capitals += isLong }
    }
    if words >= 3, upper * 10 >= words * 8 {
      self = .upper
    } else if words >= 4, capitals * 10 >= words * 8 {
      self = .title
    } else {
      self = .plain
    }
  }
}
