import Geocoding
import Reading

/// Places that a sentence names for another reason than that something happened there.
extension LocationRule {
  /// Said from, met at, born in, bound for: not where it happened.
  func isElsewhere(_ locative: Locative, _ cores: [Range<Int>]) -> Bool {
    let place = locative.tokens
    let isMeasured = locative.footprint.relation == .distance || locative.footprint.relation == .direction
    if !isMeasured {
      for origin in view.matches(.context, "origin")
      where origin.tokens.upperBound <= place.lowerBound && view.distance(origin.tokens, place) <= 1
        && !isOfWeapon(origin.tokens.upperBound..<place.lowerBound)
      {
        return true
      }
      for origin in view.matches(.context, "origin")
      where origin.tokens.overlaps(place) && origin.tokens.lowerBound <= place.lowerBound {
        return true
      }
    }
    if isOfMobile(place) || isSpeakingSite(locative) { return true }
    // "Selon Paris": who says it.
    if view.matches(.claim, "states").contains(where: { $0.tokens.upperBound == place.lowerBound }) {
      return !isMeasured && view.usesPrepositions
    }
    if isOfBlamingBody(place) || isPartOfTime(place) { return true }
    let toEvent = view.distance(place, toNearestOf: cores) ?? Int.max
    if isWhereSomebodySpeaks(place, toEvent) { return true }
    for context in view.matches(.context, "meeting", "judicial", "office", "placed", "elsewhere")
    where context.tokens.upperBound <= place.lowerBound || context.tokens.overlaps(place)
      || !view.usesPrepositions && context.tokens.lowerBound - place.upperBound <= 1
    {
      let distance = view.distance(context.tokens, place)
      if distance <= 5 && distance < toEvent { return true }
    }
    return false
  }

  /// "Обстреливали из миномётов Херсон": what was shot with, and not where from.
  private func isOfWeapon(_ between: Range<Int>) -> Bool {
    view.matches(.weapon).contains { $0.tokens.overlaps(between) }
  }

  /// "The foreign ministry in Islamabad condemned the bombing."
  private func isOfBlamingBody(_ place: Range<Int>) -> Bool {
    guard view.usesPrepositions, !view.matches(.claim, "blames", "denies", "regrets").isEmpty else {
      return false
    }
    return view.matches(.claimant).contains {
      $0.tokens.upperBound <= place.lowerBound && place.lowerBound - $0.tokens.upperBound <= 1
    }
  }

  /// "Sabaha karşı" is towards morning, and no state of Malaysia.
  private func isPartOfTime(_ place: Range<Int>) -> Bool {
    let times = view.matches(.dates).filter { $0.tokens.count > 1 && $0.tokens.overlaps(place) }
    guard !times.isEmpty else { return false }
    return view.mentions.contains { mention in
      mention.tokens.overlaps(place) && times.contains { $0.tokens.overlaps(mention.tokens) }
    }
  }

  /// "said Foreign Minister Steinmeier in Berlin"
  private func isWhereSomebodySpeaks(_ place: Range<Int>, _ toEvent: Int) -> Bool {
    view.matches(.claim, "states").contains { claim in
      guard claim.tokens.upperBound <= place.lowerBound else { return false }
      let between = claim.tokens.gap(before: place)
      return between.count <= 6 && view.distance(claim.tokens, place) < toEvent
        && view.matches(.claimant, "person").contains { between.contains($0.tokens.lowerBound) }
        && !view.matches(.context, "complementizer").contains { between.contains($0.tokens.lowerBound) }
    }
  }

  /// "A convoy of the embassy", "a clerk of the consulate": not at the site, and hardly far from its town.
  func siteOfMobile(among locatives: [Locative]) -> Locative? {
    locatives.first { isSite($0) && isOfMobile($0.tokens) }
  }

  private func isOfMobile(_ place: Range<Int>) -> Bool {
    // "He drove his car into the fence of the embassy": whose car it is, nobody says.
    let isPut = view.matches(.relation, "in").contains { $0.tokens.lowerBound == place.lowerBound }
    for mobile in view.matches(.context, "mobile")
    where !isPut && mobile.tokens.upperBound <= place.lowerBound && view.distance(mobile.tokens, place) <= 1 {
      return true
    }
    // "Two Israeli embassy staff were shot dead outside a museum"
    if view.matches(.context, "mobile_after").contains(where: { $0.tokens.lowerBound == place.upperBound }) {
      return true
    }
    // "Səfirliyin avtomobilini": where there are no prepositions the convoy follows.
    if !view.usesPrepositions,
      view.matches(.context, "mobile").contains(where: {
        place.upperBound <= $0.tokens.lowerBound && view.distance(place, $0.tokens) == 0
      })
    {
      return true
    }
    return false
  }
}
