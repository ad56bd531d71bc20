import Geocoding
import Reading

/// The dead and injured of a sentence, each with the words that own the number.
///
/// An object, since its many rules hand each other all it has gathered.
final class CasualtyReader {
  enum Outcome { case killed, injured }

  struct Finding {
    let outcome: Outcome
    /// `nil`: some, number not stated.
    let count: Int?
    /// The verb, which decides the event it belongs to.
    let tokens: Range<Int>
    /// "also", "another": to be added to what was told before.
    var isFurther = false
    /// Of a person told by what he was, where later sentences may give the number of all.
    var isPerson = false
    /// "in all", "bringing the toll to": the sum of what was told before.
    var isTotal = false
  }

  let view: SentenceView
  // Looked at for every number and verb, so gathered once.
  let people: PeopleReader
  let subsets: [LexiconMatch]
  private let companions: [LexiconMatch]
  let attackers: [LexiconMatch]
  let victims: [LexiconMatch]
  let effects: ArraySlice<LexiconMatch>
  private let furthers: [LexiconMatch]
  let joints: [Range<Int>]

  init(view: SentenceView) {
    self.view = view
    effects = view.matches(.effect)
    // Without a word for what was done to people nobody is counted.
    guard !effects.isEmpty else {
      people = PeopleReader(nobodyIn: view)
      (subsets, companions, attackers, victims, furthers, joints) = ([], [], [], [], [], [])
      return
    }
    people = PeopleReader(view: view)
    subsets = view.matches(.actor, "subset")
    companions = view.matches(.actor, "companion")
    attackers = view.matches(.actor, "attacker")
    victims = view.matches(.actor, "victim", "one")
    furthers = view.matches(.context, "further")
    joints = view.matches.filter { $0.tag == "and" }.map(\.tokens)
  }

  func findings() -> [Finding] {
    guard !effects.isEmpty else { return [] }
    let denials = view.matches(.effect, "unhurt", "undead", "unharmed")
    var found = denials.flatMap(Self.zero)
    var free = Set(people.groups.indices)
    let verbs = view.matches(
      .effect, "killed", "killed.one", "killed.many", "injured", "injured.one", "injured.many"
    )
    .filter { verb in !denials.contains { $0.tokens.overlaps(verb.tokens) } }
    // Attackers who died; they do not count, so that nobody else is told to have died.
    var dead: Range<Int>?
    for verb in verbs {
      let outcome: Outcome = verb.tag.hasPrefix("killed") ? .killed : .injured
      if isOfAttackers(verb.tokens) {
        if outcome == .killed { dead = dead ?? verb.tokens }
        continue
      }
      func tell(_ count: Int?, isPerson: Bool = false) {
        let isFurther = isFurther(verb.tokens, among: verbs)
        found.append(
          Finding(
            outcome: outcome, count: count, tokens: verb.tokens, isFurther: isFurther, isPerson: isPerson,
            isTotal: isTotal(verb.tokens)))
      }
      let person = person(of: verb, among: free, verbs: verbs)
      if let index = number(of: verb, among: free, verbs: verbs), !isOfThings(index, verb, person) {
        let (sum, members) = people.sum(index, among: free)
        tell(sum.map { $0 + (isCompanionOfName(people.groups[index], members) ? 1 : 0) })
        free.subtract(members)
      } else if let index = person {
        let (sum, members) = people.sum(index, among: free)
        let named = isCompanionOfName(index, members) ? 1 : 0
        tell(
          sum.map { $0 + named + companions(after: verb.tokens) }, isPerson: members.count == 1 && named == 0)
        free.subtract(members)
      } else if verb.tag.hasSuffix(".one") {
        // "four were burned, one of them is in intensive care", "until the last of them was killed": nobody new.
        let isOfThose =
          subsets.contains { $0.tokens.upperBound == verb.tokens.lowerBound } || isOfSeveral(verb.tokens)
        if !isOfThose, !isTold(outcome, before: verb.tokens, in: found) {
          tell(1 + companions(after: verb.tokens), isPerson: true)
        }
      } else if case let names = namedVictims(before: verb.tokens), names > 0 {
        tell(names, isPerson: true)
      } else if hasVictim(verb.tokens) {
        tell(nil)
      }
    }
    if let dead, !found.contains(where: { $0.outcome == .killed }) {
      found.append(Finding(outcome: .killed, count: 0, tokens: dead))
    }
    return found
  }

  private func isTotal(_ verb: Range<Int>) -> Bool {
    view.matches(.context, "total").contains { view.distance($0.tokens, verb) <= 7 }
  }

