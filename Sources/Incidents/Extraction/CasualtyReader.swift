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
    /// "also", "another": to be added to what was told before.
    var isFurther = false
  }

  let view: SentenceView
  // Looked at for every number and verb, so gathered once.
  private let people: PeopleReader
  private let subsets: [LexiconMatch]
  private let companions: [LexiconMatch]
  private let attackers: [LexiconMatch]
  private let victims: [LexiconMatch]
  private let effects: [LexiconMatch]
  private let furthers: [LexiconMatch]
  private let joints: [Range<Int>]

  init(view: SentenceView) {
    self.view = view
    effects = view.matches("effect")
    // Without a word for what was done to people nobody is counted.
    guard !effects.isEmpty else {
      people = PeopleReader(nobodyIn: view)
      (subsets, companions, attackers, victims, furthers, joints) = ([], [], [], [], [], [])
      return
    }
    people = PeopleReader(view: view)
    subsets = view.matches("actor", "subset")
    companions = view.matches("actor", "companion")
    attackers = view.matches("actor", "attacker")
    victims = view.matches("actor", "victim", "one")
    furthers = view.matches("context", "further")
    joints = view.matches.filter { $0.tag == "and" }.map(\.tokens)
  }

  func findings() -> [Finding] {
    guard !effects.isEmpty else { return [] }
    let denials = view.matches("effect", "unhurt", "undead", "unharmed")
    var found = denials.flatMap(Self.zero)
    var free = Set(people.groups.indices)
    let verbs = view.matches(
      "effect", "killed", "killed.one", "killed.many", "injured", "injured.one", "injured.many"
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
      func tell(_ count: Int?) {
        let isFurther = furthers.contains { view.distance($0.tokens, verb.tokens) <= 5 }
        found.append(Finding(outcome: outcome, count: count, tokens: verb.tokens, isFurther: isFurther))
      }
      let person = person(of: verb, among: free, verbs: verbs)
      if let index = number(of: verb, among: free, verbs: verbs), !isOfThings(index, verb, person) {
        let (sum, members) = people.sum(index, among: free)
        tell(sum.map { $0 + (isCompanionOfName(people.groups[index], members) ? 1 : 0) })
        free.subtract(members)
      } else if let index = person {
        let (sum, members) = people.sum(index, among: free)
        tell(sum.map { $0 + companions(after: verb.tokens) })
        free.subtract(members)
      } else if verb.tag.hasSuffix(".one") {
        // "four were burned, one of them is in intensive care", "until the last of them was killed": nobody new.
        let isOfThose =
          subsets.contains { $0.tokens.upperBound == verb.tokens.lowerBound } || isOfSeveral(verb.tokens)
        if !isOfThose, !isTold(outcome, before: verb.tokens, in: found) {
          tell(1 + companions(after: verb.tokens))
        }
      } else if case let names = namedVictims(before: verb.tokens), names > 0 {
        tell(names)
      } else if hasVictim(verb.tokens) {
        tell(nil)
      }
    }
    if let dead, !found.contains(where: { $0.outcome == .killed }) {
      found.append(Finding(outcome: .killed, count: 0, tokens: dead))
    }
    return found
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
    let positive = counted.filter { $0.count != 0 }
    let isParted = zip(positive, positive.dropFirst()).allSatisfy { a, b in
      (a.tokens.upperBound..<b.tokens.lowerBound).contains { view.text.folded($0) == ";" }
    }
    guard positive.count > 1, isParted else { return positive.last ?? last }
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

  /// The nearest number that no nearer verb claims; one that follows wins over one as far before,
  /// since "killing 38 people and wounding 12" is the commoner order. A passive has its number before it.
  private func number(
    of verb: LexiconMatch, among free: Set<Int>, verbs: [LexiconMatch]
  ) -> Int? {
    let reach = 7
    let isOne = verb.tag.hasSuffix(".one")
    let isPassive = verb.tag.hasSuffix(".many") || isOne
    // "claimed three lives": between the words of the verb.
    let inside = free.filter { people.groups[$0].isNumber && verb.tokens.overlaps(people.groups[$0].tokens) }
    if let first = inside.min() { return first }
    return free.filter { index in
      guard people.groups[index].isNumber else { return false }
      let number = people.groups[index].tokens
      // "погиб 21 человек": right behind a singular the number is its own.
      if isOne && number.lowerBound == verb.tokens.upperBound { return true }
      if isOne && !isCountOfOne(people.groups[index]) { return false }
      if isPassive && number.lowerBound >= verb.tokens.upperBound { return false }
      if isAnnounced(number, by: verb.tokens) { return true }
      if isPassive, isInterrupted(number, verb.tokens) { return true }
      let own = view.distance(number, verb.tokens)
      let isFar = hasPartBetween(number, verb.tokens) || isPassive && isAlone(index, before: verb.tokens)
      guard own <= (isFar ? 2 * reach : reach) else { return false }
      return !belongsToOther(number, own, verb, verbs)
    }.min { rank($0, verb) < rank($1, verb) }
  }

  /// "32 passengers of the flight from Tel Aviv were taken to hospital": nothing between tells of anybody else.
  private func isAlone(_ index: Int, before verb: Range<Int>) -> Bool {
    guard people.isNamedPeople(index) else { return false }
    let between =
      people.groups[index].tokens.upperBound..<max(people.groups[index].tokens.upperBound, verb.lowerBound)
    return !effects.contains { between.overlaps($0.tokens) }
      && !people.groups.contains { $0.isNumber && between.overlaps($0.tokens) }
      && !attackers.contains { between.overlaps($0.tokens) }
  }

  /// A single person right before or after the verb: "wounded a guard", "ранен садовник".
  private func person(of verb: LexiconMatch, among free: Set<Int>, verbs: [LexiconMatch]) -> Int? {
    free.filter { index in
      let group = people.groups[index]
      let own = view.distance(group.tokens, verb.tokens)
      // Where the verb ends the sentence, more stands between it and who it is about.
      let reach = view.usesPrepositions || group.tokens.lowerBound > verb.tokens.lowerBound ? 4 : 8
      return !group.isNumber && own <= reach && !belongsToOther(group.tokens, own, verb, verbs)
    }.min { rank($0, verb) < rank($1, verb) }
  }

  /// "A cook was hurt, two cars were damaged": a number without people beside it gives way to a person as near.
  /// Where the verb ends the sentence, those it is about stand nearer to it than those who did it: "üç kişi güvenlik
  /// görevlisini öldürdü".
  private func isOfThings(_ number: Int, _ verb: LexiconMatch, _ person: Int?) -> Bool {
    guard let person else { return false }
    let isActive = !verb.tag.contains(".")
    if people.isNamedPeople(number), view.usesPrepositions || !isActive { return false }
    return rank(person, verb) <= rank(number, verb)
  }

  /// Whether another verb, of the other outcome, is nearer to a group of people.
  private func belongsToOther(
    _ group: Range<Int>, _ own: Int, _ verb: LexiconMatch, _ verbs: [LexiconMatch]
  ) -> Bool {
    let isPassive = verb.tag.hasSuffix(".many") || verb.tag.hasSuffix(".one")
    return verbs.contains { other in
      guard other.tokens != verb.tokens, outcomeOf(other) != outcomeOf(verb) else { return false }
      let isOtherPassive = other.tag.hasSuffix(".many") || other.tag.hasSuffix(".one")
      if isOtherPassive && group.lowerBound >= other.tokens.upperBound { return false }
      let theirs = view.distance(group, other.tokens)
      // Right before a passive, right after an active: that verb's, whatever else is near.
      return theirs < own
        || isOtherPassive && !isPassive && group.upperBound <= other.tokens.lowerBound && theirs <= 3
    }
  }

  /// "All on board died: 167 passengers and a crew of nine."
  private func isAnnounced(_ number: Range<Int>, by verb: Range<Int>) -> Bool {
    let mark = number.lowerBound - 1
    guard mark >= verb.upperBound, [":", "—", "–"].contains(view.text.folded(mark)) else { return false }
    return !effects.contains { (verb.upperBound..<number.lowerBound).contains($0.tokens.lowerBound) }
      && people.groups.allSatisfy { !($0.isNumber && (verb.upperBound..<mark).overlaps($0.tokens)) }
  }

  /// "Nine civilians, most of them boys from the school of a mosque nearby, were killed."
  private func isInterrupted(_ number: Range<Int>, _ verb: Range<Int>) -> Bool {
    let comma = UInt8(ascii: ",")
    guard verb.lowerBound > number.upperBound + 1, view.isMark(verb.lowerBound - 1, comma),
      let first = (number.upperBound..<min(number.upperBound + 4, verb.lowerBound - 1)).first(where: {
        view.isMark($0, comma)
      })
    else { return false }
    let inserted = (first + 1)..<(verb.lowerBound - 1)
    return subsets.contains { inserted.contains($0.tokens.lowerBound) && $0.tokens.lowerBound - first <= 4 }
      && !effects.contains { inserted.overlaps($0.tokens) }
  }

  /// "Eight people, among them six aid workers, were killed."
  private func hasPartBetween(_ number: Range<Int>, _ verb: Range<Int>) -> Bool {
    subsets.contains {
      number.upperBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= verb.lowerBound
    }
  }

  /// "One guard was killed", "21 человек погиб": a singular verb has a number of its own right before it, while
  /// "the pilot of flight 12 was killed" has none.
  private func isCountOfOne(_ group: PeopleReader.Group) -> Bool {
    group.count.map { $0 % 10 == 1 } ?? false
  }

  private func outcomeOf(_ verb: LexiconMatch) -> Substring { verb.tag.prefix(6) }

  private func rank(_ index: Int, _ verb: LexiconMatch) -> (Int, Int) {
    let group = people.groups[index].tokens
    let isBehind = group.lowerBound >= verb.tokens.upperBound
    // "two protesters killed and 29 people hurt": what is joined on has a verb of its own.
    let isJoined = isBehind && joints.contains { (verb.tokens.upperBound..<group.lowerBound).overlaps($0) }
    return (view.distance(group, verb.tokens) + (isJoined ? 3 : 0), isBehind ? 0 : 1)
  }

  /// "Three gunmen were shot dead", "the bomber was killed".
  private func isOfAttackers(_ verb: Range<Int>) -> Bool {
    let victims = self.victims.map(\.tokens)
    for attacker in attackers.map(\.tokens) {
      let distance = view.distance(attacker, verb)
      guard attacker.upperBound <= verb.lowerBound, distance <= 3 else { continue }
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

  private func hasVictim(_ verb: Range<Int>) -> Bool {
    victims.contains { view.distance($0.tokens, verb) <= 4 }
  }
}
