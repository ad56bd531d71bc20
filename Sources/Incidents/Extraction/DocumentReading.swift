import Gazetteer
import Geocoding
import Reading

/// The pass over the sentences of one document: drafts linked to events, claims, statements.
struct DocumentReading {
  struct LooseClaim {
    let claim: Claim
    /// Index of the event it is about, when the sentence tells that event.
    let event: Int?
    let site: String?
    /// The month the sentence speaks of, when it names one.
    let month: Int?
    /// Events told before that "all these attacks" may speak of.
    var series: [Int] = []
  }

  let views: [SentenceView]
  var claims: [LooseClaim] = []
  private(set) var statements: [SiteStatement] = []
  var events: [DocumentEvent] { linker.events }

  /// A headline alone does not stand against a body that says it was not so.
  func isDenied(_ event: DocumentEvent) -> Bool {
    event.drafts.allSatisfy(\.isHeadline) && event.drafts.contains { deniedKinds.contains($0.kind) }
  }

  let geocoded: GeocodedDocument
  let report: ReportText
  let places: PlaceCompatibility
  /// How telling each mention is for where an incident was; see `PlaceRank`.
  let ranks: [Int]
  var linker: EventLinker
  var claimReader: ClaimReader
  /// Kinds of events that sentences of the body say did not happen.
  var deniedKinds = KindSet()
  /// The day the story is at, and the paragraph that told it.
  var lastDay: (day: DaySpan, paragraph: Int, sentence: Int, isOfHarm: Bool)?

  /// Where the story is at: "in the city" is there.
  var placeBefore: Locative?
  /// Where the event told last was.
  var eventPlace: Locative?
  /// "At the same minute something alike happened in Rome": where the next sentence is, and when.
  var scenePassedTo: (town: Locative, day: DaySpan, sentence: Int)?
  /// The site that a sentence went on to without telling what happened there, and where it did.
  var venueAnnounced: (at: Apartness, sentence: Int, paragraph: Int)?
  /// The town that a sentence named without telling what happened in it.
  var townBefore: (town: Locative, sentence: Int)?
  /// The first town named at all: where the story is as long as nothing else tells.
  var home: Locative?
  /// The last weapon named, and the sentence.
  var weaponBefore: (tag: String, words: String, sentence: Int)?

  /// Who was there and what they had in hand, as told last; what they did may be told as its toll.
  var arms: Arms?

  struct Arms {
    let weapons: ArraySlice<LexiconMatch>
    let words: String?
    let hasAttacker: Bool
    let hasCrowd: Bool
    /// The sentence puts them at or near a mission.
    let areAtMission: Bool
    let sentence: Int
  }

  var genres: GenreReader

  /// The headline tells of a drill, a film or a match: what has no day of its own belongs to it.
  let isStaged: Bool

  /// The sentence at which the entries of a log begin.
  let firstEntry: Int?

  /// The site most of the document's mentions are about.
  let mainSite: String?

  init(
    geocoded: GeocodedDocument, lexicon: Lexicon, traits: LanguageTraits, gazetteer: Gazetteer,
    places: PlaceCompatibility
  ) {
    self.geocoded = geocoded
    self.places = places
    ranks = geocoded.mentions.map(PlaceRank.of)
    let report = ReportText(geocoded.document)
    self.report = report
    var strays = StrayPlaces(geocoded, lexicon: lexicon, gazetteer: gazetteer)
    views = Self.views(of: geocoded, report, lexicon, traits, strays: strays.indices())
    genres = GenreReader(views, in: geocoded.document, lexicon: lexicon)
    isStaged = Self.isStaged(views)
    firstEntry = Self.firstEntry(views)
    linker = EventLinker(
      published: geocoded.document.published?.date, places: places,
      operatorsInBody: Self.operatorsInBody(of: geocoded))
    claimReader = ClaimReader(gazetteer: gazetteer)
    mainSite = Self.mainSite(geocoded.locatives, places.sites)
  }