  /// "Also", "another" beside a verb: of several verbs the nearest; "Ankara'da" has no "da" of its own.
  private func isFurther(_ verb: Range<Int>, among verbs: [LexiconMatch]) -> Bool {
    furthers.contains { further in
      let before = further.tokens.lowerBound - 1
      if before >= view.sentence.tokens.lowerBound, ["'", "’"].contains(view.text.folded(before)) {
        return false
      }
      let own = view.distance(further.tokens, verb)
      return own <= 5
        && !verbs.contains { $0.tokens != verb && view.distance(further.tokens, $0.tokens) < own }
    }
  }

  /// "32 were taken to hospital, three in a critical condition": part of those told before.
  private func isOfSeveral(_ verb: Range<Int>) -> Bool {
    people.groups.contains {
      $0.isNumber && ($0.count ?? 0) > 1 && $0.tokens.upperBound <= verb.lowerBound
        && view.distance($0.tokens, verb) <= 3
    }
  }

  private func isTold(_ outcome: Outcome, before verb: Range<Int>, in found: [Finding]) -> Bool {
    found.contains { finding in
      finding.outcome == outcome && (finding.count ?? 0) > 0 && finding.tokens.upperBound <= verb.lowerBound
        && subsets.contains {
          finding.tokens.upperBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= verb.lowerBound
        }
    }
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
    if let total = counted.last(where: { $0.isTotal && ($0.count ?? 0) > 0 }) { return total }
    let positive = counted.filter { $0.count != 0 }
    let isParted = zip(positive, positive.dropFirst()).allSatisfy { a, b in
      a.tokens.gap(before: b.tokens).contains { view.isMark($0, UInt8(ascii: ";")) }
    }
    // "A soldier was killed, a passer-by died, too."
    let areFurther = positive.dropFirst().allSatisfy(\.isFurther)
    guard positive.count > 1, isParted || areFurther else { return positive.last ?? last }
    return Finding(
      outcome: outcome, count: positive.compactMap(\.count).reduce(0, +), tokens: positive[0].tokens,
      isFurther: positive[0].isFurther)
  }

  /// "Orxan Quliyev və Elçin Kərimov həlak olub": names of two words or more right before the verb.
  private func namedVictims(before verb: Range<Int>) -> Int {
    var names = 0
    var end = verb.lowerBound
    while let name = name(endingAt: end) {
      names += 1
      end = name.lowerBound
      if let joint = joints.first(where: { $0.upperBound == end }) {
        end = joint.lowerBound
      } else if end > view.sentence.tokens.lowerBound, view.isMark(end - 1, UInt8(ascii: ",")) {
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
      && !view.matches(.claimant).contains { $0.tokens.contains(index) }
  }

  /// "was killed together with three other Americans", but not "killing one soldier and injuring three others".
  private func companions(after verb: Range<Int>) -> Int {
    let told = people.groups.first { group in
      group.isNumber && group.tokens.lowerBound >= verb.upperBound && view.distance(verb, group.tokens) <= 6
        && !effects.contains {
          verb.upperBound <= $0.tokens.lowerBound
            && ($0.tokens.upperBound <= group.tokens.lowerBound
              || view.distance(group.tokens, $0.tokens) <= 4)
        }
        && isOfCompanions(group)
    }
    return told?.count ?? 0
  }

  private func isOfCompanions(_ group: PeopleReader.Group) -> Bool {
    companions.contains { $0.tokens.lowerBound == group.tokens.upperBound }
  }

  /// "Luca Attanasio and two others": the number leaves out the person whose name stands before it.
  private func isCompanionOfName(_ group: PeopleReader.Group, _ members: Set<Int>) -> Bool {
    guard members.count == 1, isOfCompanions(group),
      let joint = view.matches.first(where: {
        $0.tag == "and" && $0.tokens.upperBound == group.tokens.lowerBound
      })
    else { return false }
    return name(endingAt: joint.tokens.lowerBound) != nil
  }

  /// "Ismail Haniyeh and a bodyguard": the person whose name stands before.
  private func isCompanionOfName(_ person: Int, _ members: Set<Int>) -> Bool {
    guard members.count == 1,
      let joint = joints.last(where: {
        (0...1).contains(people.groups[person].tokens.lowerBound - $0.upperBound)
      })
    else { return false }
    return name(endingAt: joint.lowerBound) != nil
  }

  private func hasVictim(_ verb: Range<Int>) -> Bool {
    victims.contains { view.distance($0.tokens, verb) <= 4 }
  }
}
