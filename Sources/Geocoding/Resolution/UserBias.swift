internal import Gazetteer
internal import GeoModel

/// Which part of the world the user says the texts are about.
struct UserBias {
  /// Rows of the countries.
  private let countries: Set<UInt32>
  private let near: UnitVector?

  init(_ options: GeocodingOptions, _ gazetteer: Gazetteer) {
    countries = Set(options.countries.compactMap { gazetteer.country($0)?.id.row })
    near = options.near.map(UnitVector.init)
  }

  func prefersCountry(of place: PlaceTraits) -> Bool { countries.contains(place.country) }

  func isNear(_ place: PlaceTraits) -> Bool {
    guard let near, place.featureClass != .continent else { return false }
    return place.position.chordSquared(to: near) < Self.reach
  }

  private static let reach = PlaceTraits.chordSquared(kilometers: 500)
}
