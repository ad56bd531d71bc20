import Gazetteer
import Geocoding
import Reading

/// What a sentence adds to the event before it.
extension DocumentReading {
  /// "Nobody was hurt." tells more of the event before it.
  mutating func continueEvent(in view: SentenceView, hasDrafts: Bool) {
    let effects = view.matches(.effect)
    let isTold = !effects.isEmpty || !view.matches(.event, "impact").isEmpty
    guard isTold, !hasDrafts, !isInAnotherTown(view),
      let index = linker.eventContinued(sentence: view.index, paragraph: view.sentence.paragraph)
    else { return }
    let clause = Clause(view: view)
    let reader = CasualtyReader(view: view)
    let casualties = reader.findings()
    let damage = view.matches(.effect, "damage", "fire", "crater", "unexploded").map { match in
      Effect(kind: Effect.Kind(tag: match.tag), evidence: clause.around(match.tokens))
    }
    let rule = LocationRule(view: view)
    let claims = view.matches(.claim, "states").map(\.tokens)
    let better = view.locatives.filter { locative in
      rule.isScene(locative) && isSaidOf(locative, view)
        && (view.distance(locative.tokens, toNearestOf: claims) ?? .max) > 2
    }
    .map { ($0, rank($0)) }
    .filter { $0.1 < PlaceRank.place }.min { $0.1 < $1.1 }
    if let better { linker.refine(index, better.0, rank: better.1) }
    linker.continueEvent(
      index, sentence: view.index, range: view.sentence.range, paragraph: view.sentence.paragraph,
      effects: damage,
      killed: reader.told(casualties, .killed, clause),
      injured: reader.told(casualties, .injured, clause))
  }

  /// "Man rams gate of Greek embassy", and then "On Monday a driver went for the gate of the Greek embassy.": the
  /// first sentences tell in words of their own what the headline told of the same site, and when.
  mutating func dateHeadline(in view: SentenceView) -> Bool {
    guard let published = linker.published, isBeginning(view), Self.isOfFact(view), linker.events.count == 1,
      let event = linker.events.first, event.drafts.allSatisfy(\.isHeadline), event.date == .none,
      let there = event.locative, rank(there) == PlaceRank.mission
    else { return false }
    let rule = LocationRule(view: view)
    let here = view.locatives.filter { here in
      rank(here) == PlaceRank.mission && rule.isPlacing(here)
        && (isSaidOf(here, view) || speaksOfSite(view, here))
        && (places.score(here, there) == 6 || isOfSameMission(here, there))
    }
    let days = EventDates(view: view).dates(near: here.map(\.tokens)).filter { $0.day != nil }
    guard !here.isEmpty, days.count == 1, let day = days[0].day, case .spans(let spans) = days[0].value,
      spans.count == 1, day <= published, day >= published.adding(days: -3)
    else { return false }
    linker.date(0, spans[0], days[0].reason)
    linker.continueEvent(
      0, sentence: view.index, range: view.sentence.range, paragraph: view.sentence.paragraph, effects: [],
      killed: nil, injured: nil)
    return true
  }

  /// "At dawn a train had left the rails in Cusco. … 45 people died.": since the event was told of last, another
  /// paragraph has gone to another town, or to another mission.
  func isInAnotherTown(_ view: SentenceView) -> Bool {
    guard let town = townBefore,
      let index = linker.eventContinued(sentence: view.index, paragraph: view.sentence.paragraph),
      town.sentence > linker.events[index].lastSentence, town.sentence < view.index,
      view.sentence.paragraph != linker.events[index].lastParagraph, let there = linker.events[index].locative
    else { return false }
    // Two missions of one town, however little is known of where in it they are.
    let operators = linker.events[index].operators
    if let state = operatorOfMission(town.town), !operators.isEmpty { return !operators.contains(state) }
    return places.score(town.town, there) == nil
  }

  private func isOfSameMission(_ here: Locative, _ there: Locative) -> Bool {
    guard let state = operatorOfMission(here), places.score(here, there) != nil else { return false }
    return state == operatorOfMission(there)
  }

  func operatorOfMission(_ locative: Locative) -> String? {
    guard rank(locative) == PlaceRank.mission else { return nil }
    return geocoded.mentions[locative.mention].referent.operatorCountry
  }

  /// Words put something at a place, or something was damaged there; "the embassy had warned" does neither.
  func isSaidOf(_ locative: Locative, _ view: SentenceView) -> Bool {
    guard let mention = view.mentions.first(where: { locative.tokens.overlaps($0.tokens) }) else {
      return true
    }
    if !view.usesPrepositions {
      return [.near, .distance, .direction].contains(locative.footprint.relation)
        || !view.matches(.effect, "damage", "fire").isEmpty
    }
    return locative.tokens.lowerBound < mention.tokens.lowerBound
      || locative.tokens.upperBound > mention.tokens.upperBound
      || LocationRule(view: view).hasRelation(locative)
      || !view.matches(.effect, "damage", "fire").isEmpty
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
