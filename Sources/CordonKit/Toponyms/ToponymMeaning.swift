internal import GeoModel

/// What a name means, spelled out; shared by all names of a batch that mean it.
final class ToponymMeaning: Sendable {
  /// Its members of a JSON object, each with a comma before it.
  let members: [UInt8]
  /// Where in `members` its name and kind stand.
  private let names: Range<Int>
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
    (members, names) = (Self.nothing, 0..<0)
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
    let nameStart = writer.count
    Self.append(name, kind, to: &writer)
    names = nameStart..<writer.count
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
    members = writer.finish()
  }

  /// Something of a name and kind of its own that is only known to be at a place.
  init(name: String, kind: String, at place: ToponymMeaning) {
    self.name = name
    self.kind = kind
    geonameID = place.geonameID
    siteID = nil
    country = place.country
    coordinate = place.coordinate
    uncertainty = place.uncertainty
    wherePrecision = place.wherePrecision
    reason = nil
    // All but the names is written as for the place, of which there are many such.
    var writer = JSONWriter()
    writer.reserve(place.members.count + name.utf8.count + kind.utf8.count)
    let start = place.names.lowerBound
    let end = place.members.withUnsafeBufferPointer { members in
      writer.append(raw: UnsafeBufferPointer(rebasing: members[..<start]))
      Self.append(name, kind, to: &writer)
      let end = writer.count
      writer.append(raw: UnsafeBufferPointer(rebasing: members[place.names.upperBound...]))
      return end
    }
    names = start..<end
    members = writer.finish()
  }

  private static func append(_ name: String?, _ kind: String?, to writer: inout JSONWriter) {
    writer.append(raw: ",\"name\":")
    if let name { writer.append(name) } else { writer.append(raw: "null") }
    writer.append(raw: ",\"kind\":")
    if let kind { writer.append(kind) } else { writer.append(raw: "null") }
  }
}
