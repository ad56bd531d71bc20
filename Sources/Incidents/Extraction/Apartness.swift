import Geocoding
import Reading

/// How words of a sentence tell its event apart from the one told before.
struct Apartness {
  /// Where it was, when words tell.
  let venue: Venue
  /// All such sites of the sentence.
  let venues: Set<Venue>
  /// "A second mosque": it is told to be another than any told before, but for hospitals, which take in the wounded.
  var isOtherVenue = false
  /// "Another explosion", "a second gunman", or that it was meanwhile, an hour later or across town.
  let isTold: Bool

  /// Whether the words of a draft tell of another event than one that it would fit by day, town and kind: at another
  /// kind of site, and said to be another or at another time.
  ///
  /// The same blow told twice has no such words, and a second one at the same site is part of the first.
  static func isApart(_ draft: Draft, from event: DocumentEvent) -> Bool {
    guard let at = draft.apartness, !draft.isHeadline, !draft.isPlural, !draft.isSomewhereUnknown,
      draft.isSpecificKind || draft.isTolledAttack, draft.locative != nil || event.locative != nil,
      !event.drafts.allSatisfy(\.isHeadline)
    else { return false }
    // "A second attacker was shot dead at a checkpoint.": how one of those ended who were told of.
    if draft.isOnlyOfAttackers { return false }
    guard at.isTold else { return draft.date != .none && areAtDistinctSites(draft, event) }
    // "The others damaged a hospital, a school and two hotels": a list is of all that was hit.
    guard !event.venues.isEmpty, at.venues.count <= 2 else { return false }
    return at.isOtherVenue
      || !at.venues.contains { venue in event.venues.contains { $0.isSame(as: venue) } }
  }
}

extension Apartness {
  /// Sites of which none lies in or beside another: what happened at one did not happen at the other.
  private static let farApart: Set<String> = ["mission", "airport", "metro_station", "railway_station"]

  /// Whether a draft names another such site than each of those that an event was told to be at.
  static func areAtDistinctSites(_ draft: Draft, _ event: DocumentEvent) -> Bool {
    guard !draft.isKnown, draft.isSpecificKind, let here = site(of: draft) else { return false }
    return !event.loneSites.isEmpty && !event.isAtSeveralSites && !event.loneSites.contains(here.kind)
  }

  /// The site that a draft was at, where its words name one alone.
  static func site(of draft: Draft) -> Venue? {
    guard let at = draft.apartness, at.venues.count == 1, farApart.contains(at.venue.kind),
      let locative = draft.locative, !locative.footprint.relation.isOutside
    else { return nil }
    return at.venue
  }
}

/// Reads what tells events of one town and day apart.
struct ApartnessReader {
  let view: SentenceView
  private let found: [VenueReader.Found]
  private let isElsewhen: Bool

  init(view: SentenceView) {
    self.view = view
    isElsewhen = Self.isElsewhen(view)
    found = VenueReader(view: view).all()
  }

  /// - Parameters:
  ///   - cores: the words for the event.
  ///   - doers: those for the weapons and for who used them.
  ///   - state: whose mission it was at.
  func apartness(_ cores: [Range<Int>], doers: [Range<Int>], of state: String?) -> Apartness? {
    guard let nearest = VenueReader(view: view).nearest(to: cores, among: found) else { return nil }
    let venue = owned(nearest.venue, by: state)
    let isOther = isAnother(cores + doers + [nearest.tokens])
    let isOtherVenue = venue.kind != "hospital" && isAnother([nearest.tokens], within: 1)
    return Apartness(
      venue: venue, venues: Set(found.map { owned($0.venue, by: state) }), isOtherVenue: isOtherVenue,
      isTold: isOther || isElsewhen)
  }

  /// "About an hour later it was the turn of the metro station.", where the next sentence says what happened.
  static func announced(in view: SentenceView) -> Apartness? {
    guard isElsewhen(view) else { return nil }
    let found = VenueReader(view: view).all()
    guard let first = found.first, found.count == 1 else { return nil }
    return Apartness(venue: first.venue, venues: [first.venue], isTold: true)
  }

  /// One of several blows that a sentence tells together, with the words for its site.
  struct Part {
    let at: Apartness
    let site: Range<Int>

    init(_ site: Range<Int>, _ venue: Venue) {
      at = Apartness(venue: venue, venues: [venue], isTold: true)
      self.site = site
    }
  }

