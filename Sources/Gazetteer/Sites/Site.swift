public import GeoModel

/// A registered location.
public struct Site: Hashable, Sendable, Identifiable {
  public var id: String
  public var name: String
  public var kind: String
  /// ISO 3166 alpha-2, or `nil`.
  public var operatorCountry: String?
  public var hostCountry: String
  public var city: String
  public var address: String?
  public var coordinate: Coordinate
  /// Radius within which the site lies.
  public var accuracy: Meters
  public var source: String
  /// The year of which the position is known; `nil`: whenever something is said to have been there.
  public var asOf: Int?
  public var aliases: [String]

  public init(
    id: String, name: String, kind: String, operatorCountry: String?, hostCountry: String, city: String,
    address: String?, coordinate: Coordinate, accuracy: Meters, source: String, asOf: Int? = nil,
    aliases: [String]
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.operatorCountry = operatorCountry
    self.hostCountry = hostCountry
    self.city = city
    self.address = address
    self.coordinate = coordinate
    self.accuracy = accuracy
    self.source = source
    self.asOf = asOf
    self.aliases = aliases
  }
}
