internal import Gazetteer
internal import Reading

/// A document while its sites are being found: its sentences, its places, what it has named so far.
///
/// An object, since every reader of a site holds on to it.
final class SiteScene {
  let document: Document
  let places: [Mention]
  let knowledge: any PlaceKnowledge
  /// The sentences that have a word for a kind of site that may be found; no others are looked at.
  let views: [SentenceView]
  /// How often each state is said to run a mission.
  private(set) var operators: [String: Int] = [:]
  /// By mention what is known of its place.
  private let facts: [PlaceFacts?]
  private let settlements: [(sentence: Int, token: Int, facts: PlaceFacts, certainty: Double)]
  let countries: [(sentence: Int, token: Int, mention: Int, code: String)]
  /// By settlement how likely a name of the document means it.
  private let certainties: [PlaceID: Double]
  private let lexicon: Lexicon

  /// `nil` when the document has no word for a kind of site.
  ///
  /// - Parameters:
  ///   - sentences: those that have a word for a kind of site at all.
  ///   - matches: the lexicon's, of sentences where they are known already.
  ///   - bySentence: `places` by theirs.
  ///   - sought: the kinds of sites to look for.
  init?(
    document: Document, sentences: [Int], places: [Mention], lexicon: Lexicon,
    bySentence: MentionsBySentence, matches: [Int: [LexiconMatch]], sought: SoughtTags,
    knowledge: any PlaceKnowledge
  ) {
    func has(_ words: PatternSearch, _ sentence: Int) -> Bool {
      words.isFound(in: document.tokens, document.sentences[sentence].tokens)
    }
    // What no country could make a site of needs no countries.
    let widest = sought.words(of: lexicon, countries: [nil])
    guard sentences.contains(where: { has(widest.leading, $0) }) else { return nil }
    let facts = places.map { mention -> PlaceFacts? in
      guard case .place(let id) = mention.referent else { return nil }
      return knowledge.facts(of: id)
    }
    let words = sought.words(of: lexicon, countries: facts.lazy.compactMap { $0.map(\.country) })
    guard sentences.contains(where: { has(words.leading, $0) }) else { return nil }
    self.document = document
    self.lexicon = lexicon
    self.places = places
    self.knowledge = knowledge
    self.facts = facts
    views = sentences.filter { has(words.all, $0) }.map {
      SentenceView(
        document: document, sentence: $0, lexicon: lexicon, matches: matches[$0], mentions: places,
        indices: Array(bySentence[$0]))
    }
    var settlements: [(sentence: Int, token: Int, facts: PlaceFacts, certainty: Double)] = []
    var countries: [(sentence: Int, token: Int, mention: Int, code: String)] = []
    for (index, mention) in places.enumerated() {
      guard let facts = facts[index] else { continue }
      if facts.level == .settlement, mention.role == .place, !mention.isDoubtful(radius: facts.radius),
        !lexicon.isPlainWord(mention.tokens, in: document.tokens), !Self.isCode(mention, in: document.tokens)
      {
        settlements.append((mention.sentence, mention.tokens.lowerBound, facts, mention.probability))
      }
      if mention.role != .namePart, mention.role == .demonym || facts.level == .country,
        let code = facts.country
      {
        countries.append((mention.sentence, mention.tokens.lowerBound, index, code))
      }
    }
    self.settlements = settlements
    self.countries = countries
    certainties = Dictionary(
      settlements.lazy.map { ($0.facts.id, $0.certainty) }, uniquingKeysWith: max)
  }

  /// How likely a settlement is meant where it is named, 0 ... 1; 1 for one that is inferred.
  func certainty(of place: PlaceID) -> Double { certainties[place] ?? 1 }

  /// "PKK": three capitals are a party or a company rather than a town that goes by its airport's code.
  private static func isCode(_ mention: Mention, in text: TokenizedText) -> Bool {
    guard mention.tokens.count == 1 else { return false }
    let token = text.tokens[mention.tokens.lowerBound]
    return token.casing == .upper && token.foldedRange.count <= 3
  }

  func count(operators drafts: [SiteDraft]) {
    for draft in drafts where SiteKindTable.isMission(family: draft.family) {
      if let state = draft.operatorCountry { operators[state, default: 0] += 1 }
    }
  }

  /// The literal settlement nearest before a token of a sentence that a mission may be in.
  func settlement(before token: Int, in sentence: Int, where fits: (PlaceFacts) -> Bool) -> PlaceFacts? {
    settlements.last { $0.sentence == sentence && $0.token < token && fits($0.facts) }?.facts
  }

  func settlement(after token: Int, in sentence: Int, where fits: (PlaceFacts) -> Bool) -> PlaceFacts? {
    settlements.first { $0.sentence == sentence && $0.token >= token && fits($0.facts) }?.facts
  }

  /// How often a settlement is named.
  func count(of place: PlaceID) -> Int { settlements.count { $0.facts.id == place } }

  /// Whether a sentence names a settlement.
  func names(_ place: PlaceID, in sentence: Int) -> Bool {
    settlements.contains { $0.sentence == sentence && $0.facts.id == place }
  }

  /// The latest fitting settlement in the same paragraph before a sentence, if it was named after sentence `last`.
  func settlement(
    inParagraphBefore sentence: Int, after last: Int, where fits: (PlaceFacts) -> Bool
  ) -> PlaceFacts? {
    let paragraph = document.sentences[sentence].paragraph
    return settlements.last {
      $0.sentence < sentence && $0.sentence > last && document.sentences[$0.sentence].paragraph == paragraph
        && fits($0.facts) && !isWhereSomebodySpeaks($0.token, in: $0.sentence)
    }?.facts
  }

  /// "said Foreign Minister Westerwelle in Berlin": the mission told of next is where the story is.
  private func isWhereSomebodySpeaks(_ token: Int, in sentence: Int) -> Bool {
    let tokens = document.sentences[sentence].tokens
    return lexicon.matches(in: document.tokens, tokens.lowerBound..<token).contains {
      $0.section == .claim && token - $0.tokens.upperBound <= 6
    }
  }

  /// The fitting settlement that the document names most often; of equals the first.
  func commonestSettlement(where fits: (PlaceFacts) -> Bool) -> PlaceFacts? {
    var counts: [PlaceID: (count: Int, first: Int, facts: PlaceFacts)] = [:]
    for (order, entry) in settlements.enumerated() where fits(entry.facts) {
      counts[entry.facts.id, default: (0, order, entry.facts)].count += 1
    }
    return counts.values.max { ($0.count, -$0.first) < ($1.count, -$1.first) }?.facts
  }

  /// Whether the document names the country, or a place in it, anywhere.
  func names(country: String) -> Bool {
    countries.contains { $0.code == country } || settlements.contains { $0.facts.country == country }
  }

  func facts(_ mention: Int) -> PlaceFacts? { facts[mention] }
}
