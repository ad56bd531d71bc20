internal import GeoModel

/// What a name means, spelled out; shared by all names of a batch that mean it.
final class ToponymMeaning: Sendable {
  /// All but what JSON calls it by.
  struct Facts: Sendable {
    var name: String?
    var kind: String?
    var geonameID: Int?
    var siteID: String?
    /// ISO 3166 alpha-2.
    var country: String?
    var coordinate: Coordinate?
    var uncertainty: Meters?
    var wherePrecision: Int?
  }

  private let facts: Facts
  /// Why it is not more.
  let reason: String?
  /// Its members of a JSON object, and where in them its name and kind stand; `nil` for what few names mean.
  private let written: (members: [UInt8], names: Range<Int>)?
  /// What it is only known to be at: all but its names is written as for that, of which there are many such.
  private let place: ToponymMeaning?

  var coordinate: Coordinate? { facts.coordinate }
  var name: String? { facts.name }
  var kind: String? { facts.kind }
  var geonameID: Int? { facts.geonameID }
  var siteID: String? { facts.siteID }
  var country: String? { facts.country }
  var uncertainty: Meters? { facts.uncertainty }
  var wherePrecision: Int? { facts.wherePrecision }

  /// - Parameter isShared: whether many names mean it, so that its JSON is kept.
  init(_ facts: Facts, isShared: Bool = false, reason: String? = nil) {
    self.facts = facts
    self.reason = reason
    place = nil
    guard isShared else {
      written = nil
      return
    }
    var writer = JSONWriter()
    let names = Self.write(facts, to: &writer)
    written = (writer.finish(), names)
  }

  /// Something of a name and kind of its own that is only known to be at a place.
  init(name: String, kind: String, at place: ToponymMeaning) {
    var facts = place.facts
    (facts.name, facts.kind, facts.siteID) = (name, kind, nil)
    self.facts = facts
    reason = nil
    written = nil
    self.place = place
  }

  /// Of what nothing is known but why.
  init(reason: String) {
    facts = Facts()
    self.reason = reason
    (written, place) = (nil, nil)
  }

  /// What means nothing.
  static let nothing = ToponymMeaning(Facts(), isShared: true)

  /// Writes its members of a JSON object, each with a comma before it.
  func write(to writer: inout JSONWriter) {
    if let written { return written.members.withUnsafeBufferPointer { writer.append(raw: $0) } }
    guard let written = place?.written else {
      _ = Self.write(facts, to: &writer)
      return
    }
    written.members.withUnsafeBufferPointer { members in
      writer.append(raw: UnsafeBufferPointer(rebasing: members[..<written.names.lowerBound]))
      Self.writeNames(facts, to: &writer)
      writer.append(raw: UnsafeBufferPointer(rebasing: members[written.names.upperBound...]))
    }
  }

  /// Where the name and the kind stand.
  private static func write(_ facts: Facts, to writer: inout JSONWriter) -> Range<Int> {
    writer.append(raw: ",\"lat\":")
    writer.append(JSONValue(facts.coordinate?.latitude))
    writer.append(raw: ",\"lon\":")
    writer.append(JSONValue(facts.coordinate?.longitude))
    let start = writer.count
    writeNames(facts, to: &writer)
    let names = start..<writer.count
    writer.append(raw: ",\"country\":")
    writer.append(JSONValue(facts.country))
    writer.append(raw: ",\"geonameid\":")
    writer.append(JSONValue(facts.geonameID))
    writer.append(raw: ",\"site\":")
    writer.append(JSONValue(facts.siteID))
    writer.append(raw: ",\"uncertainty_m\":")
    writer.append(facts.uncertainty.map { .decimal($0.value, places: 0) } ?? .null)
    writer.append(raw: ",\"where_prec\":")
    writer.append(JSONValue(facts.wherePrecision))
    return names
  }

  private static func writeNames(_ facts: Facts, to writer: inout JSONWriter) {
    writer.append(raw: ",\"name\":")
    if let name = facts.name { writer.append(name) } else { writer.append(raw: "null") }
    writer.append(raw: ",\"kind\":")
    if let kind = facts.kind { writer.append(kind) } else { writer.append(raw: "null") }
  }
}
