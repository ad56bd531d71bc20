internal import Gazetteer
internal import Reading

/// What a span was recognised as.
struct Recognition {
  let role: Mention.Role
  /// How likely it names a place here, 0 ... 1.
  let probability: Double
}

/// Decides for each span whether it is a place here, and what it does in its sentence.
struct Recognizer {
  let model: LinearModel<RecognitionFeature>

  /// Least probabilities: of a name, and of a word that is common in the language, since "Rifle fire" begins a
  /// sentence more often than Rifle does.
  private struct Least {
    let name: Double
    let commonWord: Double

    /// Far below a half, because a place that is missed is lost, and one too many is seen, has its small probability
    /// beside it, and can be left out. So low, texts unlike those the weights were learned from lose few places;
    /// lower still, precision falls faster than the rest rises.
    static let amongNames = Least(name: 0.15, commonWord: 0.35)
    /// Where every noun has a capital, the same cues are worth less, and an article, an adjective or a number before
    /// the word speaks for a noun.
    static let amongNouns = Least(name: 0.45, commonWord: 0.6)
    static let betweenNouns = Least(name: 0.3, commonWord: 0.6)
  }

  private func least(_ span: NameSpan, _ text: TaggedText) -> Least {
    if text.capitalsTellNames { return .amongNames }
    let before = span.tokens.lowerBound - 1
    // Rivers and mountains have articles.
    let isNature = span.senses.contains {
      [.water, .river, .island, .mountains].contains($0.place.featureClass)
    }
    if isNature { return .betweenNouns }
    guard before >= text.sentences[span.sentence].tokens.lowerBound else { return .amongNouns }
    let isNamed = text.tags[before].contains(.locative) || text.isCapitalized(before)
    return isNamed && text.adjoins(before, before + 1) ? .betweenNouns : .amongNouns
  }

  /// What spoke for and against each span that is some name.
  func contributions(
    _ around: SpanSurroundings, _ recognitions: [Recognition?]
  ) -> [[Contribution]] {
    let evidence = RecognitionEvidence<TracedScore<RecognitionFeature>>(around: around, model: model)
    return around.spans.indices.map { index in
      recognitions[index] == nil ? [] : evidence.collect(around.spans[index]).contributions
    }
  }

  /// One answer per span; `nil` for a span that is no name at all.
  func recognize(_ around: SpanSurroundings) -> [Recognition?] {
    let evidence = RecognitionEvidence<Score<RecognitionFeature>>(around: around, model: model)
    let metonyms = MetonymRules(around: around)
    let bearers = Bearers(text: around.text)
    let organisations = OrganisationNames(text: around.text)
    let epithets = Epithets(text: around.text)
    return around.spans.indices.map { index in
      let span = around.spans[index]
      let collected = evidence.collect(span)
      let probability = Logistic.probability(collected.score)
      let least = least(span, around.text)
      // "Mass." is cut short, whatever "mass" is.
      var isCommon = around.isCommon(span)
      for token in span.tokens where around.text.tokens[token].kind != .word { isCommon = false }
      if span.isGiven {
        let role: Mention.Role = metonyms.isMetonym(index) ? .metonym : .place
        return Recognition(role: role, probability: 1)
      }
      if isDemonym(span, around) {
        return Recognition(role: .demonym, probability: probability)
      }
      if probability >= (isCommon ? least.commonWord : least.name), !isEventOrCompany(span, around),
        !isPerson(span, around), !bearers.bear(span), !organisations.contain(span), !epithets.follow(span)
      {
        let role: Mention.Role = metonyms.isMetonym(index) ? .metonym : .place
        return Recognition(role: role, probability: probability)
      }
      guard isPartOfName(span, around), !isCommon else { return nil }
      return Recognition(role: .namePart, probability: probability)
    }
  }

  /// `true` for an adjective or a people, also where some small place is called the same ("German", "Polish").
  private func isDemonym(_ span: NameSpan, _ around: SpanSurroundings) -> Bool {
    guard span.meaning.hasDemonym else { return false }
    if span.isDemonymOnly { return true }
    let before = span.tokens.lowerBound - 1
    let sentence = around.text.sentences[span.sentence].tokens
    let isPlaced = before >= sentence.lowerBound && around.text.tags[before].contains(.locative)
    let hasPlace = span.senses.contains { $0.kind == .primary && !$0.kind.isDemonym }
    guard hasPlace, !isBeforeNoun(span, around) else { return true }
    return !isPlaced && around.parent(after: span) == nil
  }

  /// "outside Spanish embassy": what stands before a word of its own kind is an adjective, also behind "in".
  private func isBeforeNoun(_ span: NameSpan, _ around: SpanSurroundings) -> Bool {
    let text = around.text
    let next = span.tokens.upperBound
    guard next < text.sentences[span.sentence].tokens.upperBound, text.tokens[next].kind == .word,
      text.adjoins(next - 1, next)
    else { return false }
    return text.tags[next].isDisjoint(with: [
      .locative, .of, .conjunction, .speech, .calendar, .article, .direction, .agent, .common,
    ])
  }

  /// `true` for a first name before a surname: "Jordan Miller", but not "in Jordan Valley".
  private func isPerson(_ span: NameSpan, _ around: SpanSurroundings) -> Bool {
    let text = around.text
    let first = span.tokens.lowerBound
    let next = span.tokens.upperBound
    let sentence = text.sentences[span.sentence].tokens
    guard span.tokens.count == 1, text.tags[first].contains(.firstName), next < sentence.upperBound,
      text.isCapitalized(next), text.adjoins(first, next), text.capitalsTellNames
    else { return false }
    let isPlain = text.tags[next].isDisjoint(with: [
      .publicBody, .street, .adminAfter, .naturalAfter, .media, .namedAfter, .calendar, .title,
    ])
    let isPlaced = first > sentence.lowerBound && text.tags[first - 1].contains(.locative)
    return isPlain && !isPlaced
  }

  /// `true` beside a word that makes an event, a treaty or a company of any name: "Vienna Convention",
  /// "convention de Vienne".
  private func isEventOrCompany(_ span: NameSpan, _ around: SpanSurroundings) -> Bool {
    let text = around.text
    let next = span.tokens.upperBound
    let head = span.tokens.lowerBound - 2
    if head >= text.sentences[span.sentence].tokens.lowerBound, text.tags[head + 1].contains(.of),
      text.tags[head].contains(.namedAfter), text.document.language != "en", text.capitalsTellNames
    {
      return true
    }
    guard next < text.sentences[span.sentence].tokens.upperBound else { return false }
    return text.tags[next].contains(.namedAfter) && text.isCapitalized(next) && text.adjoins(next - 1, next)
  }

  /// `true` when a longer name surrounds a span that is not a place: "University of Georgia".
  private func isPartOfName(_ span: NameSpan, _ around: SpanSurroundings) -> Bool {
    let text = around.text
    let sentence = text.sentences[span.sentence].tokens
    let before = span.tokens.lowerBound - 1
    let next = span.tokens.upperBound
    if next < sentence.upperBound, text.isCapitalized(next), text.adjoins(next - 1, next) { return true }
    guard before >= sentence.lowerBound else { return false }
    if text.isCapitalized(before), text.adjoins(before, before + 1) { return true }
    guard text.tags[before].contains(.of) || text.tags[before].contains(.article),
      before > sentence.lowerBound
    else {
      return false
    }
    return text.isCapitalized(before - 1)
  }
}