  mutating func readSentences() {
    for view in views {
      let knowsCrash = linker.kinds.contains(.aircraftCrash)
      let triggers = TriggerReader(view: view, knowsCrash: knowsCrash) { genres.isOfFact(view) }.triggers()
      if view.sentence.role == .body {
        for case (let kind?, .notHappened?) in triggers.map({ ($0.kind, $0.exclusion) }) {
          deniedKinds.insert(kind)
        }
      }
      var active = triggers.filter { $0.exclusion == nil }
      // "Two guards were killed." goes on about what was told before.
      if !active.isEmpty, active.allSatisfy(\.isKilling), !isPlaced(view),
        EventDates(view: view).dates(near: active.map(\.tokens)).isEmpty,
        view.matches(.dates, "same_day").isEmpty
      {
        active = []
      }
      let clusters = ClusterReader(view: view).clusters(of: active)
      let drafts = DraftReader(
        view: view, mentions: geocoded.mentions, ranks: ranks, placeBefore: placeBefore,
        weaponBefore: weaponMeant(in: view)
      )
      .drafts(of: clusters)
      .filter { (!isStaged || $0.date != .none) && !genres.isFigurative($0, in: view) }
      .filter { $0.isSpecificKind || $0.locative != nil || $0.date != .none || !isInAnotherTown(view) }
      .map { carrying($0, view) }
      var joined = drafts.compactMap { place($0, in: view) }
      if joined.isEmpty, let implied = impliedDraft(in: view) ?? burningWorks(in: view),
        let index = linker.add(implied)
      {
        joined = [index]
      } else if joined.isEmpty {
        dateEvent(in: view)
        note(triggers, drafts, in: view)
        continueEvent(
          in: view,
          hasDrafts: drafts.contains {
            !$0.isPlural || $0.date != .none || $0.locative != nil || $0.isSomewhereUnknown
          })
      }
      noteDay(drafts, joined, view)
      noteArms(view, isTold: !joined.isEmpty)
      if let weapon = view.matches(.weapon).last {
        weaponBefore = (weapon.tag, view.words(weapon.tokens), view.index)
      }
      noteScene(joined, view)
      readClaims(view, events: joined, speaksOfEvent: !triggers.isEmpty)
    }
  }

  /// Sums and series stay statements; the rest joins or begins an event.
  private mutating func place(_ draft: Draft, in view: SentenceView) -> Int? {
    if draft.isPlural {
      guard case .span(let span) = draft.date, span.precision <= 4, !isVague(draft) else {
        state(.aggregate, in: view, draft.locative, draft.date)
        return nil
      }
    }
    return linker.add(draft)
  }

  /// "Massive strikes on the country's industry": many, and nowhere in particular.
  private func isVague(_ draft: Draft) -> Bool {
    draft.isPlural && (draft.locative.map { $0.footprint.wherePrecision >= 6 } ?? true)
  }

  private mutating func note(_ triggers: [Trigger], _ drafts: [Draft], in view: SentenceView) {
    if drafts.isEmpty, let reason = triggers.compactMap(\.exclusion).first {
      state(reason, in: view, view.locatives.first, .none)
    } else if let draft = drafts.first(where: { !$0.isPlural }) {
      state(draft.locative == nil ? .unlocated : .undated, in: view, draft.locative, draft.date)
    } else if triggers.contains(where: { $0.exclusion == nil && $0.kind != nil }) {
      state(.undated, in: view, view.locatives.first, .none)
    }
  }

  private mutating func state(
    _ reason: Statement.Reason, in view: SentenceView, _ locative: Locative?, _ date: AccountDate
  ) {
    let evidence = report.evidence(view.sentence.range)
    // Sentences come in order, so that only the last can be the same.
    guard statements.last?.statement.evidence != evidence else { return }
    var month: Int?
    if case .open(let open, _, _) = date { month = open }
    statements.append(
      SiteStatement(
        site: (locative?.footprint.anchorSite).map(places.sites.main) ?? mainSite, month: month,
        statement: Statement(reason: reason, evidence: evidence)))
  }

  func rank(_ locative: Locative) -> Int { PlaceRank.of(locative, ranks) }

  private static func mainSite(_ locatives: [Locative], _ sites: SiteFamilies) -> String? {
    var counts: [String: Int] = [:]
    for locative in locatives {
      if let site = locative.footprint.anchorSite { counts[sites.main(of: site), default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
