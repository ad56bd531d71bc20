import Geocoding
import Reading

/// Cuts a document into what is read at a time.
extension DocumentReading {
  static func views(
    of geocoded: GeocodedDocument, _ report: ReportText, _ lexicon: Lexicon
  ) -> [SentenceView] {
    let document = geocoded.document
    let dates = DateReader(lexicon: lexicon)
    let numbers = NumberReader(lexicon: lexicon)
    let locatives = Dictionary(grouping: geocoded.locatives, by: \.sentence)
    let mentions = Dictionary(grouping: geocoded.mentions, by: \.sentence)
    let usesPrepositions = lexicon.entries(of: "relation")["in"] != nil
    let names = lexicon.entries(of: "names")
    let placing = (names["placing_ending"] ?? []).map { Array(Folding.fold($0).utf8) }
    let owning = (names["owning_ending"] ?? []).map { Array(Folding.fold($0).utf8) }
    let capitalizesNouns = lexicon.entries(of: "language")["capitalized_nouns"] != nil
    let homographs = Homographs(lexicon)
    // The day told last, and the paragraph that told it.
    var told: (day: CalendarDate, paragraph: Int)?
    return document.sentences.enumerated().flatMap { index, sentence in
      let locatives = inPieces(locatives[index] ?? [], of: sentence, at: \.tokens.lowerBound)
      let mentions = inPieces(mentions[index] ?? [], of: sentence, at: \.tokens.lowerBound)
      return pieces(of: sentence, in: document).enumerated().map { number, piece in
        let known = piece.tokens == sentence.tokens ? geocoded.matches[index] : nil
        var matches = known ?? lexicon.matches(in: document.tokens, piece.tokens)
        homographs.takeOut(of: &matches, document)
        let recent = told.flatMap { sentence.paragraph - $0.paragraph <= 2 ? $0.day : nil }
        let expressions = dates.expressions(in: document, piece.tokens, matches: matches, after: recent)
        if let day = expressions.compactMap(\.day).last { told = (day, sentence.paragraph) }
        return SentenceView(
          index: index, sentence: piece, text: document.tokens, report: report, matches: matches,
          dates: expressions,
          quantities: numbers.quantities(in: document.tokens, piece.tokens, matches: matches),
          locatives: locatives[number], mentions: mentions[number],
          usesPrepositions: usesPrepositions, placingEndings: placing, owningEndings: owning,
          capitalizesNouns: capitalizesNouns)
      }
    }
  }

  /// What begins in each of a sentence's pieces.
  private static func inPieces<Element>(
    _ all: [Element], of sentence: Sentence, at start: (Element) -> Int
  ) -> [[Element]] {
    let count = max(1, (sentence.tokens.count + pieceLength - 1) / pieceLength)
    var pieces = [[Element]](repeating: [], count: count)
    for element in all where sentence.tokens.contains(start(element)) {
      pieces[(start(element) - sentence.tokens.lowerBound) / pieceLength].append(element)
    }
    return pieces
  }

  /// Tokens.
  private static let pieceLength = 400

  /// Distances between words mean nothing over hundreds of them, and comparing all with all would take
  /// for ever: what has no end of a sentence is read in pieces.
  private static func pieces(of sentence: Sentence, in document: Document) -> [Sentence] {
    guard sentence.tokens.count > pieceLength else { return [sentence] }
    let starts = stride(from: sentence.tokens.lowerBound, to: sentence.tokens.upperBound, by: pieceLength)
    return starts.map { start in
      let tokens = start..<min(start + pieceLength, sentence.tokens.upperBound)
      let range =
        document.tokens.tokens[tokens.lowerBound].range
        .lowerBound..<document.tokens.tokens[tokens.upperBound - 1].range.upperBound
      return Sentence(range: range, tokens: tokens, paragraph: sentence.paragraph, role: sentence.role)
    }
  }
}
