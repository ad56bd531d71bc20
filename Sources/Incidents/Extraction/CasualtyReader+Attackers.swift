import Geocoding
import Reading

/// Those who did it and died, who are no victims.
extension CasualtyReader {
  /// "Three gunmen were shot dead", "the bomber was killed".
  func isOfAttackers(_ verb: Range<Int>) -> Bool {
    let victims = self.victims.map(\.tokens).filter { !isAgent($0) }
    for attacker in attackers.map(\.tokens) {
      let distance = view.distance(attacker, verb)
      guard attacker.upperBound <= verb.lowerBound,
        distance <= 3 || isAlone(attacker, before: verb, victims) || isPartOfThem(attacker, before: verb)
      else { continue }
      let nearerVictim = victims.contains {
        $0.lowerBound >= attacker.upperBound && view.distance($0, verb) < distance
      }
      let ownNumber = people.groups.contains {
        $0.tokens.lowerBound >= verb.upperBound && view.distance($0.tokens, verb) <= 3
      }
      if !nearerVictim && !ownNumber { return true }
    }
    return false
  }

  /// "Of the twelve attackers, nine were killed": a bare number behind their own.
  private func isPartOfThem(_ attacker: Range<Int>, before verb: Range<Int>) -> Bool {
    let comma = attacker.upperBound
    guard comma < verb.lowerBound, view.isMark(comma, UInt8(ascii: ",")),
      people.groups.contains(where: {
        $0.isNumber && (0...1).contains(attacker.lowerBound - $0.tokens.upperBound)
      }),
      let part = people.groups.firstIndex(where: { $0.tokens.lowerBound == comma + 1 })
    else { return false }
    return people.groups[part].isNumber && !people.isNamedPeople(part)
      && view.distance(people.groups[part].tokens, verb) <= 4
  }

  /// "Der Attentäter wurde am Dienstag von der Polizei erschossen": the verb ends the sentence, and nobody else is
  /// named that it could have happened to.
  private func isAlone(_ attacker: Range<Int>, before verb: Range<Int>, _ victims: [Range<Int>]) -> Bool {
    guard view.capitalizesNouns || !view.usesPrepositions else { return false }
    let between = attacker.gap(before: verb)
    return view.distance(attacker, verb) <= 12
      && !people.groups.contains { $0.isNumber && between.overlaps($0.tokens) }
      && !victims.contains { between.overlaps($0) }
      && !effects.contains { between.overlaps($0.tokens) }
  }

  /// "von der Polizei", "polis tarafından": who did it.
  private func isAgent(_ person: Range<Int>) -> Bool {
    view.matches(.context, "by").contains { by in
      (0...1).contains(person.lowerBound - by.tokens.upperBound)
        || by.tokens.lowerBound == person.upperBound
    }
  }
}
