internal import Gazetteer
internal import GeoModel
internal import Reading

/// Refineries, depots, ports and airports that are called by an adjective of their town: "Рязанский НПЗ", "одеський
/// порт".
///
/// The town itself is not named, so that these are sites of no register, and no places.
struct NamedWorks {
  /// Inhabitants of the least town that gives an adjective its meaning: written large, written large as any word that
  /// begins a sentence, and written small, where most adjectives are of no town at all.
  private static let least = (large: 2_000, first: 20_000, small: 100_000)

  let gazetteer: Gazetteer
  let kinds: SiteKindTable
  let lexicon: Lexicon
  let adjectives: TownAdjectives

  /// - Parameters:
  ///   - known: what was found of places and sites.
  ///   - matches: the lexicon's of sentences that were searched before; gets those of the others that are.
  func mentions(
    in document: Document, besides known: [Mention], matches: inout [Int: [LexiconMatch]]
  ) -> [Mention] {
    var mentions: [Mention] = []
    lazy var towns = TownsMeant(gazetteer: gazetteer, lexicon: lexicon, known: known)
    for (index, sentence) in document.sentences.enumerated()
    where adjectives.sites.isFound(in: document.tokens, sentence.tokens) {
      let found = matches[index] ?? lexicon.matches(in: document.tokens, sentence.tokens)
      matches[index] = found
      for head in found
      where head.section == .facility && OutlyingSites.reach(of: head.tag) != nil
        && head.tokens.lowerBound > sentence.tokens.lowerBound
      {
        let adjective = head.tokens.lowerBound - 1
        let tokens = adjective..<head.tokens.upperBound
        guard document.tokens.tokens[adjective].kind == .word,
          let town = town(
            of: adjective, in: document, isFirst: adjective == sentence.tokens.lowerBound,
            towns),
          !known.contains(where: { $0.sentence == index && isTold(by: $0, tokens, besides: town) })
        else { continue }
        let bytes = document.tokens.tokens[adjective].range.lowerBound
        let end = document.tokens.tokens[tokens.upperBound - 1].range.upperBound
        mentions.append(
          Mention(
            range: bytes..<end, tokens: tokens, sentence: index, role: .site,
            referent: .unregisteredSite(
              UnregisteredSite(
                kind: head.tag, operatorCountry: nil, operatorName: nil, place: town.id,
                name: kinds.entry(head.tag).label.replacingBytes(of: "{name}", with: town.name))),
            probability: 0.8, reasons: ["called by an adjective of \(town.name)"]))
      }
    }
    return mentions
  }

  /// Whether the words, or what stands right behind them ("международный порт Одесса"), are a name already; a smaller
  /// place that is called as the adjective is written ("Новошахтинский") is not meant.
  private func isTold(by mention: Mention, _ tokens: Range<Int>, besides town: Place) -> Bool {
    switch mention.role {
    case .place:
      if mention.tokens == tokens.prefix(1), case .place(let id) = mention.referent {
        return gazetteer.place(id).population >= town.population
      }
      return mention.tokens.overlaps(tokens) || mention.tokens.lowerBound == tokens.upperBound
    case .site: return mention.tokens.overlaps(tokens)
    case .demonym, .metonym, .namePart: return false
    }
  }

  /// The largest town that may be meant, in a country that the document speaks of.
  private func town(of token: Int, in document: Document, isFirst: Bool, _ towns: TownsMeant) -> Place? {
    let isSmall = document.tokens.tokens[token].casing == .lower
    let least = isSmall ? Self.least.small : isFirst ? Self.least.first : Self.least.large
    return towns.town(named: adjectives.names(of: document.tokens.folded(token)), least: least)
  }
}
