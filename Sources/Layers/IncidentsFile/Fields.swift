internal import GeoModel
internal import Reading

/// What is wrong with one member of a file.
package struct FieldError: Error {
  package let place: String
  package let reason: String
}

/// A JSON object whose members are asked for by name and kind.
struct Fields {
  private let object: JSONObject
  private let place: String

  init(_ value: JSONValue, at place: String) throws(FieldError) {
    guard let object = value.object else {
      throw FieldError(place: place, reason: "should be an object, not \(value.kindName)")
    }
    self.object = object
    self.place = place
  }

  func error(_ name: String, _ reason: String) -> FieldError {
    FieldError(place: "\(place), member \"\(name)\"", reason: reason)
  }

  func required(_ name: String) throws(FieldError) -> JSONValue {
    guard let value = object[name] else { throw error(name, "is missing") }
    return value
  }

  /// A member that may be `null` or missing.
  private func optional<T>(
    _ name: String, _ kind: String, _ read: (JSONValue) -> T?
  ) throws(FieldError) -> T? {
    guard let value = object[name], value != .null else { return nil }
    guard let result = read(value) else { throw error(name, "should be \(kind), not \(value.kindName)") }
    return result
  }

  private func present<T>(_ name: String, _ value: T?) throws(FieldError) -> T {
    guard let value else { throw error(name, object[name] == nil ? "is missing" : "is null") }
    return value
  }

  func optionalString(_ name: String) throws(FieldError) -> String? {
    try optional(name, "a string") { $0.string }
  }

  func optionalInt(_ name: String) throws(FieldError) -> Int? {
    try optional(name, "a whole number") { $0.int }
  }

  func string(_ name: String) throws(FieldError) -> String {
    try present(name, try optionalString(name))
  }

  func int(_ name: String) throws(FieldError) -> Int { try present(name, try optionalInt(name)) }

  func number(_ name: String) throws(FieldError) -> Double {
    try present(name, try optional(name, "a number") { $0.number })
  }

  func meters(_ name: String) throws(FieldError) -> Meters {
    let value = try number(name)
    guard value >= 0, value.isFinite else { throw error(name, "should be a length, not \(value)") }
    return Meters(value)
  }

  func date(_ name: String) throws(FieldError) -> CalendarDate {
    let text = try string(name)
    guard let date = CalendarDate(iso: text) else { throw error(name, "\"\(text)\" is not a day") }
    return date
  }

  /// One of the words of an enumeration.
  func word<T: RawRepresentable<String>>(_ name: String, as type: T.Type) throws(FieldError) -> T {
    let text = try string(name)
    guard let value = T(rawValue: text) else { throw error(name, "\"\(text)\" is not a known word") }
    return value
  }

  func position(longitude: String, latitude: String) throws(FieldError) -> Coordinate {
    let (lon, lat) = (try number(longitude), try number(latitude))
    guard let position = Coordinate(longitude: lon, latitude: lat) else {
      throw error(latitude, "the position \(lat), \(lon) is out of range")
    }
    return position
  }

  func optionalGeometry(_ name: String) throws(FieldError) -> Geometry? {
    guard let value = object[name], value != .null else { return nil }
    do {
      return try Geometry(geoJSON: value)
    } catch {
      throw self.error(name, error.description)
    }
  }

  func geometry(_ name: String) throws(FieldError) -> Geometry {
    try present(name, try optionalGeometry(name))
  }

  func optionalFields(_ name: String) throws(FieldError) -> Fields? {
    guard let value = object[name], value != .null else { return nil }
    return try Fields(value, at: "\(place), \(name)")
  }

  func fields(_ name: String) throws(FieldError) -> Fields {
    try Fields(try required(name), at: "\(place), \(name)")
  }

  /// A list of objects; none when the member is missing.
  func objects(_ name: String) throws(FieldError) -> [Fields] {
    let list = try optional(name, "a list") { $0.array } ?? []
    var result: [Fields] = []
    for (index, value) in list.enumerated() {
      result.append(try Fields(value, at: "\(place), \(name) \(index + 1)"))
    }
    return result
  }

  /// A list of strings; none when the member is missing.
  func strings(_ name: String) throws(FieldError) -> [String] {
    let list = try optional(name, "a list") { $0.array } ?? []
    let texts = list.compactMap(\.string)
    guard texts.count == list.count else { throw error(name, "should hold strings only") }
    return texts
  }

  /// An object of strings; empty when the member is missing.
  func dictionary(_ name: String) throws(FieldError) -> [String: String] {
    let members = try optional(name, "an object") { $0.object }?.members ?? []
    var result: [String: String] = [:]
    for member in members {
      guard let text = member.value.string else { throw error(name, "should hold strings only") }
      result[member.name] = text
    }
    return result
  }
}
