import Gazetteer
import Geocoding
import Reading

/// What a sentence adds to the event before it.
extension DocumentReading {
  /// "Nobody was hurt." tells more of the event before it.
  mutating func continueEvent(in view: SentenceView, hasDrafts: Bool) {
    let effects = view.matches(.effect)
    let isTold = !effects.isEmpty || !view.matches(.event, "impact").isEmpty
    guard isTold, !hasDrafts,
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
