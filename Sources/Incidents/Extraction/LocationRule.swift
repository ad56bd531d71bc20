import GeoKernel
import GeoModel
import Geocoding
import Reading

/// Chooses which of the places of a sentence is where the event was.
struct LocationRule {
  let view: SentenceView

  /// The most telling place near the event's words; places of speech, meeting, origin and travel
  /// are left out.
  func location(of cluster: Cluster, among locatives: [Locative], effects: [Range<Int>]) -> Locative? {
    let cores = cluster.triggers.map(\.tokens)
    let fitting = locatives.filter {
      !isElsewhere($0, cores + effects) && !isBareCountry($0) && !isPlainWord($0) && !isDoubtful($0)
        && !isSpeaker($0)
    }
    // "DUBAI — Drones hit a plant, and the flames at Abqaiq …": where it was written gives way to any place told.
    let told = fitting.filter { !(isDateline($0) && view.sentence.role == .body) }
    let best = (told.isEmpty ? fitting : told).max { a, b in
      let scores = (score(a, cores, effects), score(b, cores, effects))
      return scores.0 == scores.1 ? a.tokens.lowerBound > b.tokens.lowerBound : scores.0 < scores.1
    }
    return best.map { narrowed(inTown($0, of: locatives, cores), by: locatives) }
  }

  /// "at two bases in Iraq — Ain al-Asad and Erbil": the town says more than its country.
  private func inTown(_ best: Locative, of locatives: [Locative], _ cores: [Range<Int>]) -> Locative {
    guard best.footprint.wherePrecision >= 6, best.footprint.relation == .inRegion else { return best }
    let claims = view.matches(.claim, "states").map(\.tokens)
    return locatives.first { other in
      other.footprint.wherePrecision <= 2 && other.tokens.lowerBound >= best.tokens.upperBound
        && !isElsewhere(other, cores) && !isPlainWord(other) && !isDoubtful(other)
        && (view.distance(other.tokens, toNearestOf: claims) ?? .max) > 4
        && Geodesic.wgs84.distance(best.footprint.best, other.footprint.best).value
          <= best.footprint.radius.value
    } ?? best
  }

  /// "30 km south-east of Samarkand, near Urgut": of two phrases side by side that can both be true, the nearer.
  private func narrowed(_ best: Locative, by locatives: [Locative]) -> Locative {
    guard [.distance, .direction].contains(best.footprint.relation) else { return best }
    let events = view.matches(.event).map(\.tokens)
    return locatives.first { other in
      let gap = best.tokens.upperBound..<max(best.tokens.upperBound, other.tokens.lowerBound)
      return other.tokens.lowerBound >= best.tokens.upperBound && gap.count <= 2
        && !events.contains { $0.overlaps(gap) } && other.footprint.radius < best.footprint.radius
        && Geodesic.wgs84.distance(best.footprint.best, other.footprint.best).value
          <= best.footprint.radius.value + other.footprint.radius.value
    } ?? best
  }

  /// Detail counts ten words of distance a step; a stated distance tells more of the event than the
  /// name of something it damaged.
  private func score(_ locative: Locative, _ cores: [Range<Int>], _ effects: [Range<Int>]) -> Int {
    let detail =
      switch locative.footprint.wherePrecision {
      case 1, 2: locative.footprint.anchorSite != nil ? 30 : isSite(locative) ? 25 : 20
      case 3, 4: 10
      default: 0
      }
    let measured =
      switch locative.footprint.relation {
      case .distance: 10
      case .near, .direction, .between: 5
      default: 0
      }
    // A name that nothing places ("Salem Abdelhadi", "MOL") is less likely where it was.
    let isBare = !isSite(locative) && !isPlaced(locative)
    let toEvent = (view.distance(locative.tokens, toNearestOf: cores) ?? 100) + (isBare ? 8 : 0)
    let toEffect = (view.distance(locative.tokens, toNearestOf: effects) ?? 100) + 6
    return detail + measured - min(toEvent, toEffect)
  }

  /// A country or a union of them without a preposition ("the US ambassador", "USA Gymnastics") is not where something
  /// was, in languages that have one for it.
  private func isBareCountry(_ locative: Locative) -> Bool {
    locative.footprint.wherePrecision >= (view.usesPrepositions ? 5 : 6) && !isPlaced(locative)
  }

