internal import Gazetteer
internal import GeoModel
internal import Reading

/// Which part of the world a text is likely about by what is known beside it: the user's word, the outlet's home.
struct UserBias {
  /// Rows of the countries.
  private let countries: Set<UInt32>
  private let near: UnitVector?
  let home: OutletHome

  /// - Parameters:
  ///   - source: the document's outlet.
  ///   - url: the document's address.
  init(_ options: GeocodingOptions, source: String?, url: String?, _ gazetteer: Gazetteer) {
    countries =
      options.countries.isEmpty ? [] : Set(options.countries.compactMap { gazetteer.country($0)?.id.row })
    near = options.near.map(UnitVector.init)
    home = OutletHome(source: source, url: url, gazetteer)
  }

  /// `false` when there is nothing to say of any place.
  var saysAnything: Bool { !countries.isEmpty || near != nil || !home.isEmpty }

  func prefersCountry(of place: PlaceTraits) -> Bool { countries.contains(place.country) }

  func isNear(_ place: PlaceTraits) -> Bool {
    guard let near, place.featureClass != .continent else { return false }
    return place.position.chordSquared(to: near) < Self.reach
  }

  private static let reach = PlaceTraits.chordSquared(kilometers: 500)
}
