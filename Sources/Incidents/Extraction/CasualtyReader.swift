import Reading

/// The dead and injured of a sentence, each with the words that own the number.
struct CasualtyReader {
  enum Outcome { case killed, injured }

  struct Finding {
    let outcome: Outcome
    /// `nil`: some, number not stated.
    let count: Int?
    /// The verb, which decides the event it belongs to.
    let tokens: Range<Int>
  }

  let view: SentenceView

  func findings() -> [Finding] {
    let denials = view.matches("effect", "unhurt", "undead", "unharmed")
    var found = denials.flatMap(Self.zero)
    var free = view.quantities
    let verbs = view.matches("effect", "killed", "killed.one", "injured", "injured.one")
      .filter { verb in !denials.contains { $0.tokens.overlaps(verb.tokens) } }
    for verb in verbs where !isOfAttackers(verb.tokens, free) {
      let outcome: Outcome = verb.tag.hasPrefix("killed") ? .killed : .injured
      if let index = quantity(of: verb, among: free, verbs: verbs) {
        found.append(Finding(outcome: outcome, count: free[index].low, tokens: verb.tokens))
        free.remove(at: index)
      } else if verb.tag.hasSuffix(".one") {
        found.append(Finding(outcome: outcome, count: 1, tokens: verb.tokens))
      } else if hasVictim(verb.tokens) {
        found.append(Finding(outcome: outcome, count: nil, tokens: verb.tokens))
      }
    }
    return found
  }

  private static func zero(_ match: LexiconMatch) -> [Finding] {
    switch match.tag {
    case "unhurt": [Finding(outcome: .injured, count: 0, tokens: match.tokens)]
    case "undead": [Finding(outcome: .killed, count: 0, tokens: match.tokens)]
    default:
      [
        Finding(outcome: .killed, count: 0, tokens: match.tokens),
        Finding(outcome: .injured, count: 0, tokens: match.tokens),
      ]
    }
  }

  /// The nearest number that no nearer verb claims; one that follows wins over one as far before,
  /// since "killing 38 people and wounding 12" is the commoner order.
  private func quantity(
    of verb: LexiconMatch, among free: [Quantity], verbs: [LexiconMatch]
  ) -> Int? {
    let reach = 7
    return free.indices.filter { index in
      let own = view.distance(free[index].tokens, verb.tokens)
      guard own <= reach, isOfPeople(free[index]) else { return false }
      return !verbs.contains { other in
        other.tokens != verb.tokens && view.distance(free[index].tokens, other.tokens) < own
          && other.tag.prefix(6) != verb.tag.prefix(6)
      }
    }.min { rank($0, free, verb) < rank($1, free, verb) }
  }

  private func rank(_ index: Int, _ free: [Quantity], _ verb: LexiconMatch) -> (Int, Int) {
    let follows = free[index].tokens.lowerBound >= verb.tokens.upperBound
    return (view.distance(free[index].tokens, verb.tokens), follows ? 0 : 1)
  }

  /// Numbers inside dates, distances, ages and other measures are not people.
  private func isOfPeople(_ quantity: Quantity) -> Bool {
    if view.dates.contains(where: { $0.tokens.overlaps(quantity.tokens) }) { return false }
    let next = quantity.tokens.upperBound
    return !view.matches("units").contains { $0.tokens.lowerBound == next || $0.tokens.overlaps(quantity.tokens) }
      && !view.matches("aircraft").contains { $0.tokens.lowerBound == next }
  }

  /// "Three gunmen were shot dead", "the bomber was killed".
  private func isOfAttackers(_ verb: Range<Int>, _ quantities: [Quantity]) -> Bool {
    let victims = view.matches("actor", "victim").map(\.tokens)
    for attacker in view.matches("actor", "attacker").map(\.tokens) {
      let distance = view.distance(attacker, verb)
      guard attacker.upperBound <= verb.lowerBound, distance <= 3 else { continue }
      let nearerVictim = victims.contains {
        $0.lowerBound >= attacker.upperBound && view.distance($0, verb) < distance
      }
      let ownNumber = quantities.contains {
        $0.tokens.lowerBound >= verb.upperBound && view.distance($0.tokens, verb) <= 3
      }
      if !nearerVictim && !ownNumber { return true }
    }
    return false
  }

  private func hasVictim(_ verb: Range<Int>) -> Bool {
    view.matches("actor", "victim").contains { view.distance($0.tokens, verb) <= 4 }
  }
}
