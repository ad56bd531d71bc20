import Geocoding
import Reading

/// The people a sentence counts: numbers of them, and persons told one by one ("a guard and two drivers").
struct PeopleReader {
  struct Group {
    /// The number, or the noun of a single person.
    let tokens: Range<Int>
    /// `nil`: some.
    let count: Int?
    /// A number, and not the noun of a single person.
    let isNumber: Bool
  }

  let view: SentenceView
  /// Numbers of people and single persons, in order of position.
  private(set) var groups: [Group] = []
  private let joints: [Range<Int>]
  private let nouns: [Range<Int>]
  private let stops: [Range<Int>]
  private let subsets: [Range<Int>]
  private let attackers: [Range<Int>]
  private let effects: [Range<Int>]

  /// For sentences in which people are not asked for.
  init(nobodyIn view: SentenceView) {
    self.view = view
    (joints, nouns, stops, subsets, attackers, effects) = ([], [], [], [], [], [])
  }

  init(view: SentenceView) {
    self.view = view
    let persons = view.matches(.actor, "one").map(\.tokens)
    guard !view.quantities.isEmpty || !persons.isEmpty else {
      (joints, nouns, stops, subsets, attackers, effects) = ([], [], [], [], [], [])
      return
    }
    joints = view.matches.filter { $0.tag == "and" }.map(\.tokens)
    attackers = view.matches(.actor, "attacker").map(\.tokens)
    nouns =
      view.matches(.actor, "one", "victim", "companion").map(\.tokens)
      + view.mentions.filter { $0.role == .demonym }.map(\.tokens)
    subsets = view.matches(.actor, "subset").map(\.tokens)
    effects = view.matches(.effect).map(\.tokens)
    stops = [LexiconSection.effect, .event, .claim, .modality].flatMap { view.matches($0).map(\.tokens) }
    let numbers = view.quantities.filter(isOfPeople)
    groups = numbers.map { number in
      Group(tokens: number.tokens, count: number.people, isNumber: !isArticle(number))
    }
    for person in persons where !isCounted(person, numbers) && !isPart(person) && !isSpeaker(person) {
      groups.append(Group(tokens: person, count: 1, isNumber: false))
    }
    groups.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A group with those it is coordinated with: "two guards, a cook and three passers-by".
  func sum(_ index: Int, among free: Set<Int>) -> (count: Int?, groups: Set<Int>) {
    var members: Set<Int> = [index]
    var at = index
    while let next = following(at), free.contains(next) {
      members.insert(next)
      at = next
    }
    at = index
    while at > 0, free.contains(at - 1), following(at - 1) == at {
      at -= 1
      members.insert(at)
    }
    let counts = members.map { groups[$0].count }
    let known = counts.compactMap { $0 }
    return (known.isEmpty ? nil : known.reduce(0, +), members)
  }

  /// The next group, when nothing but nouns, names and a joint stands between; of a list only the last has one.
  private func following(_ index: Int) -> Int? {
    let next = index + 1
    guard next < groups.count else { return nil }
    let gap = groups[index].tokens.gap(before: groups[next].tokens)
    guard gap.count <= 8, !subsets.contains(where: { gap.contains($0.lowerBound) }), isNamedPeople(next),
      isNamedPeople(index),
      !stops.contains(where: { $0.overlaps(gap) }), !attackers.contains(where: { isNear($0, groups[next]) })
    else { return nil }
    if let joint = joints.last(where: { gap.contains($0.lowerBound) }) {
      return gap.upperBound - joint.upperBound <= 3 ? next : nil
    }
    guard gap.count(where: { view.isMark($0, UInt8(ascii: ",")) }) == 1, let last = gap.last,
      gap.upperBound - last <= 3, let third = following(next), !isApposition(next, third, of: index)
    else { return nil }
    return next
  }

  /// "two civilians, a father and his son": who they were, and not two more.
  private func isApposition(_ next: Int, _ third: Int, of index: Int) -> Bool {
    if groups[index].count == 2, !groups[next].isNumber, !groups[third].isNumber { return true }
    // "Seven passengers, four Norwegians and three Greeks"
    guard !isOfNation(index), isOfNation(next) else { return false }
    var sum = groups[next].count ?? 0
    var at = next
    while let more = following(at), isOfNation(more) {
      sum += groups[more].count ?? 0
      at = more
    }
    return sum == groups[index].count
  }

  private func isOfNation(_ index: Int) -> Bool {
    let end = groups[index].tokens.upperBound
    return view.mentions.contains {
      $0.role == .demonym
        && ($0.tokens.overlaps(groups[index].tokens) || (end...(end + 1)).contains($0.tokens.lowerBound))
    }
  }

  private func isNear(_ attacker: Range<Int>, _ group: Group) -> Bool {
    attacker.lowerBound >= group.tokens.lowerBound && attacker.lowerBound - group.tokens.upperBound <= 1
  }

  /// A number that is said to be of people, and not of cars.
  func isNamedPeople(_ index: Int) -> Bool {
    let end = groups[index].tokens.upperBound
    return nouns.contains { $0.overlaps(groups[index].tokens) || (end...(end + 2)).contains($0.lowerBound) }
  }

  /// "two guards": the noun of a number; "one of the drivers" too.
  private func isCounted(_ person: Range<Int>, _ numbers: [Quantity]) -> Bool {
    numbers.contains { number in
      if number.tokens.overlaps(person) { return true }
      let gap = number.tokens.upperBound..<max(number.tokens.upperBound, person.lowerBound)
      // "üç kişi güvenlik görevlisini": the three are called something else already.
      if view.matches(.context, "person_count").contains(where: {
        $0.tokens.lowerBound == gap.lowerBound && $0.tokens.upperBound <= person.lowerBound
      }) {
        return false
      }
      return number.tokens.upperBound <= person.lowerBound && gap.count <= 3
        && !gap.contains { token in
          view.isMark(token, UInt8(ascii: ",")) || joints.contains { $0.contains(token) }
        }
    }
  }

  /// "a police officer said": who tells of it.
  private func isSpeaker(_ person: Range<Int>) -> Bool {
    view.matches(.claim).contains { view.distance($0.tokens, person) <= 2 }
  }

  /// "including two children", "one of them": a part of a number told before.
  private func isPart(_ tokens: Range<Int>) -> Bool {
    subsets.contains {
      $0.upperBound <= tokens.lowerBound && view.distance($0, tokens) <= 1
        || $0.lowerBound == tokens.upperBound
    }
  }

  /// Numbers inside dates, distances, ages and other measures are not people.
  func isOfPeople(_ quantity: Quantity) -> Bool {
    if quantity.value != nil && quantity.low == nil && quantity.high == nil { return false }
    if isPart(quantity.tokens) || isArticleOfThing(quantity) { return false }
    if view.dates.contains(where: { $0.tokens.overlaps(quantity.tokens) }) { return false }
    if isYear(quantity) { return false }
    var next = quantity.tokens.upperBound
    // "a 53-year-old"
    if next < view.sentence.tokens.upperBound, view.isMark(next, UInt8(ascii: "-")) { next += 1 }
    return !view.matches(.units).contains {
      $0.tokens.lowerBound == next || $0.tokens.overlaps(quantity.tokens)
    }
      && !view.matches(.aircraft).contains { $0.tokens.lowerBound == next } && !isOfWeapons(next)
      && !isOfEvents(next)
  }

  /// "Nine people died in these two attacks", which Turkish says with a singular and an ending.
  private func isOfEvents(_ next: Int) -> Bool {
    view.matches(.event).contains { event in
      event.tokens.lowerBound == next
        && (TagParts(event.tag).detail == "plural" || view.hasPlacingEnding(event.tokens.upperBound - 1))
        && !effects.contains { $0.overlaps(event.tokens) }
    }
  }

  /// "launched nine missiles, killing one": but "five bombers" and "gunmen" are people.
  private func isOfWeapons(_ next: Int) -> Bool {
    view.matches(.weapon).contains { $0.tokens.lowerBound == next }
      && !view.matches(.actor).contains { $0.tokens.lowerBound == next }
  }

  /// "those killed in 1968": four figures that no people stand behind.
  private func isYear(_ quantity: Quantity) -> Bool {
    guard quantity.low == quantity.high, let value = quantity.low, (1800...2100).contains(value),
      view.text.foldedBytes(quantity.tokens.lowerBound).count == 4, quantity.tokens.count == 1
    else { return false }
    let end = quantity.tokens.upperBound
    return !nouns.contains { (end...(end + 2)).contains($0.lowerBound) }
  }

  /// "un", "ein", "bir": one in words, which may be no more than an article.
  private func isArticle(_ quantity: Quantity) -> Bool {
    quantity.low == 1 && quantity.high == 1 && view.text.tokens[quantity.tokens.lowerBound].kind == .word
  }

  /// "mit einem Messer": where the word for one is the article too, it counts people only.
  private func isArticleOfThing(_ quantity: Quantity) -> Bool {
    guard isArticle(quantity) else { return false }
    let next = quantity.tokens.upperBound...(quantity.tokens.upperBound + 3)
    return !nouns.contains { next.contains($0.lowerBound) }
      && !view.matches(.effect).contains { next.contains($0.tokens.lowerBound) }
  }
}

extension Quantity {
  /// How many people a number of them says: "at least twelve" and "up to twelve" are twelve, a range its least.
  var people: Int? { low == 0 ? high ?? low : low }
}
