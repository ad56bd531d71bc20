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

  init() {}

  mutating func add(_ span: NameSpan) {
    let named = span.meaning.named
    if let people = named.people { return demonyms.add(1, to: people) }
    if let country = named.country { countries.add(1, to: country) }
    for region in named.regions { regions.add(region.certainty, to: region.row) }
  }

  /// How often the territory a place lies in is named, itself left out when `own` says it is the name itself.
  @inline(__always) func countryCount(_ place: PlaceTraits) -> Double { countries[place.country] }
  @inline(__always) func regionCount(_ place: PlaceTraits) -> Double { regions[place.region] }
  @inline(__always) func demonymCount(_ place: PlaceTraits) -> Double { demonyms[place.country] }
}
