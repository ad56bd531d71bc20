internal import Gazetteer

/// Which place a name, alone or with what it lies in, most likely means to somebody who types it.
struct PlaceFinder {
  let gazetteer: Gazetteer

  /// The likeliest first; empty when no place has the name.
  ///
  /// - Parameter phrase: `Odesa`, `Paris, Texas`, `Springfield, Illinois, US`, or a key such as
  ///   `geonames:698740`.
  func places(_ phrase: String) -> [Place] {
    if let place = gazetteer.place(key: phrase) { return [place] }
    let whole = named(phrase)
    if !whole.isEmpty { return whole }
    let parts = phrase.split(separator: ",").map(String.init)
    guard let name = parts.first, parts.count > 1 else { return [] }
    let parents = parts.dropFirst().map { Set(gazetteer.candidates(named: $0).map(\.place)) }
    return named(name).filter { place in
      let around = Set([place.parentCountry, place.parentRegion, place.parentDistrict].compactMap(\.self))
      return parents.allSatisfy { !$0.isDisjoint(with: around) }
    }
  }

  /// Those among the places that somebody may well have meant instead of the first: where a quarter as many
  /// people live or more.
  func rivals(_ places: [Place]) -> [Place] {
    guard let first = places.first else { return [] }
    return places.dropFirst().filter { people($0) * 4 >= people(first) }
  }

  /// "Odesa, Odesa Oblast, Ukraine".
  func fullName(_ place: Place) -> String {
    var names = [place.name]
    for parent in [place.parentRegion, place.parentCountry].compactMap(\.self) {
      let name = gazetteer.place(parent).name
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }

  private func named(_ name: String) -> [Place] {
    var seen: Set<PlaceID> = []
    return gazetteer.candidates(named: name)
      .filter { !$0.kind.isDemonym && seen.insert($0.place).inserted }
      .map { gazetteer.place($0.place) }
      .sorted { (prominence($0), $1.id) > (prominence($1), $0.id) }
  }

  /// People, weighted by what a bare name is most often meant for: "Georgia" is the country, though the
  /// American state has more; "Odesa" is the city, though its region has more; "Texas" is the state.
  private func prominence(_ place: Place) -> Int {
    switch place.featureClass {
    case .country: people(place) * 20
    case .settlement: people(place) * 8
    case .region: people(place) * 2
    default: people(place)
    }
  }

  /// Nobody lives in a sea; it counts as a town does.
  private func people(_ place: Place) -> Int {
    switch place.featureClass {
    case .settlement, .country, .region, .district: place.population
    default: 100_000
    }
  }
}
