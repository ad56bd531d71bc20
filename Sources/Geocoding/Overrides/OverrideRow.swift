internal import Gazetteer
internal import GeoModel

/// A line of a user's table of names.
struct OverrideRow {
  let file: String
  let line: Int
  let columns: [String: Int]
  let fields: [String]

  /// Empty when the line ends before it.
  subscript(column: String) -> String {
    guard let index = columns[column], index < fields.count else { return "" }
    return fields[index]
  }

  func required(_ column: String) throws(PlaceOverridesError) -> String {
    let field = self[column]
    guard !field.isEmpty else { throw failure("'\(column)' is empty") }
    return field
  }

  func place(_ gazetteer: Gazetteer) throws(PlaceOverridesError) -> PlaceID {
    let key = try required("place")
    let found = Int(key).map(gazetteer.place(geonameID:)) ?? gazetteer.place(key: key)
    guard let found else {
      throw failure("the gazetteer has no place '\(key)'; 'cordon gazetteer look NAME' shows the keys")
    }
    return found.id
  }

  /// A place of the user's own, given by its point.
  func site(_ name: String) throws(PlaceOverridesError) -> Site {
    let latitude = try number("lat")
    let longitude = try number("lon")
    guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
      throw failure(
        "lat must be in -90 ... 90 and lon in -180 ... 180, not \(self["lat"]) and \(self["lon"])")
    }
    let radius = self["radius_m"].isEmpty ? Self.standardRadius : try number("radius_m")
    guard radius > 0 else { throw failure("radius_m must be more than 0, not \(self["radius_m"])") }
    return Site(
      id: "own:\(name)", name: name, kind: "place", operatorCountry: nil, hostCountry: self["country"],
      city: "",
      address: nil, coordinate: coordinate, accuracy: Meters(radius), source: file, aliases: [])
  }

  /// A village and its surroundings.
  private static let standardRadius = 1000.0

  private func number(_ column: String) throws(PlaceOverridesError) -> Double {
    let field = try required(column)
    guard let value = Double(field), value.isFinite else {
      throw failure("'\(column)' is '\(field)', not a number")
    }
    return value
  }

  func failure(_ reason: String) -> PlaceOverridesError {
    PlaceOverridesError(file: file, line: line, reason: reason)
  }
}
