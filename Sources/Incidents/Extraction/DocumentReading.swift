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
  private(set) var claims: [LooseClaim] = []
  private(set) var statements: [SiteStatement] = []
  var events: [DocumentEvent] { linker.events }

  /// A headline alone does not stand against a body that says it was not so.
  func isDenied(_ event: DocumentEvent) -> Bool {
    event.drafts.allSatisfy(\.isHeadline) && event.drafts.contains { deniedKinds.contains($0.kind) }
  }

  private let geocoded: GeocodedDocument
  let report: ReportText
  private let places: PlaceCompatibility
  private var linker: EventLinker
  private var claimReader: ClaimReader
  /// Kinds of events that sentences of the body say did not happen.
  private var deniedKinds: Set<IncidentKind> = []
  /// The day the story is at, and the paragraph that told it.
  private var lastDay: (day: DaySpan, paragraph: Int, sentence: Int, isOfHarm: Bool)?

  /// Where the story is at: "in the city" is there.
  private var placeBefore: Locative?
  /// Where the event told last was.
  private var eventPlace: Locative?
  /// "At the same minute something alike happened in Rome": where the next sentence is, and when.
  private var scenePassedTo: (town: Locative, day: DaySpan, sentence: Int)?
  /// The town that a sentence named without telling what happened in it.
  private var townBefore: (town: Locative, sentence: Int)?
  /// The first town named at all: where the story is as long as nothing else tells.
  private var home: Locative?
  /// The last weapon named, and the sentence.
  private var weaponBefore: (tag: String, words: String, sentence: Int)?

  /// Who was there and what they had in hand, as told last; what they did may be told as its toll.
  private var arms: Arms?

  private struct Arms {
    let weapons: [LexiconMatch]
    let words: String?
    let hasAttacker: Bool
    let hasCrowd: Bool
    /// The sentence puts them at or near a mission.
    let areAtMission: Bool
    let sentence: Int
  }

  /// The site most of the document's mentions are about.
  private let mainSite: String?

  /// "Copenhagen had moved its diplomats": who acts, and not where; a headline and a dateline need no preposition.
  private func town(in view: SentenceView) -> Locative? {
    let rule = LocationRule(view: view)
    return view.locatives.last {
      isTown($0)
        && (rule.isPlacing($0)
          || view.usesPrepositions && rule.isScene($0)
            && (view.sentence.role == .headline || rule.isDateline($0)))
    }
  }

  private func isTown(_ locative: Locative) -> Bool {
    locative.footprint.relation == .inSettlement || locative.footprint.anchorSite != nil
      || PlaceRank.of(locative, mentions: geocoded.mentions) == PlaceRank.mission
  }

  init(
    geocoded: GeocodedDocument, lexicon: Lexicon, traits: LanguageTraits, gazetteer: Gazetteer,
    places: PlaceCompatibility
  ) {
    self.geocoded = geocoded
    self.places = places
    let report = ReportText(geocoded.document)
    self.report = report
    views = Self.views(of: geocoded, report, lexicon, traits)
    linker = EventLinker(published: geocoded.document.published?.date, places: places)
    claimReader = ClaimReader(gazetteer: gazetteer)
    mainSite = Self.mainSite(geocoded.locatives, places.sites)
  }

  mutating func readSentences() {
    for view in views {
      let knowsCrash = linker.kinds.contains(.aircraftCrash)
      let triggers = TriggerReader(view: view, knowsCrash: knowsCrash).triggers()
      if view.sentence.role == .body {
        deniedKinds.formUnion(triggers.filter { $0.exclusion == .notHappened }.compactMap(\.kind))
      }
      var active = triggers.filter { $0.exclusion == nil }
      // "Two guards were killed." goes on about what was told before.
      if !active.isEmpty, active.allSatisfy(\.isKilling), view.dates.isEmpty, !isPlaced(view),
        view.matches("dates", "same_day").isEmpty
      {
        active = []
      }
      let clusters = ClusterReader(view: view).clusters(of: active)
      let drafts = DraftReader(
        view: view, mentions: geocoded.mentions, placeBefore: placeBefore,
        weaponBefore: weaponMeant(in: view)
      )
      .drafts(of: clusters).map { carryingDate($0, view) }
      var joined = drafts.compactMap { place($0, in: view) }
      if joined.isEmpty, let implied = impliedDraft(in: view), let index = linker.add(implied) {
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
      if let weapon = view.matches("weapon").last {
        weaponBefore = (weapon.tag, view.words(weapon.tokens), view.index)
      }
      noteScene(joined, view)
      readClaims(view, events: joined, speaksOfEvent: !triggers.isEmpty)
    }
  }

  /// The story stays where what happened was; a town only named is the scene of the next sentence, or where nothing
  /// was told yet.
  private mutating func noteScene(_ joined: [Int], _ view: SentenceView) {
    if joined.isEmpty, let day = lastDay?.day, let town = town(in: view),
      !view.matches("dates", "same_day").isEmpty
    {
      scenePassedTo = (town, day, view.index)
    }
    if let place = joined.last.flatMap({ linker.events[$0].locative }) {
      eventPlace = place
      townBefore = nil
    } else if let town = town(in: view) {
      townBefore = (town, view.index)
    }
    let isFresh = townBefore.map { $0.sentence == view.index } ?? false
    if home == nil {
      let rule = LocationRule(view: view)
      home = view.locatives.first { isTown($0) && rule.isScene($0) }
    }
    placeBefore = isFresh ? townBefore?.town : eventPlace ?? townBefore?.town ?? home
  }

  private static let unreal: Set<String> = ["staged", "sport", "averted", "unreal", "background", "echo"]

  private static func isOfFact(_ view: SentenceView) -> Bool {
    !view.matches("modality").contains { unreal.contains($0.tag) }
  }

  private mutating func noteArms(_ view: SentenceView, isTold: Bool) {
    let weapons = view.matches("weapon")
    let people = Set(view.matches("actor", "attacker", "crowd").map(\.tag))
    guard !isTold, Self.isOfFact(view), !weapons.isEmpty || !people.isEmpty else {
      if isTold { arms = nil }
      return
    }
    let rule = LocationRule(view: view)
    arms = Arms(
      weapons: weapons, words: weapons.first.map { view.words($0.tokens) },
      hasAttacker: people.contains("attacker"), hasCrowd: people.contains("crowd"),
      areAtMission: view.locatives.contains {
        PlaceRank.of($0, mentions: geocoded.mentions) == PlaceRank.mission && rule.isPlacing($0)
      },
      sentence: view.index)
  }

  /// "Three men rolled hand grenades across the floor. Two travellers died.": no word for an attack, but who, with
  /// what, when, where and how many.
  private func impliedDraft(in view: SentenceView) -> Draft? {
    guard view.sentence.role == .body, Self.isOfFact(view), let told = lastDay, let arms, let placeBefore,
      view.index - told.sentence <= 3, view.index - arms.sentence <= 2, !linker.isTold(on: told.day)
    else { return nil }
    let reader = CasualtyReader(view: view)
    let casualties = reader.findings()
    guard casualties.contains(where: { ($0.count ?? 0) > 0 }), namesNoPlace(view) else { return nil }
    let (kind, isSpecific) = KindRule.kind(
      triggers: [], weapons: Set(arms.weapons.map(\.tag)), hasAttacker: arms.hasAttacker,
      hasCrowd: arms.hasCrowd,
      isStrike: false, isKilling: true)
    let clause = Clause(view: view)
    var draft = Draft(
      sentence: view.index, range: view.sentence.range, paragraph: view.sentence.paragraph, isHeadline: false,
      date: .span(told.day), dateReason: "goes on from the day told before: \(told.day.from)", kind: kind,
      isSpecificKind: isSpecific, locative: placeBefore, placeRank: PlaceRank.place,
      weapon: arms.words, weaponClass: arms.weapons.first?.tag,
      killed: reader.told(casualties, .killed, clause), injured: reader.told(casualties, .injured, clause),
      effects: [], isPlural: false, count: 1, isCorroborated: true,
      rules: ["a toll, of what was told without a word for it", "placed where the report was"])
    let isSame =
      speaksOfSite(view, placeBefore)
      || arms.areAtMission && PlaceRank.of(placeBefore, mentions: geocoded.mentions) == PlaceRank.mission
    if isSame { draft.placeRank = PlaceRank.of(placeBefore, mentions: geocoded.mentions) }
    draft.isInTownOnly = !isSame
    draft.isKindNamed = !arms.weapons.isEmpty
    return draft
  }

  /// Whether words place what a sentence tells, and not only name somebody after a town.
  private func isPlaced(_ view: SentenceView) -> Bool {
    view.locatives.contains(where: LocationRule(view: view).isPlacing)
  }

  /// A new place in a story that goes on keeps the day told last: "In Nairobi …. Within ten minutes a
  /// second bomb in Dar es Salaam …".
  private mutating func carryingDate(_ draft: Draft, _ view: SentenceView) -> Draft {
    var carried = draft
    if case .none = draft.date, let told = lastDay, !view.matches("dates", "same_day").isEmpty {
      carried.date = .span(told.day)
      carried.dateReason = "the same day as told before: \(told.day.from)"
      return carried
    }
    if case .none = draft.date, draft.locative == nil, draft.isSpecificKind, let scene = scenePassedTo,
      scene.sentence == view.index - 1, namesNoPlace(view)
    {
      carried.date = .span(scene.day)
      carried.dateReason = "the same day as told before: \(scene.day.from)"
      carried.locative = scene.town
      carried.placeRank = PlaceRank.of(scene.town, mentions: geocoded.mentions)
      carried.isInTownOnly = false
      carried.rules.append("placed where the sentence before says: \(scene.town.footprint.anchorName)")
      return carried
    }
    if draft.locative == nil, draft.date != .none, !draft.isHeadline, let placeBefore, isSamePlace(view) {
      carried.locative = placeBefore
      carried.placeRank = PlaceRank.of(placeBefore, mentions: geocoded.mentions)
      carried.isInTownOnly = true
      if draft.kind == .other, let before = linker.events.last?.drafts.last(where: \.isSpecificKind) {
        carried.kind = before.kind
        carried.isSpecificKind = true
        carried.rules.append("kind as told of the place before")
      }
      carried.rules.append("placed where the report was before: \(placeBefore.footprint.anchorName)")
      return carried
    }
    if draft.locative == nil, case .span = draft.date, draft.isSpecificKind || draft.isTolledAttack,
      !draft.isHeadline,
      draft.kind != .aircraftCrash, !draft.isPlural, let placeBefore,
      namesNoPlace(view)
    {
      // "On 18 March mortar rounds crashed into a school next door": where the story is.
      carried.locative = placeBefore
      let isSame = speaksOfSite(view, placeBefore)
      carried.placeRank = isSame ? PlaceRank.of(placeBefore, mentions: geocoded.mentions) : PlaceRank.place
      carried.isInTownOnly = !isSame
      carried.rules.append(
        "names no place, and is placed where the report was: \(placeBefore.footprint.anchorName)")
      return carried
    }
    if case .none = draft.date, draft.locative == nil, draft.isSpecificKind, !draft.isHeadline,
      lastDay == nil,
      let placeBefore, isBeginning(view), namesNoPlace(view)
    {
      // The first sentences tell what the headline and the dateline have placed.
      carried.locative = placeBefore
      let isSame = speaksOfSite(view, placeBefore)
      carried.placeRank = isSame ? PlaceRank.of(placeBefore, mentions: geocoded.mentions) : PlaceRank.place
      carried.isInTownOnly = !isSame
      carried.rules.append("placed where the report begins: \(placeBefore.footprint.anchorName)")
      return carried
    }
    if case .none = draft.date, draft.locative == nil, draft.isSpecificKind, let told = lastDay,
      view.index - told.sentence <= (told.isOfHarm ? 4 : 1), !linker.isTold(on: told.day)
    {
      // "On Sunday thousands gathered at the embassy. Some threw stones."
      carried.date = .span(told.day)
      carried.dateReason = "goes on from the sentence before: \(told.day.from)"
      carried.locative = placeBefore
      carried.placeRank = placeBefore.map { PlaceRank.of($0, mentions: geocoded.mentions) } ?? draft.placeRank
      carried.isInTownOnly = false
      return carried
    }
    if case .none = draft.date, !draft.isHeadline, !draft.isPlural, let told = lastDay,
      view.sentence.paragraph - told.paragraph <= 2, draft.isSpecificKind, let locative = draft.locative,
      draft.placeRank < PlaceRank.place || !view.usesPrepositions
        || LocationRule(view: view).hasRelation(locative)
    {
      carried.date = .span(told.day)
      carried.dateReason = "goes on from the day told before: \(told.day.from)"
    }
    return carried
  }

  /// "Drones reached other depots. One of them fell on a terminal."
  private func weaponMeant(in view: SentenceView) -> (tag: String, words: String)? {
    guard let weaponBefore, view.index - weaponBefore.sentence <= 2,
      !view.matches("context", "one_of").isEmpty
    else { return nil }
    return (weaponBefore.tag, weaponBefore.words)
  }

  /// Neither a place, known or not, nor a name that could be one's.
  private func namesNoPlace(_ view: SentenceView) -> Bool {
    let rule = LocationRule(view: view)
    // "Relations between two states have worsened since last May, when …": somewhere in either.
    guard !view.locatives.contains(where: rule.isPlacing), view.matches("context", "elsewhere").isEmpty else {
      return false
    }
    return !UnknownPlace(view: view).isNamed()
  }

  /// "its façade", "the building": a part of the mission that the story is at.
  private func speaksOfSite(_ view: SentenceView, _ place: Locative) -> Bool {
    guard PlaceRank.of(place, mentions: geocoded.mentions) == PlaceRank.mission else { return false }
    let parts = view.matches("context", "part").map(\.tokens)
    return !parts.isEmpty
  }

  /// The first sentences of the body.
  private func isBeginning(_ view: SentenceView) -> Bool {
    let body = views.firstIndex { $0.sentence.role == .body } ?? 0
    return view.index <= views[body].index + 3
  }

  /// "the same terminal", "the neighbouring house": no new place; "the same day" says nothing of places.
  private func isSamePlace(_ view: SentenceView) -> Bool {
    let times = view.matches("dates").map(\.tokens) + view.dates.map(\.tokens)
    return view.matches("context", "same").contains { same in
      !times.contains { $0.overlaps(same.tokens) || $0.lowerBound == same.tokens.upperBound }
    }
  }

  /// The day of an event, or a full date that no verb of speech governs.
  private mutating func noteDay(_ drafts: [Draft], _ joined: [Int], _ view: SentenceView) {
    let days = drafts.compactMap { draft -> DaySpan? in
      if case .span(let span) = draft.date, span.precision == 1 { return span }
      return nil
    }
    let dated = EventDates(view: view).dates(near: []).compactMap { date -> DaySpan? in
      guard
        date.form == .absolute || !view.locatives.isEmpty || !view.matches("effect").isEmpty
          || !view.matches("weapon").isEmpty || !view.matches("actor", "attacker").isEmpty,
        case .spans(let spans) = date.value,
        let day = spans.last
      else {
        return nil
      }
      return day.precision == 1 ? day : nil
    }
    let joinedDay = joined.compactMap { index -> DaySpan? in
      if case .span(let span) = linker.events[index].date, span.precision == 1 { return span }
      return nil
    }
    if let day = days.last ?? dated.last ?? joinedDay.last {
      lastDay = (day, view.sentence.paragraph, view.index, !view.matches("effect").isEmpty)
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

  /// "It happened on Monday afternoon" dates what was told without a day.
  private mutating func dateEvent(in view: SentenceView) {
    let words = view.matches("context", "happened").map(\.tokens)
    guard let date = EventDates(view: view).dates(near: words).first, case .spans(let spans) = date.value,
      spans.count == 1, (view.distance(date.tokens, toNearestOf: words) ?? .max) <= 8,
      let index = linker.eventContinued(sentence: view.index, paragraph: view.sentence.paragraph)
    else { return }
    linker.date(index, spans[0], date.reason)
  }

  /// "Nobody was hurt." tells more of the event before it.
  private mutating func continueEvent(in view: SentenceView, hasDrafts: Bool) {
    let effects = view.matches("effect")
    let isTold = !effects.isEmpty || !view.matches("event", "impact").isEmpty
    guard isTold, !hasDrafts,
      let index = linker.eventContinued(sentence: view.index, paragraph: view.sentence.paragraph)
    else { return }
    let clause = Clause(view: view)
    let reader = CasualtyReader(view: view)
    let casualties = reader.findings()
    let damage = view.matches("effect", "damage", "fire", "crater", "unexploded").map { match in
      Effect(kind: Effect.Kind(tag: match.tag), evidence: clause.around(match.tokens))
    }
    let rule = LocationRule(view: view)
    let claims = view.matches("claim", "states").map(\.tokens)
    let better = view.locatives.filter { locative in
      rule.isScene(locative) && isSaidOf(locative, view)
        && (view.distance(locative.tokens, toNearestOf: claims) ?? .max) > 2
    }
    .map { ($0, PlaceRank.of($0, mentions: geocoded.mentions)) }
    .filter { $0.1 < PlaceRank.place }.min { $0.1 < $1.1 }
    if let better { linker.refine(index, better.0, rank: better.1) }
    linker.continueEvent(
      index, sentence: view.index, range: view.sentence.range, paragraph: view.sentence.paragraph,
      effects: damage,
      killed: reader.told(casualties, .killed, clause),
      injured: reader.told(casualties, .injured, clause))
  }

  /// Words put something at a place, or something was damaged there; "the embassy had warned" does neither.
  private func isSaidOf(_ locative: Locative, _ view: SentenceView) -> Bool {
    guard let mention = view.mentions.first(where: { locative.tokens.overlaps($0.tokens) }) else {
      return true
    }
    if !view.usesPrepositions {
      return [.near, .distance, .direction].contains(locative.footprint.relation)
        || !view.matches("effect", "damage", "fire").isEmpty
    }
    return locative.tokens.lowerBound < mention.tokens.lowerBound
      || locative.tokens.upperBound > mention.tokens.upperBound
      || LocationRule(view: view).hasRelation(locative)
      || !view.matches("effect", "damage", "fire").isEmpty
  }

  /// Plain statements count where they tell an event; what is said of events told elsewhere counts
  /// only when it takes a stance.
  private mutating func readClaims(_ view: SentenceView, events: [Int], speaksOfEvent: Bool) {
    let site = view.locatives.compactMap(\.footprint.anchorSite).first.map(places.sites.main)
    let takesStance = !view.matches("claim", "blames", "denies", "regrets").isEmpty
    guard speaksOfEvent || takesStance || !view.matches("effect").isEmpty || site != nil else {
      claimReader.notice(view)
      return
    }
    let weapon = view.matches("weapon").first.map { view.words($0.tokens) }
    var found = claimReader.claims(in: view, weapon: weapon)
    if found.isEmpty, !events.isEmpty, let own = claimReader.ownWords(in: view, weapon: weapon) {
      found = [own]
    }
    let place = site ?? mainSite
    var events = events
    if events.isEmpty, takesStance, site == nil,
      let recent = linker.eventContinued(sentence: view.index, paragraph: view.sentence.paragraph)
    {
      events = [recent]
    }
    for claim in found where !events.isEmpty || claim.stance != .states {
      for event in events.isEmpty ? [nil] : Set(events).sorted().map(Optional.some) {
        let series = event == nil && site == nil ? eventsAlike(view) : []
        claims.append(
          LooseClaim(claim: claim, event: event, site: place, month: month(of: view), series: series))
      }
    }
  }

  /// What was told so far and is of a kind with the words of a sentence that names no place.
  private func eventsAlike(_ view: SentenceView) -> [Int] {
    let kinds = view.matches("event").compactMap { match in
      IncidentKind(rawValue: String(match.tag.split(separator: ".")[0]))
    }
    return linker.recent.filter { index in
      linker.events[index].date != .none
        && kinds.allSatisfy(linker.events[index].kinds.areCompatible)
    }
  }

  private func month(of view: SentenceView) -> Int? {
    for date in view.dates {
      switch date.value {
      case .open(let month?, _, _): return month
      case .spans(let spans) where spans.count == 1 && spans[0].precision <= 4: return spans[0].from.month
      default: continue
      }
    }
    return nil
  }

  private static func mainSite(_ locatives: [Locative], _ sites: SiteFamilies) -> String? {
    var counts: [String: Int] = [:]
    for locative in locatives {
      if let site = locative.footprint.anchorSite { counts[sites.main(of: site), default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

extension Effect.Kind {
  /// From a tag of the lexicon's `effect` section.
  init(tag: String) {
    switch tag {
    case "crater": self = .crater
    case "unexploded": self = .unexplodedOrdnance
    case "fire": self = .fire
    default: self = .damage
    }
  }
}

extension DateExpression {
  /// The single day it means, the last of several.
  var day: CalendarDate? {
    guard case .spans(let spans) = value, let last = spans.last, last.precision == 1 else { return nil }
    return last.to
  }
}
