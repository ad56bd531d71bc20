internal import CordonKit
internal import GeoModel
internal import Geocoding
internal import Proximity

/// The toponyms of documents, in the forms `geocode` prints them in.
struct ToponymList {
  /// Which mentions to print.
  let roles: Set<Mention.Role>
  let explains: Bool

  func chosen(_ toponyms: [Toponym]) -> [Toponym] { toponyms.filter { roles.contains($0.role) } }

  /// The line of a document: `{"id", "toponyms": [...]}`.
  func record(document: String, _ toponyms: [Toponym]) -> JSONValue {
    ["id": .string(document), "toponyms": .array(chosen(toponyms).map(record))]
  }

  private func record(_ toponym: Toponym) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("start", .int(toponym.start)), ("end", .int(toponym.end)), ("text", .string(toponym.text)),
      ("lat", JSONValue(toponym.coordinate?.latitude)), ("lon", JSONValue(toponym.coordinate?.longitude)),
    ]
    members += properties(toponym)
    return .object(JSONObject(members))
  }

  private func properties(_ toponym: Toponym) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("name", JSONValue(toponym.name)), ("kind", JSONValue(toponym.kind)),
      ("country", JSONValue(toponym.country)), ("geonameid", JSONValue(toponym.geonameID)),
      ("site", JSONValue(toponym.siteID)),
      ("uncertainty_m", toponym.uncertainty.map { .decimal($0.value, places: 0) } ?? .null),
      ("where_prec", JSONValue(toponym.wherePrecision)), ("role", .string(toponym.role.rawValue)),
      ("probability", .decimal(toponym.probability, places: 3)), ("anaphoric", .bool(toponym.isAnaphoric)),
    ]
    if explains { members.append(("reasons", .array(toponym.reasons.map(JSONValue.string)))) }
    return members
  }

  /// Points; what has no position is only in the other forms.
  func features(document: String, _ toponyms: [Toponym]) -> [Feature] {
    chosen(toponyms).compactMap { toponym in
      guard let coordinate = toponym.coordinate else { return nil }
      return Feature(
        id: "\(document)#\(toponym.start)-\(toponym.end)", geometry: .point(coordinate),
        properties: JSONObject(
          [
            ("document", .string(document)), ("start", .int(toponym.start)), ("end", .int(toponym.end)),
            ("text", .string(toponym.text)),
          ] + properties(toponym)))
    }
  }

  static let columns: [(title: String, alignment: TextTable.Alignment)] = [
    ("START", .right), ("END", .right), ("TEXT", .left), ("MEANS", .left), ("KIND", .left),
    ("COUNTRY", .left),
    ("POSITION", .left), ("WITHIN", .right), ("LIKELY", .right),
  ]

  /// With `explains`, a row for each reason follows.
  func add(_ toponyms: [Toponym], to table: inout TextTable) {
    for toponym in chosen(toponyms) {
      table.add([
        String(toponym.start), String(toponym.end), toponym.text, toponym.name ?? "?",
        toponym.role == .place || toponym.role == .site ? toponym.kind ?? "" : toponym.role.rawValue,
        toponym.country ?? "", toponym.coordinate.map { GeoURI(coordinate: $0).description } ?? "",
        toponym.uncertainty?.roundedLabel ?? "", toponym.probability.fixed(2),
      ])
      guard explains else { continue }
      for reason in toponym.reasons {
        table.add(["", "", "", "  " + reason] + Array(repeating: "", count: 5))
      }
    }
  }
}
