import GeoKernel
import GeoModel
import Geocoding
import Reading

/// Chooses which of the places of a sentence is where the event was.
struct LocationRule {
  let view: SentenceView

  /// The most telling place near the event's words; places of speech, meeting, origin and travel
  /// are left out.
  func location(of cluster: Cluster, among locatives: [Locative], effects: [Range<Int>]) -> Locative? {
    let cores = cluster.triggers.map(\.tokens)
    let best = locatives.filter {
      !isElsewhere($0, cores + effects) && !isBareCountry($0) && !isPlainWord($0) && !isDoubtful($0)
    }
    .max { a, b in
      let scores = (score(a, cores, effects), score(b, cores, effects))
      return scores.0 == scores.1 ? a.tokens.lowerBound > b.tokens.lowerBound : scores.0 < scores.1
    }
    return best.map { narrowed($0, by: locatives) }
  }

  /// "30 km south-east of Samarkand, near Urgut": of two phrases side by side that can both be true, the nearer.
  private func narrowed(_ best: Locative, by locatives: [Locative]) -> Locative {
    guard [.distance, .direction].contains(best.footprint.relation) else { return best }
    let events = view.matches("event").map(\.tokens)
    return locatives.first { other in
      let gap = best.tokens.upperBound..<max(best.tokens.upperBound, other.tokens.lowerBound)
      return other.tokens.lowerBound >= best.tokens.upperBound && gap.count <= 2
        && !events.contains { $0.overlaps(gap) } && other.footprint.radius < best.footprint.radius
        && Geodesic.wgs84.distance(best.footprint.best, other.footprint.best).value
          <= best.footprint.radius.value + other.footprint.radius.value
    } ?? best
  }

  /// Detail counts ten words of distance a step; a stated distance tells more of the event than the
  /// name of something it damaged.
  private func score(_ locative: Locative, _ cores: [Range<Int>], _ effects: [Range<Int>]) -> Int {
    let detail =
      switch locative.footprint.wherePrecision {
      case 1, 2: locative.footprint.anchorSite != nil ? 30 : 20
      case 3, 4: 10
      default: 0
      }
    let measured =
      switch locative.footprint.relation {
      case .distance: 10
      case .near, .direction, .between: 5
      default: 0
      }
    // A name that nothing places ("Salem Abdelhadi", "MOL") is less likely where it was.
    let isBare = view.usesPrepositions && !isSite(locative) && !hasRelation(locative)
    let toEvent = (view.distance(locative.tokens, toNearestOf: cores) ?? 100) + (isBare ? 8 : 0)
    let toEffect = (view.distance(locative.tokens, toNearestOf: effects) ?? 100) + 6
    return detail + measured - min(toEvent, toEffect)
  }

  /// A country without a preposition ("the US ambassador", "USA Gymnastics") is not where something was,
  /// in languages that have one for it.
  private func isBareCountry(_ locative: Locative) -> Bool {
    guard locative.footprint.wherePrecision >= 6, view.usesPrepositions else { return false }
    return !hasRelation(locative)
  }

  private func isSite(_ locative: Locative) -> Bool {
    view.mentions.contains { $0.role == .site && locative.tokens.overlaps($0.tokens) }
  }

  /// Whether words put something at a place, and do not merely name it.
  func isPlacing(_ locative: Locative) -> Bool {
    isScene(locative) && (!view.usesPrepositions || isSite(locative) || hasRelation(locative))
  }

  /// "Police", "Minister": a word of the language that some village is named after too.
  private func isPlainWord(_ locative: Locative) -> Bool {
    guard let mention = view.mentions.first(where: { locative.tokens.overlaps($0.tokens) }),
      mention.role == .place
    else { return false }
    return view.matches.contains {
      ["claimant", "actor", "event", "effect", "weapon", "facility"].contains($0.section)
        && $0.tokens.lowerBound <= mention.tokens.lowerBound
        && mention.tokens.upperBound <= $0.tokens.upperBound
    }
  }

  /// A name that is hardly one, of a place that hardly anybody knows.
  private func isDoubtful(_ locative: Locative) -> Bool {
    guard let mention = view.mentions.first(where: { locative.tokens.overlaps($0.tokens) }) else {
      return false
    }
    return mention.isDoubtful(radius: locative.footprint.radius)
      && !(view.usesPrepositions && hasRelation(locative))
  }

  /// Said, met or born there: no scene of the story.
  func isScene(_ locative: Locative) -> Bool {
    !isElsewhere(locative, []) && !isPlainWord(locative) && !isDoubtful(locative)
  }

  /// Whether a preposition or more places it: "in Dar es Salaam", not "the Baku-Grozny flight".
  func hasRelation(_ locative: Locative) -> Bool {
    guard let mention = view.mentions.first(where: { locative.tokens.overlaps($0.tokens) }) else {
      return false
    }
    return mention.tokens.lowerBound > locative.tokens.lowerBound
      || view.matches("relation", "in", "at", "near", "next_to", "within").contains {
        $0.tokens.upperBound == mention.tokens.lowerBound
          || $0.tokens.upperBound + 1 == mention.tokens.lowerBound
      }
  }

  /// Said from, met at, born in, bound for: not where it happened.
  private func isElsewhere(_ locative: Locative, _ cores: [Range<Int>]) -> Bool {
    let place = locative.tokens
    let isMeasured = locative.footprint.relation == .distance || locative.footprint.relation == .direction
    if !isMeasured {
      for origin in view.matches("context", "origin")
      where origin.tokens.upperBound <= place.lowerBound && view.distance(origin.tokens, place) <= 1 {
        return true
      }
      for origin in view.matches("context", "origin")
      where origin.tokens.overlaps(place) && origin.tokens.lowerBound == place.lowerBound {
        return true
      }
    }
    if isOfMobile(place) { return true }
    let toEvent = view.distance(place, toNearestOf: cores) ?? Int.max
    for context in view.matches("context", "meeting", "judicial", "office", "placed", "elsewhere")
    where context.tokens.upperBound <= place.lowerBound || context.tokens.overlaps(place) {
      let distance = view.distance(context.tokens, place)
      if distance <= 5 && distance < toEvent { return true }
    }
    return false
  }

  /// "A convoy of the embassy", "a clerk of the consulate": not at the site, and hardly far from its town.
  func siteOfMobile(among locatives: [Locative]) -> Locative? {
    locatives.first { isSite($0) && isOfMobile($0.tokens) }
  }

  private func isOfMobile(_ place: Range<Int>) -> Bool {
    for mobile in view.matches("context", "mobile")
    where mobile.tokens.upperBound <= place.lowerBound && view.distance(mobile.tokens, place) <= 1 {
      return true
    }
    // "Səfirliyin avtomobilini": where there are no prepositions the convoy follows.
    if !view.usesPrepositions,
      view.matches("context", "mobile").contains(where: {
        place.upperBound <= $0.tokens.lowerBound && view.distance(place, $0.tokens) == 0
      })
    {
      return true
    }
    return false
  }
}
