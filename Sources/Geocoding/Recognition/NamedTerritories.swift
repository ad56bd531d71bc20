internal import Gazetteer

/// The countries and regions a document names, with how often: what small places are believed by.
struct NamedTerritories: Sendable {
  private(set) var countries = RowCounts()
  private(set) var regions = RowCounts()
  /// Countries of adjectives and peoples.
  private(set) var demonyms = RowCounts()

  init(_ spans: some Sequence<NameSpan>) {
    for span in spans { add(span) }
  }

  private mutating func add(_ span: NameSpan) {
    if let sense = span.senses.first(where: { $0.kind.isDemonym && $0.place.featureClass == .country }) {
      demonyms.add(1, to: sense.place.country)
      return
    }
    if let country = span.senses.first(where: { $0.place.featureClass == .country }) {
      countries.add(1, to: country.place.country)
    }
    let territories = span.senses.lazy.filter {
      $0.place.featureClass == .region || $0.place.featureClass == .district
    }
    let count = territories.count
    guard count > 0, count <= 4 || span.senses.count == count else { return }
    let share = 1 / Double(count)
    // A region that shares its name with a settlement ("Lviv") is only half a region.
    let certainty = count == span.senses.count ? 1 : 0.5
    for sense in territories where sense.place.region != PlaceTraits.none {
      regions.add(share * certainty, to: sense.place.region)
    }
  }

  /// How often the territory a place lies in is named, itself left out when `own` says it is the name itself.
  func countryCount(_ place: PlaceTraits) -> Double { countries[place.country] }
  func regionCount(_ place: PlaceTraits) -> Double { regions[place.region] }
  func demonymCount(_ place: PlaceTraits) -> Double { demonyms[place.country] }
}
