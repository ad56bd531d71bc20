public import GeoModel

/// How far a place reaches.
public struct Extent: Hashable, Sendable {
  /// The area; `nil` when all that is known is a disc about `center`.
  public let geometry: Geometry?
  public let center: Coordinate
  /// Distance from `center` within which the place is taken to lie.
  public let radius: Meters
  /// `true` when it was computed (from member places or population) and no table states it.
  public let isDerived: Bool
  /// One phrase: what it was derived from.
  public let basis: String
}
