internal import Gazetteer
internal import GeoKernel
internal import GeoModel
public import Reading

/// Finds the phrases that place something and makes their footprints.
public struct LocativeReader: Sendable {
  let maker: FootprintMaker
  let knowledge: any PlaceKnowledge

  public init(maker: FootprintMaker, knowledge: any PlaceKnowledge) {
    self.maker = maker
    self.knowledge = knowledge
  }

  /// A mention that could place something: its locative, or why it gives none.
  public enum Outcome: Sendable {
    case locative(Locative)
    case none(mention: Int, reason: String)
  }

  /// One locative for each literal place or site mention that places something, in text order.
  ///
  /// - Parameters:
  ///   - mentions: places and sites in text order; locatives point into it.
  ///   - lexicon: the words of the document's language.
  public func locatives(in document: Document, mentions: [Mention], lexicon: Lexicon) -> [Locative] {
    var matches: [Int: [LexiconMatch]] = [:]
    return locatives(in: document, mentions: mentions, lexicon: lexicon, matches: &matches)
  }

  /// - Parameter matches: the lexicon's of sentences that were searched before; gets those of the others that are.
  func locatives(
    in document: Document, mentions: [Mention], lexicon: Lexicon, matches: inout [Int: [LexiconMatch]]
  ) -> [Locative] {
    outcomes(in: document, mentions: mentions, lexicon: lexicon, matches: &matches).compactMap {
      if case .locative(let locative) = $0 { locative } else { nil }
    }
  }

  /// As `locatives`, with a reason for each literal mention that gives none.
  public func outcomes(in document: Document, mentions: [Mention], lexicon: Lexicon) -> [Outcome] {
    var matches: [Int: [LexiconMatch]] = [:]
    return outcomes(in: document, mentions: mentions, lexicon: lexicon, matches: &matches)
  }

  private func outcomes(
    in document: Document, mentions: [Mention], lexicon: Lexicon, matches: inout [Int: [LexiconMatch]]
  ) -> [Outcome] {
    var bySentence: [Int: [Int]] = [:]
    for (index, mention) in mentions.enumerated() { bySentence[mention.sentence, default: []].append(index) }
    var outcomes: [Outcome] = []
    var salience = AnchorSalience()
    let anchors = AnchorBuilder(knowledge: knowledge)
    for sentence in document.sentences.indices {
      let indices = bySentence[sentence] ?? []
      // Without a mention only a distance can place something.
      if indices.isEmpty,
        !lexicon.hasMatch(of: .units, in: document.tokens, document.sentences[sentence].tokens)
      {
        continue
      }
      let found =
        matches[sentence] ?? lexicon.matches(in: document.tokens, document.sentences[sentence].tokens)
      matches[sentence] = found
      let view = SentenceView(
        document: document, sentence: sentence, lexicon: lexicon, matches: found, mentions: mentions,
        indices: indices)
      var reader = SentenceLocatives(
        view: view, mentions: mentions, anchors: anchors, maker: maker, knowledge: knowledge)
      outcomes += reader.read(&salience)
    }
    return outcomes
  }
}
