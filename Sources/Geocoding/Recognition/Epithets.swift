internal import Reading

/// Tells names of villages that an adjective behind them makes longer: Ukrainian "у Гуті Пеняцькій" is in no village
/// that is plainly called Huta.
struct Epithets {
  let text: TaggedText

  /// A town of more than about that many, as the power of ten, is known without its epithet.
  private static let greatest = 5.0

  /// Whether a capitalised adjective follows that no noun of its own does, as in "в Москве Тверской суд".
  func follow(_ span: NameSpan) -> Bool {
    guard !text.words.adjectiveForms.isEmpty, span.meaning.logPopulation < Self.greatest else { return false }
    let sentence = text.sentences[span.sentence].tokens
    let epithet = span.tokens.upperBound
    guard sentence.contains(epithet), text.isCapitalized(epithet), text.adjoins(epithet - 1, epithet),
      text.isAdjectival(epithet)
    else { return false }
    let next = epithet + 1
    return !sentence.contains(next) || text.tokens[next].kind == .punctuation
      || !text.tags[next].isDisjoint(with: [.locative, .conjunction])
  }
}
