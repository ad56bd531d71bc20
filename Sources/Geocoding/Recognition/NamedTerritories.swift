internal import Gazetteer

/// The countries and regions a document names, with how often: what small places are believed by.
struct NamedTerritories {
  private(set) var countries: [UInt32: Double] = [:]
  private(set) var regions: [UInt32: Double] = [:]
  /// Countries of adjectives and peoples.
  private(set) var demonyms: [UInt32: Double] = [:]

  init(_ spans: [NameSpan]) {
    for span in spans { add(span) }
  }

  private mutating func add(_ span: NameSpan) {
    if let sense = span.senses.first(where: { $0.kind.isDemonym && $0.place.featureClass == .country }) {
      demonyms[sense.place.country, default: 0] += 1
      return
    }
    if let country = span.senses.first(where: { $0.place.featureClass == .country }) {
      countries[country.place.country, default: 0] += 1
    }
    let territories = span.senses.filter {
      $0.place.featureClass == .region || $0.place.featureClass == .district
    }
    guard !territories.isEmpty, territories.count <= 4 || span.senses.count == territories.count else {
      return
    }
    let share = 1 / Double(territories.count)
    for sense in territories {
      // A region that shares its name with a settlement ("Lviv") is only half a region.
      let certainty = territories.count == span.senses.count ? 1 : 0.5
      if sense.place.region != PlaceTraits.none {
        regions[sense.place.region, default: 0] += share * certainty
      }
    }
  }

  /// How often the territory a place lies in is named, itself left out when `own` says it is the name itself.
  func countryCount(_ place: PlaceTraits) -> Double { countries[place.country] ?? 0 }
  func regionCount(_ place: PlaceTraits) -> Double { regions[place.region] ?? 0 }
  func demonymCount(_ place: PlaceTraits) -> Double { demonyms[place.country] ?? 0 }
}
