import Geocoding
import Reading

/// Which number, or which person, a verb speaks of.
extension CasualtyReader {
  /// The nearest number that no nearer verb claims; one that follows wins over one as far before,
  /// since "killing 38 people and wounding 12" is the commoner order. A passive has its number before it.
  func number(
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
      if isPassive || !hasNumberBehind(verb.tokens), isInterrupted(index, verb.tokens) { return true }
      let own = view.distance(number, verb.tokens)
      let isFar = hasPartBetween(number, verb.tokens) || isPassive && isAlone(index, before: verb.tokens)
      guard own <= (isFar ? 2 * reach : reach) else { return false }
      return !belongsToOther(number, own, verb, verbs)
    }.min { rank($0, verb) < rank($1, verb) }
  }

  /// "killed 12": an active verb has its number behind it.
  private func hasNumberBehind(_ verb: Range<Int>) -> Bool {
    people.groups.contains {
      $0.isNumber && $0.tokens.lowerBound >= verb.upperBound && view.distance($0.tokens, verb) <= 4
    }
  }

  private func hasNumberRightBehind(_ verb: Range<Int>) -> Bool {
    people.groups.contains {
      $0.isNumber && $0.tokens.lowerBound >= verb.upperBound && view.distance($0.tokens, verb) <= 2
    }
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
  func person(of verb: LexiconMatch, among free: Set<Int>, verbs: [LexiconMatch]) -> Int? {
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
  func isOfThings(_ number: Int, _ verb: LexiconMatch, _ person: Int?) -> Bool {
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
      // "killed a commander and five civilians and wounded 80": the other has its own right behind it.
      if !isOtherPassive, !isPassive, verb.tokens.upperBound <= group.lowerBound,
        group.upperBound <= other.tokens.lowerBound, hasNumberRightBehind(other.tokens)
      {
        return false
      }
      let theirs = view.distance(group, other.tokens)
      // Right before a passive, right after an active: that verb's, whatever else is near.
      return theirs < own
        || isOtherPassive && !isPassive && group.upperBound <= other.tokens.lowerBound && theirs <= 3
    }
  }

  private static let announcing = MarkSet(":", "—", "–")

  /// "All on board died: 167 passengers and a crew of nine."
  private func isAnnounced(_ number: Range<Int>, by verb: Range<Int>) -> Bool {
    let mark = number.lowerBound - 1
    guard mark >= verb.upperBound, Self.announcing.contains(view.mark(mark)) else { return false }
    return !effects.contains { verb.gap(before: number).contains($0.tokens.lowerBound) }
      && people.groups.allSatisfy { !($0.isNumber && (verb.upperBound..<mark).overlaps($0.tokens)) }
  }

  /// "Nine civilians, most of them boys from the school of a mosque nearby, were killed.", "Two people, husband and
  /// wife, have died."
  private func isInterrupted(_ index: Int, _ verb: Range<Int>) -> Bool {
    let comma = UInt8(ascii: ",")
    let number = people.groups[index].tokens
    guard verb.lowerBound > number.upperBound + 1, view.isMark(verb.lowerBound - 1, comma),
      let first = (number.upperBound..<min(number.upperBound + 4, verb.lowerBound - 1)).first(where: {
        view.isMark($0, comma)
      })
    else { return false }
    let inserted = (first + 1)..<(verb.lowerBound - 1)
    let isPart = subsets.contains {
      inserted.contains($0.tokens.lowerBound) && $0.tokens.lowerBound - first <= 4
    }
    let isWho =
      people.isNamedPeople(index) && inserted.count <= 12
      && !people.groups.contains { $0.isNumber && inserted.overlaps($0.tokens) }
    return (isPart || isWho) && !effects.contains { inserted.overlaps($0.tokens) }
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
    let isJoined = isBehind && joints.contains { verb.tokens.gap(before: group).overlaps($0) }
    return (view.distance(group, verb.tokens) + (isJoined ? 3 : 0), isBehind ? 0 : 1)
  }
}
