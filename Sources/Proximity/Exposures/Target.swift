public import Gazetteer
public import GeoModel

/// Something distances are measured from: a site, a place or a bare position.
public struct Target: Hashable, Sendable {
  public var coordinate: Coordinate
  /// Radius within which it really lies; 0 for a position that is meant exactly.
  public var accuracy: Meters
  /// `nil` when it is no registered site.
  public var siteID: String?
  public var name: String

  public init(coordinate: Coordinate, accuracy: Meters, siteID: String? = nil, name: String) {
    self.coordinate = coordinate
    self.accuracy = accuracy
    self.siteID = siteID
    self.name = name
  }

  public init(_ site: Site) {
    self.init(coordinate: site.coordinate, accuracy: site.accuracy, siteID: site.id, name: site.name)
  }
}
