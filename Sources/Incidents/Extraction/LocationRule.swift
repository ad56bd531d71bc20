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
        && !isTooWide($0) && !isSpeaker($0) && !isBesideVictims($0, of: cluster)
        && !isTownOfHospital($0, of: cluster)
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

  /// "The largest depot in eastern Europe": nobody can look for it there.
  private func isTooWide(_ locative: Locative) -> Bool {
    locative.footprint.wherePrecision != 6 && locative.footprint.radius > Self.widest
  }

  private static let widest = Meters(2_000_000)

  /// A country or a union of them without a preposition ("the US ambassador", "USA Gymnastics") is not where something
  /// was, in languages that have one for it.
  private func isBareCountry(_ locative: Locative) -> Bool {
    locative.footprint.wherePrecision >= (view.usesPrepositions ? 5 : 6) && !isPlaced(locative)
  }

  /// "Moskva, Bakı hücumu pisləyib": where endings place, a bare name beside words of blame is who speaks.
  private func isSpeaker(_ locative: Locative) -> Bool {
    // "Tiraspol says that the village …"
    if view.usesPrepositions, !isSite(locative), locative.tokens.lowerBound == view.sentence.tokens.lowerBound
    {
      return view.matches(.claim).contains { $0.tokens.lowerBound == locative.tokens.upperBound }
    }
    return !view.usesPrepositions && !isSite(locative) && !isPlaced(locative)
      && !view.matches(.claim, "blames", "denies", "regrets").isEmpty
  }

  /// Whether a preposition places it, or, in languages that have none, its ending or the phrase around it.
  func isPlaced(_ locative: Locative) -> Bool {
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

  func isSite(_ locative: Locative) -> Bool {
    view.mentions.contains { $0.role == .site && locative.tokens.overlaps($0.tokens) }
  }

  /// Whether words put something at a place, and do not merely name it.
  func isPlacing(_ locative: Locative) -> Bool {
    isScene(locative) && (isSite(locative) || isPlaced(locative))
  }

  private static let datelineEnds = MarkSet(":", "—", "–", "-", ".", "(", "/")

  /// "BERLIN — ", "Kyiv.": the first words, with a mark behind them.
  func isDateline(_ locative: Locative) -> Bool {
    guard locative.tokens.lowerBound == view.sentence.tokens.lowerBound else { return false }
    let next = locative.tokens.upperBound
    guard next < view.sentence.tokens.upperBound else { return true }
    return Self.datelineEnds.contains(view.mark(next))
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
}
