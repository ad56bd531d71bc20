public import Gazetteer
public import GeoModel

/// A place that goes by a name or lies near a position.
public struct FoundPlace: Sendable {
  public let place: Place
  /// With what it lies in: "Odesa, Odesa Oblast, Ukraine".
  public let fullName: String
  public let extent: Extent
  /// From the position asked for; `nil` when a name was asked for.
  public let distance: Meters?
}
