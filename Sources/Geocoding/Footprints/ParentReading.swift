internal import Gazetteer
internal import Reading

/// Parents named beside a place: "Aktau in Kazakhstan", "Tripoli, Libya", "the US embassy in Ankara".
struct ParentReading {
  let view: SentenceView
  let mentions: [Mention]
  let knowledge: any PlaceKnowledge

  /// The mention whose whereabouts this one only tells; it then places nothing itself.
  func child(of index: Int) -> Int? {
    guard case .place(let id) = mentions[index].referent,
      let position = view.position(of: index)
    else { return nil }
    if position > 0 {
      let before = view.mentionIndices[position - 1]
      if isLocated(before, in: id), links(before, index) { return before }
    }
    if position + 1 < view.mentionIndices.count {
      // "Kyiv's Artem plant", "Ankara'daki ABD büyükelçiliği".
      let after = view.mentionIndices[position + 1]
      let gap = mentions[index].tokens.gap(before: mentions[after].tokens)
      if mentions[after].role == .site, isLocated(after, in: id),
        gap.allSatisfy({ view.relation(.plainFiller, startingAt: $0) != nil })
      {
        return after
      }
    }
    return nil
  }

  /// Why a place with a parent beside it that is not its own gives no footprint.
  func contradiction(at index: Int) -> String? {
    guard let position = view.position(of: index) else { return nil }
    for (lower, upper) in [(position, position + 1), (position - 1, position)]
    where lower >= 0 && upper < view.mentionIndices.count {
      let (a, b) = (view.mentionIndices[lower], view.mentionIndices[upper])
      guard mentions[a].role == .place, mentions[b].role == .place,
        case .place(let inner) = mentions[a].referent, case .place(let outer) = mentions[b].referent,
        let innerFacts = knowledge.facts(of: inner), let outerFacts = knowledge.facts(of: outer),
        innerFacts.level.isBelow(outerFacts.level), !knowledge.isPlace(inner, in: outer),
        isNamedAsParent(a, b)
      else { continue }
      return "\(innerFacts.name) is not in \(outerFacts.name): the words contradict each other"
    }
    return nil
  }

  private func isLocated(_ index: Int, in place: PlaceID) -> Bool {
    switch mentions[index].referent {
    case .place(let inner): return inner != place && knowledge.isPlace(inner, in: place)
    case .unregisteredSite(let site):
      guard let home = site.place else { return false }
      return home == place || knowledge.isPlace(home, in: place)
    case .site(let site):
      guard let facts = knowledge.facts(of: place) else { return false }
      return facts.level == .country
        ? facts.country == site.hostCountry : SiteCatalog.isSite(site, inOrBeside: facts)
    case .unresolved: return false
    }
  }

  /// Only a comma, a preposition, an article or a direction stands between.
  private func links(_ a: Int, _ b: Int) -> Bool {
    var token = mentions[a].tokens.upperBound
    let end = mentions[b].tokens.lowerBound
    guard end - token <= 8 else { return false }
    while token < end {
      if let part = view.direction(startingAt: token) {
        token = part.tokens.upperBound
      } else if let word = view.relation(.parent, startingAt: token) {
        token = word.tokens.upperBound
      } else if view.isMark(token, UInt8(ascii: ",")) {
        token += 1
      } else {
        return false
      }
    }
    return token == end
  }

  /// "X, Y" and no list: the next word is neither another comma with a place nor "and".
  private func isNamedAsParent(_ a: Int, _ b: Int) -> Bool {
    let gap = mentions[a].tokens.gap(before: mentions[b].tokens)
    guard gap.count == 1, view.isMark(gap.lowerBound, UInt8(ascii: ",")) else { return false }
    var next = mentions[b].tokens.upperBound
    guard next < view.tokens.upperBound else { return true }
    if view.isMark(next, UInt8(ascii: ",")) { next += 1 }
    if next < view.tokens.upperBound, view.relation(.and, startingAt: next) != nil {
      return false
    }
    return view.mention(startingAt: next) == nil
  }
}

extension PlaceFacts.Level {
  /// Whether places of this level lie inside places of the other.
  func isBelow(_ other: PlaceFacts.Level) -> Bool {
    switch (self, other) {
    case (.settlement, .district), (.settlement, .region), (.settlement, .country), (.district, .region),
      (.district, .country), (.region, .country):
      true
    default: false
    }
  }
}
