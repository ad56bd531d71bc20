import Gazetteer
import GeoKernel
import GeoModel
import Geocoding
import Reading

/// Small towns in countries that a report says nothing else of: "the Serena hotel" in Kabul is not in La Serena.
///
/// A report that goes abroad says to which country, names a large town of it or a second place there; the places of
/// its readers' own country need no such help.
struct StrayPlaces {
  /// Inhabitants from which on a town is known by its name alone.
  private static let known = 400_000
  /// How near to another place across a border a town needs no country, in metres.
  private static let reach = 250_000.0
  /// How near to any place named a town is that no more than an adjective or a government speaks for, in metres.
  private static let part = 2_500_000.0

  /// Inhabitants of a large town, and how near it is to the middle of a country beside its own, in metres.
  private static let large = 50_000
  private static let besideCountry = 400_000.0

  /// What a town is meant with as surely stands for its country, and from where on another is no word either.
  private static let sure = 0.7
  private static let likely = 0.5

  /// Below this a name is more likely a word: "Hawker dies".
  private static let doubtful = 0.4

  private let mentions: [Mention]
  private let gazetteer: Gazetteer
  private let headlines: Set<Int>
  /// ISO 3166 alpha-2 codes of the countries that something else than a small town speaks of.
  private var countries: Set<String>
  /// Of countries whose people, government or missions are named, and no place.
  private var nations: Set<String> = []
  /// Places that are surely meant, one for each degree of latitude and longitude, so that a long list costs no more.
  private var points: [Coordinate] = []
  private var degrees: Set<Int> = []
  private static let mostPoints = 200
  /// Of mountains, valleys and the like that are named, and how far one may reach to tell of its towns, in metres.
  private var boxes: [BoundingBox] = []
  private static let mostWide = 400_000.0

  init(_ geocoded: GeocodedDocument, lexicon: Lexicon, gazetteer: Gazetteer) {
    mentions = geocoded.mentions
    self.gazetteer = gazetteer
    let sentences = geocoded.document.sentences
    headlines = Set(sentences.indices.filter { sentences[$0].role == .headline })
    countries = Set((lexicon.entries(of: "language")["countries"] ?? []).map { $0.uppercased() })
  }

  /// Indices of such mentions among those of the document.
  mutating func indices() -> Set<Int> {
    var small: [(index: Int, place: Place)] = []
    var hasCountry = false
    let doubted = doubtedPlaces()
    for (index, mention) in mentions.enumerated() {
      guard let place = place(of: mention) else {
        if case .site(let site) = mention.referent {
          countries.insert(site.hostCountry)
          note(site.coordinate)
          hasCountry = true
        }
        note(operatorOf: mention)
        continue
      }
      note(operatorOf: mention)
      if place.featureClass == .settlement, !place.isCapital, place.population < Self.known,
        mention.role == .place || mention.role == .site,
        !headlines.contains(mention.sentence) || doubted.contains(place.id)
      {
        small.append((index, place))
        continue
      }
      if let country = place.country {
        if mention.role == .place || mention.role == .site {
          countries.insert(country)
        } else {
          nations.insert(country)
          continue
        }
      }
      if place.featureClass == .settlement || place.featureClass == .country {
        note(place.coordinate)
      }
      // "Bolzano in the Dolomites": what has no country still holds towns.
      if let box = place.box, let radius = place.radius, radius.value <= Self.mostWide { boxes.append(box) }
      hasCountry = true
    }
    if !hasCountry,
      let surest = small.max(by: { mentions[$0.index].likelihood < mentions[$1.index].likelihood }),
      mentions[surest.index].likelihood >= Self.sure
    {
      // Where nothing greater is named, what surely is a town speaks for its country, and what may be a word does not.
      small.removeAll { mentions[$0.index].likelihood >= Self.likely }
      if let country = surest.place.country { countries.insert(country) }
      note(surest.place.coordinate)
      hasCountry = true
    }
    guard hasCountry, !small.isEmpty else { return [] }
    // Two towns of one country speak for each other.
    var ids: [String: Set<PlaceID>] = [:]
    for (_, place) in small {
      if let country = place.country { ids[country, default: []].insert(place.id) }
    }
    var known: [PlaceID: Bool] = [:]
    return Set(
      small.filter { _, place in
        if let known = known[place.id] { return known }
        let isStray = isStray(place, alone: (place.country.flatMap { ids[$0]?.count } ?? 0) == 1)
        known[place.id] = isStray
        return isStray
      }.map(\.index))
  }

  /// Places that every name of them may as well be a word for.
  private func doubtedPlaces() -> Set<PlaceID> {
    var (doubted, sure): (Set<PlaceID>, Set<PlaceID>) = ([], [])
    for mention in mentions where mention.role == .place {
      guard case .place(let id) = mention.referent else { continue }
      if mention.nameProbability < Self.doubtful { doubted.insert(id) } else { sure.insert(id) }
    }
    return doubted.subtracting(sure)
  }

  private mutating func note(_ point: Coordinate) {
    let degree = Int(point.latitude.rounded(.down)) * 1000 + Int(point.longitude.rounded(.down))
    if points.count < Self.mostPoints, degrees.insert(degree).inserted { points.append(point) }
  }

  private mutating func note(operatorOf mention: Mention) {
    if let state = mention.referent.operatorCountry { nations.insert(state) }
  }

  private func place(of mention: Mention) -> Place? {
    switch mention.referent {
    case .place(let id): gazetteer.place(id)
    case .unregisteredSite(let site): site.place.map(gazetteer.place)
    case .site, .unresolved: nil
    }
  }

  private func isStray(_ place: Place, alone: Bool) -> Bool {
    guard alone, let country = place.country, !countries.contains(country) else { return false }
    // "Drones over Romania during an attack on the port of Izmail": a large town just across a border.
    let beside = place.population >= Self.large ? Self.besideCountry : Self.reach
    let reach = nations.contains(country) ? Self.part : beside
    if boxes.contains(where: { $0.contains(place.coordinate) }) { return false }
    return !points.contains {
      abs($0.latitude - place.coordinate.latitude) * 110_500 < reach
        && Geodesic.wgs84.distance($0, place.coordinate).value < reach
    }
  }
}
