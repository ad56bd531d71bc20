import Geocoding
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
  // Looked at for every number and verb, so gathered once.
  private let units: [LexiconMatch]
  private let aircraft: [LexiconMatch]
  private let subsets: [LexiconMatch]
  private let companions: [LexiconMatch]
  private let persons: [LexiconMatch]
  private let attackers: [LexiconMatch]
  private let victims: [LexiconMatch]
  private let effects: [LexiconMatch]

  init(view: SentenceView) {
    self.view = view
    units = view.matches("units")
    aircraft = view.matches("aircraft")
    subsets = view.matches("actor", "subset")
    companions = view.matches("actor", "companion")
    persons = view.matches("claimant", "person")
    attackers = view.matches("actor", "attacker")
    victims = view.matches("actor", "victim", "one")
    effects = view.matches("effect")
  }

  func findings() -> [Finding] {
    let denials = view.matches("effect", "unhurt", "undead", "unharmed")
    var found = denials.flatMap(Self.zero)
    var free = view.quantities
    let verbs = view.matches(
      "effect", "killed", "killed.one", "killed.many", "injured", "injured.one", "injured.many"
    )
    .filter { verb in !denials.contains { $0.tokens.overlaps(verb.tokens) } }
    // Attackers who died; they do not count, so that nobody else is told to have died.
    var dead: Range<Int>?
    for verb in verbs {
      let outcome: Outcome = verb.tag.hasPrefix("killed") ? .killed : .injured
      if isOfAttackers(verb.tokens, free) {
        if outcome == .killed { dead = dead ?? verb.tokens }
        continue
      }
      if let index = quantity(of: verb, among: free, verbs: verbs) {
        let more = companionOfOne(free[index]) ? 1 : 0
        found.append(
          Finding(outcome: outcome, count: free[index].people.map { $0 + more }, tokens: verb.tokens))
        free.remove(at: index)
      } else if verb.tag.hasSuffix(".one") {
        let others = companions(after: verb.tokens, free)
        found.append(Finding(outcome: outcome, count: 1 + others, tokens: verb.tokens))
      } else if case let names = namedVictims(before: verb.tokens), names > 0 {
        found.append(Finding(outcome: outcome, count: names, tokens: verb.tokens))
      } else if isAfterOnePerson(verb.tokens) {
        found.append(Finding(outcome: outcome, count: 1, tokens: verb.tokens))
      } else if hasVictim(verb.tokens) {
        found.append(Finding(outcome: outcome, count: nil, tokens: verb.tokens))
      }
    }
    if let dead, !found.contains(where: { $0.outcome == .killed }) {
      found.append(Finding(outcome: .killed, count: 0, tokens: dead))
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

  /// One number for a sentence: groups parted by a semicolon add up; else a later number corrects an
  /// earlier one, and a number wins over "some".
  func toll(_ findings: [Finding], _ outcome: Outcome) -> Finding? {
    let own = findings.filter { $0.outcome == outcome }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let counted = own.filter { $0.count != nil }
    guard let last = counted.last else { return own.last }
    let positive = counted.filter { $0.count != 0 }
    let isParted = zip(positive, positive.dropFirst()).allSatisfy { a, b in
      (a.tokens.upperBound..<b.tokens.lowerBound).contains { view.text.folded($0) == ";" }
    }
    guard positive.count > 1, isParted else { return positive.last ?? last }
    return Finding(
      outcome: outcome, count: positive.compactMap(\.count).reduce(0, +), tokens: positive[0].tokens)
  }

  /// "Orxan Quliyev və Elçin Kərimov həlak olub": names of two words or more right before the verb.
  private func namedVictims(before verb: Range<Int>) -> Int {
    let joints = view.matches.filter { $0.tag == "and" }.map(\.tokens)
    var names = 0
    var end = verb.lowerBound
    while let name = name(endingAt: end) {
      names += 1
      end = name.lowerBound
      if let joint = joints.first(where: { $0.upperBound == end }) {
        end = joint.lowerBound
      } else if end > view.sentence.tokens.lowerBound, view.text.folded(end - 1) == "," {
        end -= 1
      } else {
        break
      }
    }
    return names
  }

  private func name(endingAt end: Int) -> Range<Int>? {
    var start = end
    while start > view.sentence.tokens.lowerBound, isNameWord(start - 1) { start -= 1 }
    return end - start >= 2 ? start..<end : nil
  }

  private func isNameWord(_ index: Int) -> Bool {
    let token = view.text.tokens[index]
    return token.kind == .word && token.casing == .capitalized
      && !view.mentions.contains { $0.tokens.contains(index) }
      && !view.matches("claimant").contains { $0.tokens.contains(index) }
  }

  /// "was killed together with three other Americans".
  private func companions(after verb: Range<Int>, _ quantities: [Quantity]) -> Int {
    quantities.first { quantity in
      quantity.tokens.lowerBound >= verb.upperBound && view.distance(verb, quantity.tokens) <= 6
        && !effects.contains {
          $0.tokens.lowerBound >= quantity.tokens.upperBound && view.distance(quantity.tokens, $0.tokens) <= 4
        }
        && companions.contains { $0.tokens.lowerBound == quantity.tokens.upperBound }
    }?.people ?? 0
  }

  /// "the ambassador and three other Americans": the number leaves one person out.
  private func companionOfOne(_ quantity: Quantity) -> Bool {
    let after = quantity.tokens.upperBound
    guard companions.contains(where: { $0.tokens.lowerBound == after }) else {
      return false
    }
    return persons.contains {
      $0.tokens.upperBound <= quantity.tokens.lowerBound && view.distance($0.tokens, quantity.tokens) <= 14
    }
  }

  /// The nearest number that no nearer verb claims; one that follows wins over one as far before,
  /// since "killing 38 people and wounding 12" is the commoner order. A passive has its number before it.
  private func quantity(
    of verb: LexiconMatch, among free: [Quantity], verbs: [LexiconMatch]
  ) -> Int? {
    let reach = 7
    let isOne = verb.tag.hasSuffix(".one")
    let isPassive = verb.tag.hasSuffix(".many") || isOne
    return free.indices.filter { index in
      let number = free[index].tokens
      // "погиб 21 человек": right behind a singular the number is its own.
      if isOne && number.lowerBound == verb.tokens.upperBound { return isOfPeople(free[index]) }
      if isOne && !isCountOfOne(free[index]) { return false }
      if isPassive && number.lowerBound >= verb.tokens.upperBound { return false }
      let own = view.distance(number, verb.tokens)
      guard own <= (hasPartBetween(number, verb.tokens) ? 2 * reach : reach), isOfPeople(free[index]) else {
        return false
      }
      return !verbs.contains { other in
        guard other.tokens != verb.tokens, outcomeOf(other) != outcomeOf(verb) else { return false }
        let isOtherPassive = other.tag.hasSuffix(".many") || other.tag.hasSuffix(".one")
        if isOtherPassive && number.lowerBound >= other.tokens.upperBound { return false }
        let theirs = view.distance(number, other.tokens)
        // Right before a passive, right after an active: that verb's, whatever else is near.
        return theirs < own
          || isOtherPassive && !isPassive && number.upperBound <= other.tokens.lowerBound && theirs <= 3
      }
    }.min { rank($0, free, verb) < rank($1, free, verb) }
  }

  /// "Eight people, among them six aid workers, were killed."
  private func hasPartBetween(_ number: Range<Int>, _ verb: Range<Int>) -> Bool {
    subsets.contains {
      number.upperBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= verb.lowerBound
    }
  }

  /// "One guard was killed", "21 человек погиб": a singular verb has a number of its own right before it, while
  /// "the pilot of flight 12 was killed" has none.
  private func isCountOfOne(_ quantity: Quantity) -> Bool {
    quantity.low.map { $0 % 10 == 1 } ?? false
  }

  private func outcomeOf(_ verb: LexiconMatch) -> Substring { verb.tag.prefix(6) }

  private func rank(_ index: Int, _ free: [Quantity], _ verb: LexiconMatch) -> (Int, Int) {
    let follows = free[index].tokens.lowerBound >= verb.tokens.upperBound
    return (view.distance(free[index].tokens, verb.tokens), follows ? 0 : 1)
  }

  /// Numbers inside dates, distances, ages and other measures are not people.
  private func isOfPeople(_ quantity: Quantity) -> Bool {
    if quantity.value != nil && quantity.low == nil && quantity.high == nil { return false }
    // "including two children": a part of a number told before.
    if subsets.contains(where: {
      $0.tokens.upperBound <= quantity.tokens.lowerBound && view.distance($0.tokens, quantity.tokens) <= 1
    }) {
      return false
    }
    if view.dates.contains(where: { $0.tokens.overlaps(quantity.tokens) }) { return false }
    let next = quantity.tokens.upperBound
    return !units.contains {
      $0.tokens.lowerBound == next || $0.tokens.overlaps(quantity.tokens)
    }
      && !aircraft.contains { $0.tokens.lowerBound == next }
  }

  /// "Three gunmen were shot dead", "the bomber was killed".
  private func isOfAttackers(_ verb: Range<Int>, _ quantities: [Quantity]) -> Bool {
    let victims = self.victims.map(\.tokens)
    for attacker in attackers.map(\.tokens) {
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

  /// "Sürücü öldü": in languages whose verbs do not count, a noun in the singular right before the verb.
  private func isAfterOnePerson(_ verb: Range<Int>) -> Bool {
    view.matches("actor", "one").contains {
      $0.tokens.upperBound <= verb.lowerBound && view.distance($0.tokens, verb) <= 1
    }
  }

  private func hasVictim(_ verb: Range<Int>) -> Bool {
    victims.contains { view.distance($0.tokens, verb) <= 4 }
  }
}

extension Quantity {
  /// How many people a number of them says: "at least twelve" and "up to twelve" are twelve, a range its least.
  fileprivate var people: Int? { low == 0 ? high ?? low : low }
}
