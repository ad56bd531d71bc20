import Reading

/// What texts are about that tell of no attack but speak as if: matches, films, markets, shows, storms, denials.
///
/// One word of them says nothing, since attacks happen at matches and in cinemas, too. Several do, unless somebody was
/// hurt, or police, damage and arrests are told of near them.
struct GenreReader {
  /// A text of so many sentences is about one thing; of a longer one each paragraph is looked at by itself.
  private static let shortText = 8
  /// A longer text is about one thing when it has so many words for it, and hardly a fact.
  private static let ofOneThing = 5
  /// So many facts tell of something that happened, whatever the words around them.
  private static let enoughFacts = 3

  private let document: Document
  private let lexicon: Lexicon
  private let views: [SentenceView]
  private let isShort: Bool
  /// Of the whole text, which is no paragraph.
  private static let whole = -1
  // By paragraph, and by sentence; most texts have too few words of any genre to be asked for facts.
  private var known: [Int: Finding] = [:]
  private var knownFacts: [Int: Facts] = [:]
  private var cues: [ObjectIdentifier: [Cue]] = [:]
  private var harm: [ObjectIdentifier: Int] = [:]

  private struct Cue {
    let genre: String
    let word: String
  }

  /// The genre with the most different words, and how many.
  private struct Finding {
    var genre = Genre.film
    var cues = 0
  }

  /// What speaks for something that happened: people hurt, and all else.
  private struct Facts {
    var harm = 0
    var traces: Set<String> = []

    func areEnough(against finding: Finding) -> Bool {
      let genre = finding.genre
      let count = (genre.hasDead ? 0 : harm) + traces.subtracting(genre.untelling).count
      return count >= (genre.isPlayed ? max(GenreReader.enoughFacts, finding.cues) : GenreReader.enoughFacts)
    }
  }

  /// As the lexicons' section `genre` calls them.
  private enum Genre: String {
    case film, sport, market, culture, game, obituary, labour, festive, weather, medicine, demolition
    case politics, denial, hunt, relic, statistics, cyber, science

    /// The dead of these were not attacked.
    var hasDead: Bool { self == .obituary || self == .hunt }
    /// What strikes and kills here is no attack, but neither does anybody speak of guns.
    var isNatural: Bool { self == .weather || self == .medicine }
    /// Nobody shells or abducts anybody here but in earnest.
    var isPlain: Bool {
      switch self {
      case .market, .culture, .labour, .politics, .medicine, .cyber, .science: true
      default: false
      }
    }
    /// The more there is of a film or a game, the more may die in it.
    var isPlayed: Bool { self == .film || self == .game || self == .festive }
    /// What is said of that which did not happen, too.
    var untelling: Set<String> {
      self == .denial ? ["institution", "weapon", "unhurt", "undead", "unharmed"] : []
    }
    var leastCues: Int {
      switch self {
      case .politics, .cyber, .science: 3
      default: 2
      }
    }
  }

  init(_ views: [SentenceView], in document: Document, lexicon: Lexicon) {
    self.views = views
    self.document = document
    self.lexicon = lexicon
    isShort = views.count { $0.sentence.role == .body } <= Self.shortText
  }

  /// Whether what a sentence seems to tell is a figure of speech, played, or denied.
  mutating func isFigurative(_ draft: Draft, in view: SentenceView) -> Bool {
    let whole = finding(Self.whole)
    if !isShort, whole.cues >= Self.ofOneThing, isFigurative(draft, in: view, whole, Self.whole) {
      return true
    }
    let scope = scope(of: view)
    return isFigurative(draft, in: view, finding(scope), scope)
  }

  private mutating func isFigurative(
    _ draft: Draft, in view: SentenceView, _ finding: Finding, _ scope: Int
  ) -> Bool {
    let genre = finding.genre
    guard finding.cues >= genre.leastCues else { return false }
    if genre.isNatural {
      return view.matches(.actor, "attacker", "crowd").isEmpty
        && (finding.cues > 2 || draft.kind == .airStrike
          || !draft.isSpecificKind && view.matches(.weapon).isEmpty)
    }
    let facts = facts(scope)
    // "Petrol bombs at the embassy on the evening of the final": no match sets fire to a mission.
    let isAtMission = draft.placeRank == PlaceRank.mission && !genre.isPlayed && genre != .denial
    if genre.isPlain || isAtMission, Self.plainKinds.contains(draft.kind),
      facts.traces.count + 1 + facts.harm >= Self.enoughFacts
    {
      return false
    }
    return !facts.areEnough(against: finding)
  }

