import Gazetteer
import Geocoding
import Reading

/// Where the story is, and who was there with what.
extension DocumentReading {
  /// "Copenhagen had moved its diplomats": who acts, and not where; a headline and a dateline need no preposition.
  func town(in view: SentenceView) -> Locative? {
    let rule = LocationRule(view: view)
    return view.locatives.last {
      isTown($0)
        && (rule.isPlacing($0)
          || view.usesPrepositions && rule.isScene($0)
            && (view.sentence.role == .headline || rule.isDateline($0)))
    }
  }

  /// "In Washington, the White House said that …".
  private func isOfSpeech(_ town: Locative, _ view: SentenceView) -> Bool {
    guard town.tokens.lowerBound - view.sentence.tokens.lowerBound <= 2, view.matches(.effect).isEmpty else {
      return false
    }
    let end = town.tokens.upperBound
    return view.matches(.claimant).contains { (end...(end + 4)).contains($0.tokens.lowerBound) }
      && view.matches(.claim).contains { (end...(end + 12)).contains($0.tokens.lowerBound) }
  }

  func isTown(_ locative: Locative) -> Bool {
    [.inSettlement, .at].contains(locative.footprint.relation) || locative.footprint.anchorSite != nil
      || rank(locative) == PlaceRank.mission
  }

  /// The story stays where what happened was; a town only named is the scene of the next sentence, or where nothing
  /// was told yet.
  mutating func noteScene(_ joined: [Int], _ view: SentenceView) {
    if joined.isEmpty, let day = lastDay?.day ?? dayOfLastEvent, let town = town(in: view),
      !view.matches(.dates, "same_day").isEmpty || !view.matches(.context, "happened_there").isEmpty
    {
      scenePassedTo = (town, day, view.index)
    }
    if joined.isEmpty, Self.isOfFact(view), let at = ApartnessReader.announced(in: view) {
      venueAnnounced = (at, view.index, view.sentence.paragraph)
    }
    if let place = joined.last.flatMap({ linker.events[$0].locative }) {
      eventPlace = place
      townBefore = nil
    } else if let town = town(in: view), eventPlace == nil || !isOfSpeech(town, view) {
      townBefore = (town, view.index)
    }
    let isFresh = townBefore.map { $0.sentence == view.index } ?? false
    if home == nil {
      let rule = LocationRule(view: view)
      // "Ziua Victoriei" is no day in a town that may be called Victoria.
      home = view.locatives.first {
        isTown($0) && rule.isScene($0) && geocoded.mentions[$0.mention].likelihood >= 0.5
      }
    }
    placeBefore = isFresh ? townBefore?.town : eventPlace ?? townBefore?.town ?? home
  }

  private var dayOfLastEvent: DaySpan? {
    guard case .span(let span)? = linker.events.last?.date else { return nil }
    return span
  }

  private static let unreal: Set<String> = ["staged", "sport", "averted", "unreal", "background", "echo"]

  /// The headline says so, or the first sentence does and tells of nothing that happened.
  static func isStaged(_ views: [SentenceView]) -> Bool {
    if views.contains(where: { $0.sentence.role == .headline && isStaged($0) }) { return true }
    // A match is told in its own words from beginning to end, wherever they begin.
    let body = views.filter { $0.sentence.role == .body }
    let sport = body.count { !$0.matches(.modality, "sport").isEmpty }
    if sport >= 3, sport * 3 >= body.count { return true }
    // "For two hours gunmen held hostages. … Nobody was meant to be hurt. The exercise …"
    let staged = body.count { !$0.matches(.modality, "staged").isEmpty }
    if staged >= 3, staged * 4 >= body.count { return true }
    guard let first = body.first, isStaged(first) else { return false }
    return TriggerReader(view: first).triggers().allSatisfy { $0.exclusion != nil }
  }

  /// "Exercise", "film", "scenario".
  static func isStaged(_ view: SentenceView) -> Bool {
    !view.matches(.modality, "staged", "sport").isEmpty
  }

  static func isOfFact(_ view: SentenceView) -> Bool {
    !view.matches(.modality).contains { unreal.contains($0.tag) }
  }

  mutating func noteArms(_ view: SentenceView, isTold: Bool) {
    let weapons = view.matches(.weapon)
    let people = Set(view.matches(.actor, "attacker", "crowd").map(\.tag))
    guard !isTold, Self.isOfFact(view), !weapons.isEmpty || !people.isEmpty else {
      if isTold { arms = nil }
      return
    }
    let rule = LocationRule(view: view)
    arms = Arms(
      weapons: weapons, words: weapons.first.map { view.words($0.tokens) },
      hasAttacker: people.contains("attacker"), hasCrowd: people.contains("crowd"),
      areAtMission: view.locatives.contains {
        rank($0) == PlaceRank.mission && rule.isPlacing($0)
      },
      sentence: view.index)
  }

