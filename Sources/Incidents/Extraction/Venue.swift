import Geocoding
import Reading

/// What kind of site words put something at: enough to tell what happened at the airport from what happened at a metro
/// station of the same town.
struct Venue: Hashable {
  /// A tag of the lexicon's `facility` section or behind `at` of its `apart` section, or what several of them amount to.
  let kind: String
  /// The words it is called by, folded, as far as they stand beside the word for its kind.
  let names: Set<String>

  /// - Parameter state: ISO 3166 alpha-2; `nil` where the words do not say whose.
  static func mission(of state: String?) -> Venue { Venue(kind: "mission", names: state.map { [$0] } ?? []) }

  /// One hotel is another only when both are named.
  func isSame(as other: Venue) -> Bool {
    kind == other.kind
      && (names.isEmpty || other.names.isEmpty || !names.isDisjoint(with: other.names))
  }
}

/// Finds the sites of a sentence by the words for their kinds.
struct VenueReader {
  let view: SentenceView

  struct Found {
    let venue: Venue
    let tokens: Range<Int>
  }

  /// Words farther than this from those for the event say nothing of where it was.
  private static let reach = 14

  func all() -> [Found] {
    let facilities: ArraySlice<LexiconMatch> = view.matches(.facility)
    let words = view.matches(.apart) + view.matches(.context).filter { $0.tag == "house" } + facilities
    guard words.contains(where: { Self.kind($0) != nil }) else { return [] }
    var found: [Found] = []
    let speakers = view.matches(.claimant).map(\.tokens)
    let deathbeds = view.matches(.context, "deathbed").map(\.tokens)
    // "The wounded came from the market", "he fled to a school".
    let ways = view.matches(.relation, "from", "from_in", "to").map(\.tokens)
    for match in words {
      guard let kind = Self.kind(match), !speakers.contains(match.tokens),
        !ways.contains(where: { isWay($0, to: match.tokens) }),
        !deathbeds.contains(where: { $0.overlaps(match.tokens) }),
        !found.contains(where: { $0.tokens.overlaps(match.tokens) })
      else { continue }
      found.append(Found(venue: Venue(kind: kind, names: names(beside: match.tokens)), tokens: match.tokens))
    }
    return found
  }

  /// "From the market", "to a nearby school", but not "went off at a market".
  private func isWay(_ way: Range<Int>, to site: Range<Int>) -> Bool {
    guard (0...2).contains(site.lowerBound - way.upperBound) else { return false }
    let between = way.gap(before: site)
    return !view.matches(.relation, "in", "at", "near", "next_to").contains { $0.tokens.overlaps(between) }
  }

  /// The site nearest to the words for an event.
  func nearest(to cores: [Range<Int>], among found: [Found]) -> Found? {
    let near = found.compactMap { found in
      view.distance(found.tokens, toNearestOf: cores).map { (distance: $0, found: found) }
    }
    return near.filter { $0.distance <= Self.reach }.min { $0.distance < $1.distance }?.found
  }

  private static func kind(_ match: LexiconMatch) -> String? {
    if match.section == .facility { return kinds[match.tag] }
    if match.tag == "house" { return "house" }
    let parts = TagParts(match.tag)
    return parts.head == "at" ? parts.detail.map(String.init) : nil
  }

  /// Of what a works consists of may be told as one or the other.
  private static let kinds: [String: String] = [
    "embassy": "mission", "high_commission": "mission", "consulate_general": "mission",
    "honorary_consulate": "mission", "consulate": "mission", "diplomatic_mission": "mission",
    "oil_depot": "works", "oil_refinery": "works", "oil_field": "works", "arms_plant": "works",
    "plant": "works", "port": "works", "power_plant": "power_plant", "airport": "airport", "air_base": "base",
    "military_base": "base", "railway_station": "railway_station", "metro_station": "metro_station",
    "park": "park", "hospital": "hospital", "hotel": "hotel", "market": "market", "bridge": "bridge",
  ]

  private static let quotes = MarkSet("«", "“", "„", "\"", "»", "”")

  /// Words written large or in quotation marks right before and right behind, which in languages that write every
  /// noun large tell nothing.
  private func names(beside tokens: Range<Int>) -> Set<String> {
    var names: Set<String> = []
    for step in [-1, 1] {
      var token = step < 0 ? tokens.lowerBound - 1 : tokens.upperBound
      var isQuoted = false
      while view.sentence.tokens.contains(token), names.count < 4 {
        if Self.quotes.contains(view.mark(token)) {
          isQuoted = true
        } else if view.text.tokens[token].kind == .word, view.text.tokens[token].casing != .lower,
          isQuoted || !view.capitalizesNouns, token > view.sentence.tokens.lowerBound
        {
          names.insert(String(view.text.folded(token).prefix(5)))
        } else {
          break
        }
        token += step
      }
    }
    return names
  }
}
