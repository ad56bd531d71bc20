internal import Gazetteer
internal import GeoModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the ranker needs of a place, copied out of the index once per candidate.
///
/// Small, since what a document's names may mean lies all over the memory, and reaching for it takes longer than
/// weighing it.
struct PlaceTraits: Hashable, Sendable {
  static let none = UInt32.max

  let id: PlaceID
  /// Row of the country it is in or is; `none` for what crosses borders.
  let country: UInt32
  /// Row of the first-level region it is in or is.
  let region: UInt32
  /// Row of the second-level region it is in or is.
  let district: UInt32
  let position: UnitVector
  private let singleLogPopulation: Float
  let featureClass: FeatureClass
  let isCapital: Bool

  /// log10 of inhabitants plus one.
  var logPopulation: Double { Double(singleLogPopulation) }

  init(_ place: Place) {
    id = place.id
    featureClass = place.featureClass
    country = place.featureClass == .country ? place.id.row : place.parentCountry?.row ?? Self.none
    region = place.featureClass == .region ? place.id.row : place.parentRegion?.row ?? Self.none
    district = place.featureClass == .district ? place.id.row : place.parentDistrict?.row ?? Self.none
    isCapital = place.isCapital
    singleLogPopulation = Float(log10(Double(place.population) + 1))
    position = UnitVector(place.coordinate)
  }

  static func == (a: PlaceTraits, b: PlaceTraits) -> Bool { a.id == b.id }
  func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// Square of the straight line between two places through the earth, in earth radii.
  func chordSquared(to other: PlaceTraits) -> Double {
    position.chordSquared(to: other.position)
  }

  /// The square of a chord for a distance along the surface; good to 0.1 % below 1,000 km.
  static func chordSquared(kilometers: Double) -> Double {
    let chord = 2 * sin(kilometers / 6371.0088 / 2)
    return chord * chord
  }

  /// `true` when `other` is a region, district or country that this place lies in.
  func isInside(_ other: PlaceTraits) -> Bool {
    switch other.featureClass {
    case .country: other.country != Self.none && country == other.country && id != other.id
    case .region: other.region != Self.none && region == other.region && id != other.id
    case .district: other.district != Self.none && district == other.district && id != other.id
    default: false
    }
  }

  /// `true` when this place may be a quarter or a suburb of a city.
  func isPart(of city: PlaceTraits) -> Bool {
    id != city.id && country == city.country && chordSquared(to: city) < Self.chordOfCity
  }

  private static let chordOfCity = chordSquared(kilometers: 60)

  var isAdministrative: Bool {
    featureClass == .country || featureClass == .region || featureClass == .district
  }
}
