internal import GeoModel

/// What a name means, spelled out; shared by all names of a batch that mean it.
final class ToponymMeaning: Sendable {
  /// Its members of a JSON object, each with a comma before it.
  let members: [UInt8]
  let coordinate: Coordinate?
  let name: String?
  let kind: String?
  let geonameID: Int?
  let siteID: String?
  let country: String?
  let uncertainty: Meters?
  let wherePrecision: Int?
  /// Why it is not more.
  let reason: String?

  /// Of what nothing is known but why.
  init(reason: String) {
    (name, kind, geonameID, siteID, country) = (nil, nil, nil, nil, nil)
    (coordinate, uncertainty, wherePrecision) = (nil, nil, nil)
    self.reason = reason
    members = Self.nothing
  }

  /// The members of what means nothing.
  static let nothing = ToponymMeaning(name: nil).members

  init(
    name: String? = nil, kind: String? = nil, geonameID: Int? = nil, siteID: String? = nil,
    country: String? = nil, coordinate: Coordinate? = nil, uncertainty: Meters? = nil,
    wherePrecision: Int? = nil, reason: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.geonameID = geonameID
    self.siteID = siteID
    self.country = country
    self.coordinate = coordinate
    self.uncertainty = uncertainty
    self.wherePrecision = wherePrecision
    self.reason = reason
    var writer = JSONWriter()
    writer.append(raw: ",\"lat\":")
    writer.append(JSONValue(coordinate?.latitude))
    writer.append(raw: ",\"lon\":")
    writer.append(JSONValue(coordinate?.longitude))
    writer.append(raw: ",\"name\":")
    writer.append(JSONValue(name))
    writer.append(raw: ",\"kind\":")
    writer.append(JSONValue(kind))
    writer.append(raw: ",\"country\":")
    writer.append(JSONValue(country))
    writer.append(raw: ",\"geonameid\":")
    writer.append(JSONValue(geonameID))
    writer.append(raw: ",\"site\":")
    writer.append(JSONValue(siteID))
    writer.append(raw: ",\"uncertainty_m\":")
    writer.append(uncertainty.map { .decimal($0.value, places: 0) } ?? .null)
    writer.append(raw: ",\"where_prec\":")
    writer.append(JSONValue(wherePrecision))
    members = writer.bytes
  }
}
