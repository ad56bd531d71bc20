public import GeoModel
internal import Reading

extension Mention {
  /// Whether the words are more likely something else than the small place they could be: what a name is worth
  /// depends on how many people would know the place by it.
  ///
  /// - Parameter radius: of the place, which grows with the people in it.
  public func isDoubtful(radius: Meters) -> Bool {
    nameProbability < 0.2 && radius.value < 5000 || nameProbability < 0.35 && radius.value < 1500
  }
}

extension Lexicon {
  private static let plainSections: Set<LexiconSection> = [
    .actor, .claimant, .effect, .event, .modality, .weapon,
  ]

  /// Words for what happened and to whom, which some village is called like as well: German "Toten".
  func isPlainWord(_ tokens: Range<Int>, in text: TokenizedText) -> Bool {
    isPattern(tokens, ofAny: Self.plainSections, in: text)
  }
}
