internal import Gazetteer
internal import Reading

/// Towns that a site may be called after: in the countries of the readers and in those that a document speaks of.
struct TownsMeant {
  let gazetteer: Gazetteer
  /// ISO 3166 alpha-2.
  let countries: Set<String>

  init(gazetteer: Gazetteer, lexicon: Lexicon, known: [Mention]) {
    self.gazetteer = gazetteer
    var countries = Set((lexicon.entries(of: "language")["countries"] ?? []).map { $0.uppercased() })
    for mention in known {
      switch mention.referent {
      case .place(let id): if let country = gazetteer.place(id).country { countries.insert(country) }
      case .site(let site): countries.insert(site.hostCountry)
      case .unregisteredSite, .unresolved: break
      }
    }
    self.countries = countries
  }

  /// The largest town of at least so many inhabitants that bears one of some names.
  func town(named names: [String], least: Int) -> Place? {
    names.flatMap { gazetteer.candidates(named: $0) }.map { gazetteer.place($0.place) }
      .filter { place in
        place.featureClass == .settlement && place.population >= least
          && (place.country.map(countries.contains) ?? false)
      }
      .max { ($0.population, $1.id.row) < ($1.population, $0.id.row) }
  }
}
