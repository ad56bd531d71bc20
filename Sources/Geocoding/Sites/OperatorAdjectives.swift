internal import Gazetteer
internal import GeoModel
internal import Reading

/// Adjectives of states beside words for missions, above all those that are written small: "російське посольство",
/// "l'ambassade américaine".
///
/// Only there are they looked for, since elsewhere a word that happens to be an adjective tells nothing of a
/// place.
struct OperatorAdjectives {
  /// Words between an adjective and its noun: "российского генерального консульства".
  private static let reach = 3

  let gazetteer: Gazetteer
  let inflections: InflectionRules
  let catalog: SiteCatalog
  let memory: ScanMemory

  /// One mention, of role `.demonym`, for each adjective; none that overlaps what was found.
  ///
  /// - Parameters:
  ///   - sentences: those that have a word for a kind of site.
  ///   - bySentence: `places` by theirs.
  ///   - matches: receives the lexicon's of each sentence that was searched for them.
  func mentions(
    in document: Document, sentences: [Int], places: [Mention], bySentence: MentionsBySentence,
    lexicon: Lexicon, matches: inout [Int: [LexiconMatch]]
  ) -> [Mention] {
    let language = gazetteer.languageSet(document.language)
    let words = catalog.soughtTags.words(of: lexicon).everywhere.all
    var mentions: [Mention] = []
    for index in sentences {
      let sentence = document.sentences[index]
      guard words.isFound(in: document.tokens, sentence.tokens) else { continue }
      // By token whether something was found there.
      var isTaken = [Bool](filledWith: false, count: sentence.tokens.count)
      for place in bySentence[index] {
        for token in places[place].tokens.clamped(to: sentence.tokens) {
          isTaken[token - sentence.tokens.lowerBound] = true
        }
      }
      let found = lexicon.matches(in: document.tokens, sentence.tokens)
      matches[index] = found
      for head in found where isMission(head) {
        forEachWord(beside: head.tokens, in: sentence.tokens) { token in
          guard document.tokens.tokens[token].kind == .word,
            !isTaken[token - sentence.tokens.lowerBound],
            let state = state(ofAdjectiveAt: token, in: document, language)
          else { return false }
          isTaken[token - sentence.tokens.lowerBound] = true
          mentions.append(
            Mention(
              range: document.tokens.tokens[token].range, tokens: token..<(token + 1), sentence: index,
              role: .demonym, referent: .place(state), probability: 1, reasons: ["an adjective"]))
          return true
        }
      }
    }
    return mentions
  }

  /// The state whose adjective a word is, written large or small.
  func state(ofAdjectiveAt token: Int, in document: Document) -> PlaceID? {
    state(ofAdjectiveAt: token, in: document, gazetteer.languageSet(document.language))
  }

  private func state(
    ofAdjectiveAt token: Int, in document: Document, _ language: LanguageSet
  ) -> PlaceID? {
    guard document.tokens.tokens[token].kind == .word else { return nil }
    let range = document.tokens.tokens[token].range
    return catalog.adjectives.state(document.text.utf8[range], document.language) {
      state(range, document, language)
    }
  }

  private func isMission(_ match: LexiconMatch) -> Bool {
    guard match.section == .facility else { return false }
    let family = catalog.kinds.entry(match.tag).family
    return SiteKindTable.isMission(family: family) || family == "part" || family == "compound"
  }

  /// Outwards from a word for a mission; one adjective may lead to the next: "der amerikanischen und der britischen
  /// Botschaft".
  ///
  /// - Parameter isAdjective: whether a token is one that was sought.
  private func forEachWord(beside head: Range<Int>, in sentence: Range<Int>, _ isAdjective: (Int) -> Bool) {
    for (start, step) in [(head.lowerBound - 1, -1), (head.upperBound, 1)] {
      var token = start
      var left = Self.reach
      while left > 0, sentence.contains(token) {
        left = isAdjective(token) ? Self.reach : left - 1
        token += step
      }
    }
  }

  private func state(_ range: Range<Int>, _ document: Document, _ language: LanguageSet) -> PlaceID? {
    var state: PlaceID?
    document.text.utf8.withUnsafeBufferPointer { bytes in
      NameScanner(gazetteer).scan(
        bytes, ranges: [range], inflections: inflections,
        options: .init(includesLowercase: true, inflectsKnownNames: true), memory: memory
      ) { matches in
        for match in matches where match.range == range {
          state =
            state
            ?? match.postings.first {
              $0.kind.isDemonym && ($0.languages.isEmpty || !$0.languages.isDisjoint(with: language))
                && gazetteer.place($0.place).featureClass == .country
            }?.place
        }
      }
    }
    return state
  }
}
