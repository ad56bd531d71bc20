/// Reads the dates of sentences.
///
/// The words stand in the lexicon's `months`, `weekdays`, `seasons` and `dates` sections. Relative
/// dates count from the day of publication; in an undated document they stay open, with the reason.
/// A month without a year is the latest one on or before publication.
public struct DateReader: Sendable {
  private let lexicon: Lexicon
  private let elementReader: DateElementReader
  private let monthFirst: Bool

  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    elementReader = DateElementReader(lexicon: lexicon)
    monthFirst = lexicon.entries(of: "language")["month_before_day"] != nil
  }

  /// The dates of one sentence, in text order.
  public func expressions(in document: Document, sentence index: Int) -> [DateExpression] {
    let tokens = document.sentences[index].tokens
    return expressions(in: document, tokens, matches: lexicon.matches(in: document.tokens, tokens))
  }

  /// The dates in a run of tokens, with the lexicon's matches already at hand.
  ///
  /// - Parameters:
  ///   - told: the day the sentences before named last, which "a day earlier" counts from.
  ///   - year: the one they named last, which "of the same year" means.
  public func expressions(
    in document: Document, _ tokens: Range<Int>, matches: [LexiconMatch], after told: CalendarDate? = nil,
    year: Int? = nil
  ) -> [DateExpression] {
    let elements = elementReader.elements(document.tokens, tokens, matches)
    var raw = DateGrammar(elements: elements, monthFirst: monthFirst).dates()
    Self.shareYears(&raw)
    let anchor = DateAnchor(published: document.published?.date)
    var found: [DateExpression] = []
    var previous = told
    var year = year
    for date in raw {
      let covered =
        elements[date.elements.lowerBound].tokens
        .lowerBound..<elements[date.elements.upperBound - 1].tokens.upperBound
      let range =
        document.tokens.tokens[covered.lowerBound].range
        .lowerBound..<document.tokens.tokens[covered.upperBound - 1].range.upperBound
      guard
        let resolved = anchor.resolve(date.what.inYear(year), words: document.text[range], previous: previous)
      else { continue }
      if case .spans(let spans) = resolved.value, let last = spans.last {
        year = last.to.year
        if last.precision == 1 { previous = last.to }
      }
      found.append(
        DateExpression(
          tokens: covered, range: range, value: resolved.value, form: resolved.form, reason: resolved.reason))
    }
    return Self.withoutNightsTold(found, document.tokens)
  }

  /// "in August and November 2025": a month takes the year of the one it is listed with.
  private static func shareYears(_ dates: inout [RawDate]) {
    for index in dates.indices.dropLast().reversed() {
      guard dates[index + 1].elements.lowerBound - dates[index].elements.upperBound <= 2,
        case .month(let month, let days, let isRange, .unsaid) = dates[index].what,
        case .month(let next, _, _, let year) = dates[index + 1].what, year != .unsaid, month <= next
      else { continue }
      dates[index].what = .month(month, days: days, isRange: isRange, year: year)
    }
  }

  /// "overnight on Friday" is that Friday's night, not another date.
  private static func withoutNightsTold(
    _ dates: [DateExpression], _ text: TokenizedText
  ) -> [DateExpression] {
    guard dates.contains(where: { $0.form == .night }) else { return dates }
    return dates.enumerated().filter { place, night in
      guard night.form == .night else { return true }
      // Its neighbours only: the dates of a sentence do not overlap and stand in order.
      return !dates[max(0, place - 1)..<min(dates.count, place + 2)].contains { other in
        guard other.form != .night, case .spans(let spans) = other.value, spans.first?.precision == 1 else {
          return false
        }
        let gap = other.tokens.lowerBound - night.tokens.upperBound
        if gap == 0 || other.tokens.upperBound == night.tokens.lowerBound { return true }
        guard (1...4).contains(gap) else { return false }
        return text.tokens[night.tokens.gap(before: other.tokens)].allSatisfy {
          $0.kind != .punctuation
        }
      }
    }.map(\.element)
  }
}