  /// Whether people hurt, police, damage or arrests tell that something happened, at a match or not.
  mutating func isOfFact(_ view: SentenceView) -> Bool {
    let scope = scope(of: view)
    return facts(scope).areEnough(against: finding(scope))
  }

  private func scope(of view: SentenceView) -> Int { isShort ? Self.whole : view.sentence.paragraph }

  private static let plainKinds: KindSet = [
    .missileStrike, .droneAttack, .airStrike, .shelling, .arson, .abduction, .mobViolence,
  ]

  /// Found by halves, since a page may have as many paragraphs as sentences.
  private func views(of scope: Int) -> ArraySlice<SentenceView> {
    if scope == Self.whole { return views[...] }
    func start(of paragraph: Int) -> Int {
      var (low, high) = (0, views.count)
      while low < high {
        let middle = (low + high) / 2
        if views[middle].sentence.paragraph < paragraph { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return views[start(of: scope)..<start(of: scope + 1)]
  }

  private mutating func finding(_ scope: Int) -> Finding {
    if let finding = known[scope] { return finding }
    var words: [String: Set<String>] = [:]
    for view in views(of: scope) {
      for cue in cues(in: view) { words[cue.genre, default: []].insert(cue.word) }
    }
    var finding = Finding()
    if let (genre, cues) = words.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) {
      finding = Finding(genre: Genre(rawValue: genre) ?? .film, cues: cues.count)
    }
    known[scope] = finding
    return finding
  }

  private mutating func cues(in view: SentenceView) -> [Cue] {
    if let found = cues[ObjectIdentifier(view)] { return found }
    var found = lexicon.matches(of: .genre, in: document.tokens, view.sentence.tokens).map {
      Cue(genre: $0.tag, word: key($0))
    }
    for match in view.matches(.modality, "staged", "sport") {
      found.append(Cue(genre: match.tag == "sport" ? "sport" : "film", word: key(match)))
    }
    if TriggerReader.hasScore(view) {
      found += [Cue(genre: "sport", word: "score"), Cue(genre: "sport", word: "result")]
    }
    cues[ObjectIdentifier(view)] = found
    return found
  }

  /// Of a paragraph and the next, where the toll is often told.
  private mutating func facts(_ scope: Int) -> Facts {
    if let facts = knownFacts[scope] { return facts }
    var facts = Facts()
    for view in [views(of: scope), scope == Self.whole ? [] : views(of: scope + 1)].joined() {
      let harmed = harm[ObjectIdentifier(view)] ?? Self.harm(in: view)
      harm[ObjectIdentifier(view)] = harmed
      facts.harm += harmed
      for match in view.matches(.claimant, "institution") + view.matches(.context, "judicial") {
        facts.traces.insert(match.tag)
      }
      facts.traces.formUnion(view.matches(.effect).map(\.tag).filter(Self.marks.contains))
      if view.matches(.weapon).contains(where: { Self.unplayed.contains($0.tag) }) {
        facts.traces.insert("weapon")
      }
      if !view.matches(.actor, "attacker", "crowd").isEmpty { facts.traces.insert("people") }
    }
    knownFacts[scope] = facts
    return facts
  }

  private static let marks: Set<String> = ["damage", "fire", "unhurt", "undead", "unharmed"]
  /// Weapons that nobody shoots at a goal with.
  private static let unplayed: Set<String> = ["grenade", "vehicle_bomb", "drone", "fire"]

  /// Words that differ in their endings count as one.
  private func key(_ match: LexiconMatch) -> String {
    String(document.tokens.folded(match.tokens.lowerBound).prefix(5))
  }

  /// Three where somebody was killed, or more were hurt than in a match; two where anybody was. What is played or long
  /// ago is left out.
  private static func harm(in view: SentenceView) -> Int {
    guard view.matches(.modality, "staged", "background", "echo").isEmpty, !isOfHistory(view) else {
      return 0
    }
    // "They shot them down 5:1": without somebody who was hurt the number is the score's.
    if TriggerReader.hasScore(view), view.matches(.actor, "victim", "one").isEmpty { return 0 }
    return CasualtyReader(view: view).findings().map { finding in
      guard let count = finding.count, count > 0 else { return 0 }
      return finding.outcome == .killed || count > 2 ? 3 : 2
    }
    .max() ?? 0
  }

  /// Dated by nothing but a year.
  private static func isOfHistory(_ view: SentenceView) -> Bool {
    !view.dates.isEmpty && view.dates.allSatisfy(\.isYearAlone)
  }
}
