public import Gazetteer
public import GeoModel

/// What site mentions and footprints need to know of a place.
public struct PlaceFacts: Hashable, Sendable {
  /// How large and how sharply bounded a place is; decides which footprint it gives.
  public enum Level: Sendable {
    case settlement, district, region, country
    /// An area without an administration: a mountain range, an island, "Donbas".
    case area
    /// A river, a road, a front.
    case line
    /// A sea, a gulf, a strait.
    case water
  }

  public var id: PlaceID
  /// In English, as reports show it.
  public var name: String
  public var level: Level
  /// ISO 3166 alpha-2 of the country it is in or is.
  public var country: String?
  public var isCapital: Bool
  public var center: Coordinate
  /// How far the place reaches from `center`; 0 for a country, whose extent `PlaceKnowledge.extent` gives.
  public var radius: Meters

  public init(
    id: PlaceID, name: String, level: Level, country: String?, isCapital: Bool = false, center: Coordinate,
    radius: Meters
  ) {
    self.id = id
    self.name = name
    self.level = level
    self.country = country
    self.isCapital = isCapital
    self.center = center
    self.radius = radius
  }
}

/// Where site mentions and footprints ask about places: the gazetteer, or a handful of places in a test.
public protocol PlaceKnowledge: Sendable {
  func facts(of id: PlaceID) -> PlaceFacts?
  /// How far a place reaches, with its outline if one is known.
  func extent(of id: PlaceID) -> PlaceExtent
  func country(_ code: String) -> PlaceID?
  func capital(of country: String) -> PlaceID?
  /// Whether `inner` lies in `outer` by the administrative tables; a place does not lie in itself.
  func isPlace(_ inner: PlaceID, in outer: PlaceID) -> Bool
}

/// How far a place reaches from its point.
public struct PlaceExtent: Hashable, Sendable {
  /// The area; `nil` when only the radius is known.
  public var outline: Geometry?
  public var radius: Meters
  /// `true` when it was computed from member places.
  public var isDerived: Bool

  public init(outline: Geometry?, radius: Meters, isDerived: Bool) {
    self.outline = outline
    self.radius = radius
    self.isDerived = isDerived
  }
}
