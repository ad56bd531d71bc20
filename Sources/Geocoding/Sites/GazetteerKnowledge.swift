public import Gazetteer
public import GeoModel
internal import Synchronization

/// The gazetteer, as site mentions and footprints ask it.
///
/// A final class, so that every document of a batch shares what was looked up; all of it is immutable but what is
/// kept of capitals and of places met, which a `Mutex` each guards.
public final class GazetteerKnowledge: PlaceKnowledge {
  private let gazetteer: Gazetteer
  private let capitals = Mutex<[String: PlaceID?]>([:])

  /// By the low bits of their rows; one that falls on the slot of another replaces it. About 1 MB.
  private let known = Mutex<[PlaceFacts?]>(Array(repeating: nil, count: GazetteerKnowledge.mostKnown))
  private static let mostKnown = 1 << 13

  public init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  public func facts(of id: PlaceID) -> PlaceFacts? {
    let slot = Int(id.row) & (Self.mostKnown - 1)
    if let facts = known.withLock({ $0[slot] }), facts.id == id { return facts }
    let place = gazetteer.place(id)
    let level = Self.level(place)
    let facts = PlaceFacts(
      id: id, name: place.name, level: level, country: place.country, isCapital: place.isCapital,
      center: place.coordinate, radius: radius(place, level))
    known.withLock { $0[slot] = facts }
    return facts
  }

  /// The extent of a country is asked for only when a footprint needs it: it is made of thousands of places.
  private func radius(_ place: Place, _ level: PlaceFacts.Level) -> Meters {
    level == .country ? place.radius ?? .zero : gazetteer.radius(of: place.id)
  }

  public func extent(of id: PlaceID) -> PlaceExtent {
    let extent = gazetteer.extent(of: id)
    return PlaceExtent(outline: extent.geometry, radius: extent.radius, isDerived: extent.isDerived)
  }

  public func country(_ code: String) -> PlaceID? { gazetteer.country(code)?.id }

  public func capital(of country: String) -> PlaceID? {
    if let known = capitals.withLock({ $0[country] }) { return known }
    let capital = gazetteer.country(country).flatMap { state in
      gazetteer.members(of: state.id).first { gazetteer.place($0).isCapital }
    }
    capitals.withLock { $0[country] = .some(capital) }
    return capital
  }

  public func isPlace(_ inner: PlaceID, in outer: PlaceID) -> Bool {
    let place = gazetteer.place(inner)
    return place.parentDistrict == outer || place.parentRegion == outer || place.parentCountry == outer
  }

  private static func level(_ place: Place) -> PlaceFacts.Level {
    switch place.featureClass {
    case .settlement: .settlement
    case .country: .country
    case .region: .region
    case .district: .district
    case .water: .water
    case .river: .line
    case .continent, .worldRegion, .island, .mountains, .other: .area
    }
  }
}
