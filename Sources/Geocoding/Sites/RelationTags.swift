internal import Reading

/// Tags of the lexicon's `relation` section.
struct RelationTags: OptionSet, Sendable {
  let rawValue: UInt64

  static let about = bit(0)
  static let and = bit(1)
  static let areaOf = bit(2)
  static let around = bit(3)
  static let at = bit(4)
  static let atAfter = bit(5)
  static let away = bit(6)
  static let awayAfter = bit(7)
  static let between = bit(8)
  static let betweenAfter = bit(9)
  static let plainFiller = bit(10)
  static let fillerAfter = bit(11)
  static let plainFrom = bit(12)
  static let fromIn = bit(13)
  static let fromOf = bit(14)
  static let half = bit(15)
  static let plainIn = bit(16)
  static let indefinite = bit(17)
  static let near = bit(18)
  static let nearAfter = bit(19)
  static let nextTo = bit(20)
  static let nextToAfter = bit(21)
  static let notDistance = bit(22)
  static let plainOf = bit(23)
  static let onTheWay = bit(24)
  static let onTheWayAfter = bit(25)
  static let own = bit(26)
  static let plainPlural = bit(27)
  static let state = bit(28)
  static let plainGenitive = bit(29)
  static let to = bit(30)
  static let within = bit(31)
  /// A plural that takes a genitive.
  static let pluralGenitive = bit(32)
  /// A form of the singular, with a genitive, that may be a plural as well: "посольства".
  static let pluralToo = bit(33)

  // Those that do the same work.
  static let inside: RelationTags = [.plainIn, .fromIn]
  static let of: RelationTags = [.plainOf, .fromOf]
  static let plural: RelationTags = [.plainPlural, .pluralGenitive]
  /// Kinds of missions with the name of the state behind them, in a case of its own.
  static let takesGenitive: RelationTags = [.plainGenitive, .pluralGenitive, .pluralToo]
  static let from: RelationTags = [.plainFrom, .fromIn, .fromOf]
  /// Words that may stand between a relation or a kind and the name it belongs to.
  static let filler: RelationTags = [.plainFiller, .state, .plainOf, .fromOf, .indefinite, .own]
  /// Words that may stand between a distance and the name it is measured from.
  static let link = filler.union(from).union(.away)
  /// Words that may stand between a place and the one it lies in.
  static let parent = filler.union(inside).union(within)

  /// None for a tag that nobody asks for.
  init(named tag: String) { self = Self.byName[tag] ?? [] }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private static let byName: [String: RelationTags] = [
    "about": .about, "and": .and, "area_of": .areaOf, "around": .around, "at": .at, "at_after": .atAfter,
    "away": .away, "away_after": .awayAfter, "between": .between, "between_after": .betweenAfter,
    "filler": .plainFiller, "filler_after": .fillerAfter, "from": .plainFrom, "from_in": .fromIn,
    "from_of": .fromOf, "half": .half, "in": .plainIn, "indefinite": .indefinite, "near": .near,
    "near_after": .nearAfter, "next_to": .nextTo, "next_to_after": .nextToAfter,
    "not_distance": .notDistance, "of": .plainOf, "on_the_way": .onTheWay,
    "on_the_way_after": .onTheWayAfter, "own": .own, "plural": .plainPlural,
    "plural_genitive": .pluralGenitive, "plural_too": .pluralToo, "state": .state,
    "takes_genitive": .plainGenitive, "to": .to, "within": .within,
  ]

  private static func bit(_ index: UInt64) -> RelationTags { RelationTags(rawValue: 1 << index) }
}

/// A word for a relation in a sentence.
struct RelationWord {
  let tokens: Range<Int>
  /// One tag.
  let tag: RelationTags
}
