public import Gazetteer
public import GeoModel
public import Proximity

/// A position somebody asked for by name or by coordinate, and how well it is known.
public struct Location: Sendable {
  /// What the words were found to be.
  public enum Origin: Sendable {
    /// A `geo:` URI.
    case position
    /// A registered site.
    case site(Site)
    /// A place of the gazetteer.
    case place(Place)
  }

  /// As reports show it; a position as its `geo:` URI.
  public let name: String
  public let coordinate: Coordinate
  /// Radius within which it lies: a site's accuracy, a place's extent, a URI's `u=`; 0 when not said.
  public let uncertainty: Meters
  public let origin: Origin
  /// What the words may well have meant instead, most likely first; empty when they are plain.
  public let alternatives: [String]

  public init(
    name: String, coordinate: Coordinate, uncertainty: Meters, origin: Origin, alternatives: [String] = []
  ) {
    self.name = name
    self.coordinate = coordinate
    self.uncertainty = uncertainty
    self.origin = origin
    self.alternatives = alternatives
  }

  public init(_ site: Site, alternatives: [String] = []) {
    self.init(
      name: site.name, coordinate: site.coordinate, uncertainty: site.accuracy, origin: .site(site),
      alternatives: alternatives)
  }

  /// As something to measure distances from.
  public var target: Target {
    if case .site(let site) = origin { return Target(site) }
    return Target(coordinate: coordinate, accuracy: uncertainty, name: name)
  }
}