  /// "Moskva, Bakı hücumu pisləyib": where endings place, a bare name beside words of blame is who speaks.
  private func isSpeaker(_ locative: Locative) -> Bool {
    !view.usesPrepositions && !isSite(locative) && !isPlaced(locative)
      && !view.matches(.claim, "blames", "denies", "regrets").isEmpty
  }

  /// Whether a preposition places it, or, in languages that have none, its ending or the phrase around it.
  private func isPlaced(_ locative: Locative) -> Bool {
    if view.usesPrepositions { return hasRelation(locative) }
    guard !view.placingEndings.isEmpty,
      let mention = view.mentions.first(where: { locative.tokens.overlaps($0.tokens) })
    else { return true }
    if locative.tokens != mention.tokens || mention.tokens.count > 1 && mention.role != .place { return true }
    let bytes = view.text.foldedBytes(mention.tokens.upperBound - 1)
    return (view.placingEndings + view.owningEndings).contains { bytes.suffix($0.count).elementsEqual($0) }
      || isInNamedPlace(mention.tokens.upperBound)
  }

  /// "Kiyev şəhərində", "Mahmur Kampı'nda": the word behind the name takes the ending.
  private func isInNamedPlace(_ next: Int) -> Bool {
    guard next < view.sentence.tokens.upperBound, view.text.tokens[next].kind == .word else { return false }
    return view.hasPlacingEnding(next)
  }

  private func isSite(_ locative: Locative) -> Bool {
    view.mentions.contains { $0.role == .site && locative.tokens.overlaps($0.tokens) }
  }

  /// Whether words put something at a place, and do not merely name it.
  func isPlacing(_ locative: Locative) -> Bool {
    isScene(locative) && (isSite(locative) || isPlaced(locative))
  }

  private static func isPlain(_ section: LexiconSection) -> Bool {
    switch section {
    case .claimant, .actor, .event, .effect, .weapon, .facility: true
    default: false
    }
  }

  /// "Police", "Minister": a word of the language that some village is named after too.
  private func isPlainWord(_ locative: Locative) -> Bool {
    guard let mention = view.mentions.first(where: { locative.tokens.overlaps($0.tokens) }),
      mention.role == .place
    else { return false }
    if isNumeral(mention) || isAbbreviation(mention, locative) || isSecondHalf(mention) || isNamesake(mention)
    {
      return true
    }
    // "stürzte in Tirol ab": what stands between two parts of a verb is no part of it.
    return view.matches.contains {
      $0.tokens.lowerBound <= mention.tokens.lowerBound
        && mention.tokens.upperBound <= $0.tokens.upperBound
        && Self.isPlain($0.section)
        && ($0.tokens.count <= 3 || $0.tokens.lowerBound == mention.tokens.lowerBound
          || $0.tokens.upperBound == mention.tokens.upperBound)
    }
  }

  /// "Quarante et un étrangers": a number, and no village.
  private func isNumeral(_ mention: NamedWords) -> Bool {
    view.quantities.contains { $0.tokens.overlaps(mention.tokens) }
  }

  /// "PKK", "BP": what is no longer than a code stands for a town only in lists of flights, and a state's is all
  /// capitals: not "In".
  private func isAbbreviation(_ mention: NamedWords, _ locative: Locative) -> Bool {
    guard mention.tokens.count == 1 else { return false }
    let token = view.text.tokens[mention.tokens.lowerBound]
    let length = token.foldedRange.count
    return length <= 3 && token.casing == .upper && locative.footprint.wherePrecision <= 3
      || length == 2 && token.casing == .capitalized && locative.footprint.wherePrecision >= 4
  }

  /// "Croix-Rouge": the other half of a word that no place is called by.
  private func isSecondHalf(_ mention: NamedWords) -> Bool {
    let first = mention.tokens.lowerBound
    guard first - 2 >= view.sentence.tokens.lowerBound, view.isMark(first - 1, UInt8(ascii: "-")),
      view.text.tokens[first - 2].kind == .word
    else { return false }
    let (half, hyphen) = (view.text.tokens[first - 2].range, view.text.tokens[first - 1].range)
    return half.upperBound == hyphen.lowerBound
      && hyphen.upperBound == view.text.tokens[first].range.lowerBound
      && !view.mentions.contains { $0.tokens.contains(first - 2) }
  }

