internal import Reading

/// What the words around a mention say of where something is relative to it.
struct LocativePhrase {
  enum Relation {
    case at, near, nextTo, between, onTheWay
    /// "In the region of": in a region, but round about a town.
    case areaOf
    /// In, at, or no word at all.
    case inside
    /// "From Baku", "to Grozny": where something comes from or goes to, not where it is.
    case elsewhere
  }

  /// Tokens of the whole phrase.
  var tokens: Range<Int>
  var relation: Relation?
  var measure: Int?
  var isUpperBound = false
  var direction: CompassDirection?
  /// "In the south of" as against "south of".
  var isDirectionInside = false
}

/// Reads the words before a mention and, where the language puts them there, behind it.
struct LocativePhraseReader {
  let view: SentenceView
  /// In text order.
  let measures: [Measure]
  let mentions: [Mention]

  private static func relation(_ tag: RelationTags) -> LocativePhrase.Relation? {
    switch tag {
    case .at, .atAfter: .at
    case .near, .nearAfter, .around: .near
    case .areaOf: .areaOf
    case .nextTo, .nextToAfter: .nextTo
    case .between, .betweenAfter: .between
    case .onTheWay, .onTheWayAfter: .onTheWay
    default: nil
    }
  }

  private static let before: RelationTags = [.at, .near, .around, .areaOf, .nextTo, .between, .onTheWay]
  private static let behind: RelationTags = [
    .atAfter, .nearAfter, .nextToAfter, .betweenAfter, .onTheWayAfter, .awayAfter,
  ]

  private static let transparentBefore = RelationTags.filler.union(before)
  private static let links = RelationTags.from.union([.plainOf, .away])

  func phrase(around mention: Int) -> LocativePhrase {
    var phrase = LocativePhrase(tokens: mentions[mention].tokens)
    readBehind(&phrase)
    if phrase.relation == nil, phrase.measure == nil, phrase.direction == nil { readBefore(mention, &phrase) }
    return phrase
  }

  private func measure(endingAt token: Int) -> Int? {
    let index = measures.firstSorted { $0.tokens.upperBound >= token }
    return index < measures.count && measures[index].tokens.upperBound == token ? index : nil
  }

  private func measure(startingAt token: Int) -> Int? {
    let index = measures.firstSorted { $0.tokens.lowerBound >= token }
    return index < measures.count && measures[index].tokens.lowerBound == token ? index : nil
  }

  // MARK: Before the mention

  private func readBefore(_ mention: Int, _ phrase: inout LocativePhrase) {
    var token = phrase.tokens.lowerBound
    var skipped = 0
    var link: RelationTags?
    while token > view.tokens.lowerBound {
      if let index = measure(endingAt: token) {
        guard link != nil || phrase.direction != nil else { break }
        phrase.measure = index
        token = measures[index].tokens.lowerBound
        if let bound = view.relation(.within, endingAt: token) {
          phrase.isUpperBound = true
          token = bound.tokens.lowerBound
        }
        phrase.relation = nil
        phrase.tokens = token..<phrase.tokens.upperBound
        return
      }
      if let match = view.direction(endingAt: token), phrase.direction == nil, phrase.relation == nil {
        set(match.tag, &phrase)
        token = match.tokens.lowerBound
        phrase.tokens = token..<phrase.tokens.upperBound
        if phrase.isDirectionInside { break }
        continue
      }
      if let match = view.relation(Self.before, endingAt: token), phrase.direction == nil,
        phrase.relation == nil || match.tag != .at
      {
        phrase.relation = Self.relation(match.tag)
        phrase.tokens = match.tokens.lowerBound..<phrase.tokens.upperBound
        guard match.tag == .at else { return }
        // "Near the new complex of the consulate", "50 m from the grounds of the embassy": more may stand before.
        token = match.tokens.lowerBound
        continue
      }
      if phrase.direction == nil, phrase.relation == nil, link == nil,
        let match = view.relation(.inside, endingAt: token),
        match.tag != .fromIn
      {
        phrase.relation = .inside
        phrase.tokens = match.tokens.lowerBound..<phrase.tokens.upperBound
        return
      }
      if mentions[mention].role == .site, link == nil, let town = view.mention(endingAt: token),
        mentions[town].role == .place, view.hasApostrophe(token - 1)
      {
        // "Next to Kyiv's Artem plant".
        token = mentions[town].tokens.lowerBound
        continue
      }
      guard let word = transparent(endingAt: token), skipped < 6 else { break }
      if let tag = word.tag {
        link = link ?? (Self.links.contains(tag) ? tag : nil)
      }
      skipped += 1
      token = word.start
    }
    // Only places: "damage to the embassy" and "smoke from the embassy" are at it.
    if mentions[mention].role == .place, phrase.direction == nil,
      link == .plainFrom || view.relation(.to, endingAt: phrase.tokens.lowerBound) != nil
    {
      phrase.relation = .elsewhere
    }
  }

  /// A word that may stand between a relation or a measure and the name it belongs to.
  private func transparent(endingAt token: Int) -> (start: Int, tag: RelationTags?)? {
    if let word = view.relation(.link, endingAt: token) {
      return (word.tokens.lowerBound, word.tag)
    }
    if let word = view.facility(endingAt: token) {
      return (word.tokens.lowerBound, nil)
    }
    // One plain word ("the secured compound") that is no relation of another kind.
    let last = token - 1
    guard view.token(last).kind == .word, view.token(last).casing == .lower, last > view.tokens.lowerBound,
      view.relation(Self.transparentBefore, endingAt: last) != nil
    else { return nil }
    return (last, nil)
  }

  private func set(_ tag: String, _ phrase: inout LocativePhrase) {
    let isPart = tag.hasSuffix("_part")
    phrase.direction = CompassDirection(rawValue: isPart ? String(tag.dropLast("_part".count)) : tag)
    phrase.isDirectionInside = isPart
  }

  // MARK: Behind the mention

  /// "Səfirliyin yaxınlığında", "Bakıdan 50 km şimalda", "Kiev'in 20 km kuzeyinde".
  private func readBehind(_ phrase: inout LocativePhrase) {
    var token = phrase.tokens.upperBound
    var found = LocativePhrase(tokens: phrase.tokens)
    var skipped = 0
    while token < view.tokens.upperBound {
      if found.measure == nil, let index = measure(startingAt: token) {
        found.measure = index
        token = measures[index].tokens.upperBound
      } else if let match = view.relation(Self.behind, startingAt: token) {
        found.relation = Self.relation(match.tag)
        found.tokens = found.tokens.lowerBound..<match.tokens.upperBound
        if found.measure != nil { found.relation = nil }
        phrase = found
        return
      } else if let match = view.direction(startingAt: token), match.tag.hasSuffix("_after") {
        set(String(match.tag.dropLast("_after".count)), &found)
        // "50 km north" lies outside, "in its north" inside.
        found.isDirectionInside = found.measure == nil
        found.tokens = found.tokens.lowerBound..<match.tokens.upperBound
        phrase = found
        return
      } else if skipped < 2, let word = view.relation(.fillerAfter, startingAt: token) {
        token = word.tokens.upperBound
        skipped += 1
      } else {
        return
      }
    }
  }
}