  /// "Three men rolled hand grenades across the floor. Two travellers died.": no word for an attack, but who, with
  /// what, when, where and how many.
  func impliedDraft(in view: SentenceView) -> Draft? {
    guard view.sentence.role == .body, Self.isOfFact(view), let told = lastDay, let arms,
      view.index - arms.sentence <= 2
    else { return nil }
    let next = missionMovedTo(arms, view)
    guard let placeBefore = next ?? placeBefore,
      next != nil || view.index - told.sentence <= 3 && !linker.isTold(on: told.day)
    else { return nil }
    let reader = CasualtyReader(view: view)
    let casualties = reader.findings()
    guard casualties.contains(where: { ($0.count ?? 0) > 0 }), namesNoPlace(view) else { return nil }
    let (kind, isSpecific) = KindRule.kind(
      triggers: [], weapons: arms.weapons.map(\.tag), hasAttacker: arms.hasAttacker,
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
      || arms.areAtMission && rank(placeBefore) == PlaceRank.mission
    if isSame { draft.placeRank = rank(placeBefore) }
    draft.isInTownOnly = !isSame
    draft.operatorCountry = isSame ? operatorOfMission(placeBefore) : nil
    draft.isKindNamed = !arms.weapons.isEmpty
    return draft
  }

  /// "The crowd then moved on to the US embassy. … Three people died there."
  private func missionMovedTo(_ arms: Arms, _ view: SentenceView) -> Locative? {
    guard arms.areAtMission, arms.hasCrowd || arms.hasAttacker, let town = townBefore,
      town.sentence == arms.sentence, rank(town.town) == PlaceRank.mission, let told = lastDay,
      view.sentence.paragraph - told.paragraph <= 1, linker.isTold(on: told.day), isInAnotherTown(view)
    else { return nil }
    return town.town
  }

  /// "They heard the drones come in from the sea. The port of Izmail was burning.": works on fire, and what flew there.
  func burningWorks(in view: SentenceView) -> Draft? {
    guard view.sentence.role == .body, Self.isOfFact(view), let arms, let weapon = arms.weapons.first,
      Self.flying.contains(weapon.tag), view.index - arms.sentence <= 2,
      let fire = view.matches(.effect, "fire").first,
      let works = view.locatives.first(where: { $0.footprint.relation == .at && rank($0) > PlaceRank.mission }
      )
    else { return nil }
    let (kind, _) = KindRule.kind(triggers: [], weapons: [weapon.tag], hasAttacker: false, isStrike: false)
    var draft = Draft(
      sentence: view.index, range: view.sentence.range, paragraph: view.sentence.paragraph, isHeadline: false,
      date: .none, dateReason: "no date in the words", kind: kind, isSpecificKind: true, locative: works,
      placeRank: rank(works), weapon: arms.words, weaponClass: weapon.tag, killed: nil, injured: nil,
      effects: [Effect(kind: .fire, evidence: Clause(view: view).around(fire.tokens))], isPlural: false,
      count: 1,
      isCorroborated: true, rules: ["works on fire where what flies was told of before"])
    if let told = lastDay, view.sentence.paragraph - told.paragraph <= 1, !linker.isTold(on: told.day) {
      draft.date = .span(told.day)
      draft.dateReason = "goes on from the day told before: \(told.day.from)"
    }
    return draft
  }

  /// Whether words place what a sentence tells, and not only name somebody after a town.
  func isPlaced(_ view: SentenceView) -> Bool {
    view.locatives.contains(where: LocationRule(view: view).isPlacing)
  }

  private static let flying: Set<String> = ["missile", "drone"]

  /// "Drones reached other depots. One of them fell on a terminal."
  func weaponMeant(in view: SentenceView) -> (tag: String, words: String)? {
    if let weaponBefore, view.index - weaponBefore.sentence <= 2, !view.matches(.context, "one_of").isEmpty {
      return (weaponBefore.tag, weaponBefore.words)
    }
    // "Missiles flew south again last night. … The blast wave reached the consulate."
    guard let arms, let weapon = arms.weapons.first, view.index - arms.sentence <= 2,
      Self.flying.contains(weapon.tag)
    else { return nil }
    return arms.words.map { (weapon.tag, $0) }
  }

  /// Neither a place, known or not, nor a name that could be one's.
  func namesNoPlace(_ view: SentenceView) -> Bool {
    let rule = LocationRule(view: view)
    // "Relations between two states have worsened since last May, when …": somewhere in either.
    guard !view.locatives.contains(where: rule.isPlacing), view.matches(.context, "elsewhere").isEmpty else {
      return false
    }
    return !UnknownPlace(view: view).isNamed()
  }

  /// "its façade", "the building": a part of the mission that the story is at.
  func speaksOfSite(_ view: SentenceView, _ place: Locative) -> Bool {
    guard rank(place) == PlaceRank.mission else { return false }
    let parts = view.matches(.context, "part").map(\.tokens)
    return !parts.isEmpty
  }

  /// The first sentences of the body.
  func isBeginning(_ view: SentenceView) -> Bool {
    let body = views.firstIndex { $0.sentence.role == .body } ?? 0
    return view.index <= views[body].index + 3
  }

  /// "the same terminal", "the neighbouring house": no new place; "the same day" says nothing of places.
  func isSamePlace(_ view: SentenceView) -> Bool {
    let times = view.matches(.dates).map(\.tokens) + view.dates.map(\.tokens)
    return view.matches(.context, "same").contains { same in
      !times.contains { $0.overlaps(same.tokens) || $0.lowerBound == same.tokens.upperBound }
    }
  }
}