  /// "le lycée Descartes": called after somebody who is called like a town.
  private func isNamesake(_ mention: NamedWords) -> Bool {
    let first = mention.tokens.lowerBound
    if view.matches(.context, "namesake").contains(where: { $0.tokens.upperBound == first }) { return true }
    if isQuotedName(mention.tokens) { return true }
    // "the hotel Byblos", "the restaurant Aziz Istanbul"
    return view.matches(.context, "house").contains { house in
      house.tokens.upperBound == first
        || house.tokens.upperBound == first - 1 && view.text.tokens[first - 1].kind == .word
          && view.text.tokens[first - 1].casing == .capitalized
          && !view.matches(.relation).contains { $0.tokens.contains(first - 1) }
    }
  }

  private static let quotes = MarkSet("«", "»", "„", "“", "”", "\"")
  private static let calledAfterTowns: Set<String> = ["airport", "railway_station", "base"]

  /// "отель «Самара»": a house may be called after any town; airports, ports and stations are called after theirs.
  private func isQuotedName(_ name: Range<Int>) -> Bool {
    let start = view.sentence.tokens.lowerBound
    let close = name.upperBound
    // "« Le Lyon »"
    let open = (max(start, name.lowerBound - 2)..<name.lowerBound).last {
      Self.quotes.contains(view.mark($0))
    }
    guard let open, close < view.sentence.tokens.upperBound,
      Self.quotes.contains(view.mark(close))
    else { return false }
    let ports = view.matches(.facility, "port").map(\.tokens)
    return VenueReader(view: view).all().contains {
      ($0.tokens.upperBound == open || $0.tokens.lowerBound == close + 1)
        && !Self.calledAfterTowns.contains($0.venue.kind) && !ports.contains($0.tokens)
    }
  }

  private static let datelineEnds = MarkSet(":", "—", "–", "-", ".", "(", "/")

  /// "BERLIN — ", "Kyiv.": the first words, with a mark behind them.
  func isDateline(_ locative: Locative) -> Bool {
    guard locative.tokens.lowerBound == view.sentence.tokens.lowerBound else { return false }
    let next = locative.tokens.upperBound
    guard next < view.sentence.tokens.upperBound else { return true }
    return Self.datelineEnds.contains(view.mark(next))
  }

  /// A name that is hardly one, of a place that hardly anybody knows, or a town of a country that nobody speaks of.
  private func isDoubtful(_ locative: Locative) -> Bool {
    if view.strays.contains(locative.mention) { return true }
    guard let named = view.mentions.first(where: { locative.tokens.overlaps($0.tokens) }) else {
      return false
    }
    let mention = view.mention(named)
    // Headlines leave prepositions out, so that less speaks for a name in them.
    let isBare = view.sentence.role == .headline
    if isBare, mention.nameProbability >= 0.2 || isDateline(locative) { return false }
    return mention.isDoubtful(radius: locative.footprint.radius)
      && !(view.usesPrepositions && hasRelation(locative))
  }

  /// Said, met or born there: no scene of the story.
  func isScene(_ locative: Locative) -> Bool {
    !isElsewhere(locative, []) && !isPlainWord(locative) && !isDoubtful(locative)
  }

  /// Whether a preposition or more places it: "in Dar es Salaam", not "the Baku-Grozny flight".
  func hasRelation(_ locative: Locative) -> Bool {
    guard let mention = view.mentions.first(where: { locative.tokens.overlaps($0.tokens) }) else {
      return false
    }
    return mention.tokens.lowerBound > locative.tokens.lowerBound
      || view.matches(.relation, "in", "at", "near", "next_to", "within").contains {
        $0.tokens.upperBound == mention.tokens.lowerBound
          || $0.tokens.upperBound + 1 == mention.tokens.lowerBound
      }
  }