  /// A mission is told by whose it is.
  private func part(_ found: VenueReader.Found) -> Part {
    guard found.venue.kind == "mission" else { return Part(found.tokens, found.venue) }
    let mission = view.mentions.first { $0.role == .site && $0.tokens.overlaps(found.tokens) }
    return Part(found.tokens, .mission(of: mission.flatMap { view.mention($0).referent.operatorCountry }))
  }

  /// Each of several blows with its own site.
  ///
  /// - Parameters:
  ///   - count: how many there are told to be.
  ///   - isPlural: whether they are told to be several.
  func parts(of count: Int, isPlural: Bool) -> [Part] {
    if isPlural, let missions = missionsOfOneWord(), count == 1 || count == missions.count { return missions }
    guard found.count > 1 else { return [] }
    let enumerated = enumerated()
    return enumerated.isEmpty ? listed(count) : enumerated
  }

  /// "Explosions hit the US and Israeli embassies." One blow may well have hit both, several were at each.
  private func missionsOfOneWord() -> [Part]? {
    guard found.count == 1, found[0].venue.kind == "mission" else { return nil }
    let missions = view.mentions.filter { $0.role == .site }
    guard missions.count > 1, missions.contains(where: { $0.tokens.overlaps(found[0].tokens) }),
      zip(missions, missions.dropFirst()).allSatisfy({
        isListed($0.tokens, $1.tokens) || $0.tokens.upperBound == $1.tokens.lowerBound
      }),
      missions.allSatisfy({ view.mention($0).referent.operatorCountry != nil })
    else { return nil }
    return missions.map { Part($0.tokens, .mission(of: view.mention($0).referent.operatorCountry)) }
  }

  /// "Two attacks hit the embassy and the army's headquarters.": as many as there are sites in the list.
  private func listed(_ count: Int) -> [Part] {
    guard found.count == count, zip(found, found.dropFirst()).allSatisfy({ isListed($0.tokens, $1.tokens) })
    else { return [] }
    let parts = found.map(part)
    return Set(parts.map(\.at.venue)).count == count ? parts : []
  }

  private func isListed(_ site: Range<Int>, _ next: Range<Int>) -> Bool {
    let between = site.gap(before: next)
    guard between.count <= Self.longestGap,
      !view.matches(.event).contains(where: { $0.tokens.overlaps(between) })
    else { return false }
    return between.contains { view.isMark($0, UInt8(ascii: ",")) }
      || view.matches(.dates, "and").contains { $0.tokens.overlaps(between) }
  }

  /// Words between two sites of a list: "of France and the general".
  private static let longestGap = 8

  /// "Two bombs went off, one at the airport, the other at a metro station."
  private func enumerated() -> [Part] {
    let marks = view.matches(.apart, "each_one", "each_other", "another").map {
      ($0.tokens, $0.tag != "each_one")
    }
    guard marks.contains(where: { !$0.1 }), marks.contains(where: \.1) else { return [] }
    var told: [Part] = []
    for (index, mark) in marks.enumerated() {
      let end = index + 1 < marks.count ? marks[index + 1].0.lowerBound : view.sentence.tokens.upperBound
      let site = found.first { $0.tokens.lowerBound >= mark.0.upperBound && $0.tokens.upperBound <= end }
      guard let site, site.tokens.lowerBound - mark.0.upperBound <= 8, mark.1 != told.isEmpty else {
        continue
      }
      let part = part(site)
      if !told.contains(where: { $0.at.venue.isSame(as: part.at.venue) }) { told.append(part) }
    }
    return told.count > 1 ? told : []
  }

  private func owned(_ venue: Venue, by state: String?) -> Venue {
    venue.kind == "mission" ? .mission(of: state) : venue
  }

  private static func isElsewhen(_ view: SentenceView) -> Bool {
    !view.matches(.apart, "elsewhere").isEmpty || !view.matches(.dates, "same_day").isEmpty
  }

  /// Right before the words for the event, what did it or where; "another guard was shot" tells of one of the victims.
  private func isAnother(_ words: [Range<Int>], within reach: Int = 2) -> Bool {
    view.matches(.apart, "another").contains { another in
      let end = another.tokens.upperBound
      return words.contains { (0...reach).contains($0.lowerBound - end) && isPhrase(end..<$0.lowerBound) }
        && !isOfPeople(end)
    }
  }

  private func isPhrase(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { view.text.tokens[$0].kind == .word }
      && (tokens.isEmpty || !view.matches(.event).contains { $0.tokens.overlaps(tokens) })
  }

  private func isOfPeople(_ end: Int) -> Bool {
    view.matches(.actor).contains {
      $0.tag != "attacker" && $0.tag != "crowd" && (0...1).contains($0.tokens.lowerBound - end)
    }
  }
}
