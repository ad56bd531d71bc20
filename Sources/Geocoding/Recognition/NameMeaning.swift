internal import Gazetteer

/// What a name may mean, with all that can be told of it without a document.
///
/// An object, since a name that news are full of has hundreds of senses and is met over and over.
final class NameMeaning: Sendable {
  let senses: [NameSense]
  /// Of the most populous.
  let logPopulation: Double
  let isCountry: Bool
  let isRegion: Bool
  let isDistrict: Bool
  /// A river, an island and the like.
  let isFeature: Bool
  /// Of a country, under its own name.
  let isCapital: Bool
  /// A capital or a country under any name.
  let hasGovernment: Bool
  let isPrimaryName: Bool
  let isAlternateName: Bool
  let isAbbreviation: Bool
  let hasDemonym: Bool
  let isDemonymOnly: Bool
  /// What a document names with it.
  let named: Named

  struct Named: Sendable {
    /// The country of an adjective or a people; then the others are empty.
    var people: PlaceTraits?
    var country: PlaceTraits?
    /// Rows of regions, with how surely each is named.
    var regions: [(row: UInt32, certainty: Double)] = []
  }

  static let none = NameMeaning([])

  init(_ senses: [NameSense]) {
    self.senses = senses
    var logPopulation = 0.0
    var classes: Set<FeatureClass> = []
    var kinds: Set<NameKind> = []
    for sense in senses {
      logPopulation = max(logPopulation, sense.place.logPopulation)
      classes.insert(sense.place.featureClass)
      kinds.insert(sense.kind)
    }
    self.logPopulation = logPopulation
    isCountry = classes.contains(.country)
    isRegion = classes.contains(.region)
    isDistrict = classes.contains(.district)
    isFeature = !classes.isSubset(of: [.country, .region, .district, .settlement])
    isCapital = senses.contains { $0.place.isCapital && $0.kind == .primary }
    hasGovernment = isCountry || senses.contains { $0.place.isCapital }
    isPrimaryName = kinds.contains(.primary) || kinds.contains(.shortForm)
    isAlternateName = kinds.contains(.alternate) || kinds.contains(.adjective) || kinds.contains(.people)
    isAbbreviation = kinds.contains(.abbreviation)
    hasDemonym = kinds.contains(.adjective) || kinds.contains(.people)
    isDemonymOnly = kinds.isSubset(of: [.adjective, .people])
    named = Self.named(senses)
  }

  private static func named(_ senses: [NameSense]) -> Named {
    if let sense = senses.first(where: { $0.kind.isDemonym && $0.place.featureClass == .country }) {
      return Named(people: sense.place)
    }
    var named = Named(country: senses.first { $0.place.featureClass == .country }?.place)
    let territories = senses.filter {
      $0.place.featureClass == .region || $0.place.featureClass == .district
    }
    let count = territories.count
    guard count > 0, count <= 4 || senses.count == count else { return named }
    let share = 1 / Double(count)
    // A region that shares its name with a settlement ("Lviv") is only half a region.
    let certainty = count == senses.count ? 1 : 0.5
    for sense in territories where sense.place.region != PlaceTraits.none {
      named.regions.append((sense.place.region, share * certainty))
    }
    return named
  }
}
