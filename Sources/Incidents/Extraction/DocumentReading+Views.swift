import Gazetteer
import Geocoding
import Reading

/// Cuts a document into what is read at a time.
extension DocumentReading {
  static func views(
    of geocoded: GeocodedDocument, _ report: ReportText, _ lexicon: Lexicon, _ traits: LanguageTraits,
    strays: Set<Int>
  ) -> [SentenceView] {
    let document = geocoded.document
    let locatives = bySentence(geocoded.locatives, of: document, \.sentence)
    let names = geocoded.mentions.enumerated().map { NamedWords($1, at: $0) }
    let mentions = bySentence(names, of: document, \.sentence)
    // The day told last, and the paragraph that told it.
    var told: (day: CalendarDate, paragraph: Int)?
    var year: Int?
    var views: [SentenceView] = []
    views.reserveCapacity(document.sentences.count)
    func read(_ piece: Sentence, of index: Int, _ locatives: [Locative], _ mentions: [NamedWords]) {
      let known = piece.tokens == document.sentences[index].tokens ? geocoded.matches[index] : nil
      var matches = known ?? lexicon.matches(in: document.tokens, piece.tokens)
      traits.homographs.takeOut(of: &matches, document)
      var locatives = locatives
      OutOfTown.widen(&locatives, beside: matches, in: document.tokens)
      let recent = told.flatMap { piece.paragraph - $0.paragraph <= 2 ? $0.day : nil }
      let expressions = traits.dates.expressions(
        in: document, piece.tokens, matches: matches, after: recent, year: year
      ).filter { !isOfAnother($0, matches, in: document) }
      year = expressions.last?.year ?? year
      // "A man was being held last night": no day that the story goes on from.
      let isAfterthought = told != nil
      if let day = expressions.filter({ !isAfterthought || $0.form != .night }).compactMap(\.day).last {
        told = (day, piece.paragraph)
      }
      views.append(
        SentenceView(
          index: index, sentence: piece, text: document.tokens, report: report, matches: matches,
          dates: expressions, locatives: locatives, mentions: mentions, strays: strays,
          among: geocoded.mentions,
          traits: traits))
    }
    for (index, sentence) in document.sentences.enumerated() {
      let parts = dated(sentence, in: document, lexicon, traits)
      if parts.count > 1 {
        for part in parts {
          read(
            part, of: index, locatives[index].filter { part.tokens.contains($0.tokens.lowerBound) },
            mentions[index].filter { part.tokens.contains($0.tokens.lowerBound) })
        }
        continue
      }
      let locatives = inPieces(locatives[index], of: sentence, at: \.tokens.lowerBound)
      let mentions = inPieces(mentions[index], of: sentence, at: \.tokens.lowerBound)
      for (number, piece) in pieces(of: sentence, in: document).enumerated() {
        read(piece, of: index, locatives[number], mentions[number])
      }
    }
    return views
  }

  /// "On 18 March shells fell on a school; on 30 April two rounds came down near the embassy": two sentences in one.
  private static func dated(
    _ sentence: Sentence, in document: Document, _ lexicon: Lexicon, _ traits: LanguageTraits
  ) -> [Sentence] {
    guard (12...pieceLength).contains(sentence.tokens.count) else { return [sentence] }
    let semicolons = sentence.tokens.filter { token in
      let range = document.tokens.tokens[token].foldedRange
      return range.count == 1 && document.tokens.folded[range.lowerBound] == UInt8(ascii: ";")
    }
    guard !semicolons.isEmpty else { return [sentence] }
    var parts: [Sentence] = []
    var start = sentence.tokens.lowerBound
    for end in semicolons.map({ $0 + 1 }) + [sentence.tokens.upperBound] where end > start {
      parts.append(self.part(start..<end, of: sentence, in: document))
      start = end
    }
    let isDated = parts.allSatisfy { part in
      let matches = lexicon.matches(in: document.tokens, part.tokens)
      return traits.dates.expressions(in: document, part.tokens, matches: matches).contains { $0.day != nil }
    }
    return isDated ? parts : [sentence]
  }

  private static func part(_ tokens: Range<Int>, of sentence: Sentence, in document: Document) -> Sentence {
    let all = document.tokens.tokens
    return Sentence(
      range: all[tokens.lowerBound].range.lowerBound..<all[tokens.upperBound - 1].range.upperBound,
      tokens: tokens, paragraph: sentence.paragraph, role: sentence.role)
  }

  /// "Friday's plane crash" has that day; "ahead of Friday's vote" tells of a day that something else has.
  private static func isOfAnother(
    _ date: DateExpression, _ matches: [LexiconMatch], in document: Document
  ) -> Bool {
    let text = document.text[date.range]
    guard text.hasSuffix("'s") || text.hasSuffix("’s") else { return false }
    let end = date.tokens.upperBound
    return !matches.contains {
      ($0.section == .event || $0.section == .effect) && (end...(end + 1)).contains($0.tokens.lowerBound)
    }
  }

  /// The states whose missions sentences of the body name.
  static func operatorsInBody(of geocoded: GeocodedDocument) -> Set<String> {
    Set(
      geocoded.mentions.compactMap { mention in
        mention.role == .site && geocoded.document.sentences[mention.sentence].role == .body
          ? mention.referent.operatorCountry : nil
      })
  }

  private static func bySentence<Element>(
    _ all: [Element], of document: Document, _ sentence: (Element) -> Int
  ) -> [[Element]] {
    var lists = [[Element]](repeating: [], count: document.sentences.count)
    for element in all { lists[sentence(element)].append(element) }
    return lists
  }

  /// What begins in each of a sentence's pieces.
  private static func inPieces<Element>(
    _ all: [Element], of sentence: Sentence, at start: (Element) -> Int
  ) -> [[Element]] {
    if sentence.tokens.count <= pieceLength, all.allSatisfy({ sentence.tokens.contains(start($0)) }) {
      return [all]
    }
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
      part(start..<min(start + pieceLength, sentence.tokens.upperBound), of: sentence, in: document)
    }
  }
}