  /// Said from, met at, born in, bound for: not where it happened.
  private func isElsewhere(_ locative: Locative, _ cores: [Range<Int>]) -> Bool {
    let place = locative.tokens
    let isMeasured = locative.footprint.relation == .distance || locative.footprint.relation == .direction
    if !isMeasured {
      for origin in view.matches(.context, "origin")
      where origin.tokens.upperBound <= place.lowerBound && view.distance(origin.tokens, place) <= 1 {
        return true
      }
      for origin in view.matches(.context, "origin")
      where origin.tokens.overlaps(place) && origin.tokens.lowerBound <= place.lowerBound {
        return true
      }
    }
    if isOfMobile(place) { return true }
    // "Selon Paris": who says it.
    if view.matches(.claim, "states").contains(where: { $0.tokens.upperBound == place.lowerBound }) {
      return !isMeasured && view.usesPrepositions
    }
    if isOfBlamingBody(place) || isPartOfTime(place) { return true }
    let toEvent = view.distance(place, toNearestOf: cores) ?? Int.max
    if isWhereSomebodySpeaks(place, toEvent) { return true }
    for context in view.matches(.context, "meeting", "judicial", "office", "placed", "elsewhere")
    where context.tokens.upperBound <= place.lowerBound || context.tokens.overlaps(place)
      || !view.usesPrepositions && context.tokens.lowerBound - place.upperBound <= 1
    {
      let distance = view.distance(context.tokens, place)
      if distance <= 5 && distance < toEvent { return true }
    }
    return false
  }

  /// "The foreign ministry in Islamabad condemned the bombing."
  private func isOfBlamingBody(_ place: Range<Int>) -> Bool {
    guard view.usesPrepositions, !view.matches(.claim, "blames", "denies", "regrets").isEmpty else {
      return false
    }
    return view.matches(.claimant).contains {
      $0.tokens.upperBound <= place.lowerBound && place.lowerBound - $0.tokens.upperBound <= 1
    }
  }

  /// "Sabaha karşı" is towards morning, and no state of Malaysia.
  private func isPartOfTime(_ place: Range<Int>) -> Bool {
    let times = view.matches(.dates).filter { $0.tokens.count > 1 && $0.tokens.overlaps(place) }
    guard !times.isEmpty else { return false }
    return view.mentions.contains { mention in
      mention.tokens.overlaps(place) && times.contains { $0.tokens.overlaps(mention.tokens) }
    }
  }

  /// "said Foreign Minister Steinmeier in Berlin"
  private func isWhereSomebodySpeaks(_ place: Range<Int>, _ toEvent: Int) -> Bool {
    view.matches(.claim, "states").contains { claim in
      guard claim.tokens.upperBound <= place.lowerBound else { return false }
      let between = claim.tokens.upperBound..<place.lowerBound
      return between.count <= 6 && view.distance(claim.tokens, place) < toEvent
        && view.matches(.claimant, "person").contains { between.contains($0.tokens.lowerBound) }
        && !view.matches(.context, "complementizer").contains { between.contains($0.tokens.lowerBound) }
    }
  }

  /// "A convoy of the embassy", "a clerk of the consulate": not at the site, and hardly far from its town.
  func siteOfMobile(among locatives: [Locative]) -> Locative? {
    locatives.first { isSite($0) && isOfMobile($0.tokens) }
  }

  private func isOfMobile(_ place: Range<Int>) -> Bool {
    // "He drove his car into the fence of the embassy": whose car it is, nobody says.
    let isPut = view.matches(.relation, "in").contains { $0.tokens.lowerBound == place.lowerBound }
    for mobile in view.matches(.context, "mobile")
    where !isPut && mobile.tokens.upperBound <= place.lowerBound && view.distance(mobile.tokens, place) <= 1 {
      return true
    }
    // "Two Israeli embassy staff were shot dead outside a museum"
    if view.matches(.context, "mobile_after").contains(where: { $0.tokens.lowerBound == place.upperBound }) {
      return true
    }
    // "Səfirliyin avtomobilini": where there are no prepositions the convoy follows.
    if !view.usesPrepositions,
      view.matches(.context, "mobile").contains(where: {
        place.upperBound <= $0.tokens.lowerBound && view.distance(place, $0.tokens) == 0
      })
    {
      return true
    }
    return false
  }
}
