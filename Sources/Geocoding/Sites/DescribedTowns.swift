internal import Gazetteer
internal import GeoModel
internal import Reading

/// Towns that are meant and not named: "the Libyan capital", "столица Узбекистана", "in der Münchner Innenstadt".
///
/// They are no toponyms, so that their mentions are anaphoric; but what happened there happened in that town.
struct DescribedTowns {
  /// Inhabitants of the least town after which its parts are called, by how the adjective is written.
  private static let least = (large: 20_000, small: 100_000)
  /// Words round the one for a capital that say that it is another ("the former Kazakh capital").
  private static let reach = 3

  let knowledge: any PlaceKnowledge
  let lexicon: Lexicon
  let states: OperatorAdjectives
  let towns: TownAdjectives?

  private var gazetteer: Gazetteer { states.gazetteer }

  /// One mention of role `.place` for each, in text order; none that overlaps what was found.
  ///
  /// - Parameters:
  ///   - sentences: those to look through, in text order.
  ///   - known: what was found of places and sites.
  ///   - matches: the lexicon's of sentences that were searched before; gets those of the others that are.
  func mentions(
    in document: Document, sentences: some Sequence<Int>, besides known: [Mention],
    matches: inout [Int: [LexiconMatch]]
  ) -> [Mention] {
    var mentions: [Mention] = []
    // Few documents have a word of theirs.
    lazy var bySentence = MentionsBySentence(known, in: document)
    lazy var meant = TownsMeant(gazetteer: gazetteer, lexicon: lexicon, known: known)
    for index in sentences {
      let tokens = document.sentences[index].tokens
      guard matches[index] != nil || lexicon.hasMatch(of: .town, in: document.tokens, tokens) else {
        continue
      }
      let found = matches[index] ?? lexicon.matches(in: document.tokens, tokens)
      matches[index] = found
      guard found.contains(where: { $0.section == .town }) else { continue }
      let beside = bySentence[index].map { known[$0] }
      for head in found where head.section == .town {
        let described: (tokens: Range<Int>, town: PlaceID, reason: String)? =
          switch head.tag {
          case "capital": capital(head.tokens, tokens, in: document, beside, found)
          case "part": townOfPart(head.tokens, tokens, in: document, meant)
          default: nil
          }
        guard let described, !beside.contains(where: { $0.tokens.overlaps(described.tokens) }) else {
          continue
        }
        let first = document.tokens.tokens[described.tokens.lowerBound].range
        let last = document.tokens.tokens[described.tokens.upperBound - 1].range
        mentions.append(
          Mention(
            range: first.lowerBound..<last.upperBound, tokens: described.tokens, sentence: index,
            role: .place,
            referent: .place(described.town), probability: 0.8, reasons: [described.reason], isAnaphoric: true
          ))
      }
    }
    return mentions
  }

  /// The capital of the state that an adjective or a name beside the word says; not where it is named as well.
  private func capital(
    _ head: Range<Int>, _ sentence: Range<Int>, in document: Document, _ beside: [Mention],
    _ found: [LexiconMatch]
  ) -> (Range<Int>, PlaceID, String)? {
    let around =
      max(sentence.lowerBound, head.lowerBound - Self.reach)..<min(sentence.upperBound, head.upperBound + 1)
    let isOther = found.contains {
      $0.section == .town && $0.tag == "not_this" && $0.tokens.overlaps(around)
    }
    guard !isOther else { return nil }
    guard let state = state(beside: head, sentence, in: document, beside, found),
      let country = knowledge.facts(of: state)?.country, let capital = knowledge.capital(of: country),
      let facts = knowledge.facts(of: capital),
      !beside.contains(where: { isNamed(capital, by: $0) || isNamedBehind(head, $0) })
    else { return nil }
    return (head, capital, "\(facts.name), the capital of \(country)")
  }

  private func state(
    beside head: Range<Int>, _ sentence: Range<Int>, in document: Document, _ beside: [Mention],
    _ found: [LexiconMatch]
  ) -> PlaceID? {
    let links = found.filter { $0.section == .context && $0.tag == "link" }.map(\.tokens)
    let named = beside.first { mention in
      guard mention.role != .namePart, mention.role == .demonym || isCountry(mention) else { return false }
      if mention.tokens.upperBound == head.lowerBound || mention.tokens.lowerBound == head.upperBound {
        return true
      }
      return links.contains { $0.lowerBound == head.upperBound && $0.upperBound == mention.tokens.lowerBound }
    }
    if case .place(let state)? = named?.referent { return state }
    return [head.lowerBound - 1, head.upperBound].lazy.filter(sentence.contains)
      .compactMap { states.state(ofAdjectiveAt: $0, in: document) }.first
  }

  private func isCountry(_ mention: Mention) -> Bool {
    guard case .place(let id) = mention.referent else { return false }
    return knowledge.facts(of: id)?.level == .country
  }

  /// "The former Kazakh capital, Almaty".
  private func isNamedBehind(_ head: Range<Int>, _ mention: Mention) -> Bool {
    guard mention.role == .place, (0...1).contains(mention.tokens.lowerBound - head.upperBound),
      case .place(let id) = mention.referent
    else { return false }
    return knowledge.facts(of: id)?.level == .settlement
  }

  private func isNamed(_ town: PlaceID, by mention: Mention) -> Bool {
    if case .place(town) = mention.referent { mention.role != .demonym } else { false }
  }

  /// The town after whose adjective a part of a town is called.
  private func townOfPart(
    _ head: Range<Int>, _ sentence: Range<Int>, in document: Document, _ meant: TownsMeant
  ) -> (Range<Int>, PlaceID, String)? {
    let adjective = head.lowerBound - 1
    guard let towns, adjective > sentence.lowerBound, document.tokens.tokens[adjective].kind == .word
    else { return nil }
    let isSmall = document.tokens.tokens[adjective].casing == .lower
    let names = towns.names(of: document.tokens.folded(adjective))
    guard let town = meant.town(named: names, least: isSmall ? Self.least.small : Self.least.large) else {
      return nil
    }
    return (adjective..<head.lowerBound, town.id, "called by an adjective of \(town.name)")
  }
}
