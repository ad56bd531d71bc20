internal import CordonKit
internal import GeoModel
internal import Geocoding
internal import Proximity
internal import Reading

/// The toponyms of documents, in the forms `geocode` prints them in.
struct ToponymList {
  /// Which mentions to print: a handful, which looking through is faster than hashing for each of many mentions.
  let roles: [Mention.Role]
  /// Whether to print "the embassy", which names nothing itself.
  let anaphora: Bool
  let explains: Bool

  func chosen(_ toponyms: [Toponym]) -> [Toponym] {
    toponyms.filter(isChosen)
  }

  private func isChosen(_ toponym: Toponym) -> Bool {
    roles.contains(toponym.role) && (anaphora || !toponym.isAnaphoric)
  }

  /// The line of a document as UTF-8, without its end; of a part of a document what stands between `opening` and
  /// `closing`, with a comma before each toponym.
  func line(_ mentions: [Mention], in document: Document, _ reader: ToponymReader) -> [UInt8] {
    var writer = JSONWriter()
    // What most toponyms take.
    writer.reserve(100 + mentions.count * 300)
    if document.part == nil { open(document.id, &writer) }
    var isFirst = document.part == nil
    mentions.withUnsafeBufferPointer { mentions in
      for index in mentions.indices
      where roles.contains(mentions[index].role) && (anaphora || !mentions[index].isAnaphoric) {
        if !isFirst { writer.append(raw: ",") }
        isFirst = false
        reader.append(mentions[index], of: document, to: &writer)
      }
    }
    if document.part == nil { writer.append(raw: "]}") }
    return writer.finish()
  }

  /// What stands before the toponyms of a document that comes in parts.
  func opening(_ first: FoundToponyms) -> [UInt8] {
    var writer = JSONWriter()
    if first.part?.isIDLate ?? false {
      writer.append(raw: "{\"toponyms\":[")
    } else {
      open(first.document, &writer)
    }
    return writer.finish()
  }

  /// What stands behind them: also the id, if it was not known before.
  func closing(_ last: FoundToponyms) -> [UInt8] {
    var writer = JSONWriter()
    writer.append(raw: "]")
    if last.part?.isIDLate ?? false {
      writer.append(raw: ",\"id\":")
      writer.append(last.document)
    }
    writer.append(raw: "}")
    return writer.finish()
  }

  private func open(_ document: String, _ writer: inout JSONWriter) {
    writer.append(raw: "{\"id\":")
    writer.append(document)
    writer.append(raw: ",\"toponyms\":[")
  }

  /// The record of a document: `{"id", "toponyms": [...]}`, and `"spans"` when it explains.
  func record(_ found: FoundToponyms) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(found.document)), ("toponyms", .array(chosen(found.toponyms).map(record))),
    ]
    if explains {
      // What was taken for no name stays: a trainer learns from it.
      let names = found.explained.filter { $0.role != .demonym || roles.contains(.demonym) }
      members.append(("spans", .array(names.map(ExplanationList.record))))
    }
    return .object(JSONObject(members))
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
    if explains || toponym.coordinate == nil {
      members.append(("reasons", .array(toponym.reasons.map(JSONValue.string))))
    }
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

  /// A row for each.
  func add(_ toponyms: [Toponym], to table: inout TextTable) {
    for toponym in chosen(toponyms) {
      table.add([
        String(toponym.start), String(toponym.end), toponym.text, toponym.name ?? "?",
        toponym.role == .place || toponym.role == .site ? toponym.kind ?? "" : toponym.role.rawValue,
        toponym.country ?? "", toponym.coordinate.map { GeoURI(coordinate: $0).description } ?? "",
        toponym.uncertainty?.roundedLabel ?? "", toponym.probability.fixed(2),
      ])
    }
  }

  /// A line for each that has no position, and with `explains` for all others: what it goes by.
  func notes(_ toponyms: [Toponym]) -> [String] {
    chosen(toponyms).filter { explains || $0.coordinate == nil }.map { toponym in
      SafeText.line(
        "\(toponym.start)-\(toponym.end) \(toponym.text): \(toponym.reasons.joined(separator: "; "))")
    }
  }

  /// A block for each name, what it was not taken for left out.
  func explanations(_ names: [ExplainedName]) -> [String] {
    names.filter { $0.role.map(roles.contains) ?? false }.flatMap(block)
  }

  private func block(_ name: ExplainedName) -> [String] {
    var lines = ["", SafeText.line("\(name.start)-\(name.end) \(name.text)")]
    for row in ExplanationList.rows(name) {
      let space = String(repeating: " ", count: max(0, 4 - row.probability.count))
      lines.append("  " + space + row.probability + "  " + SafeText.line(row.text))
    }
    return lines
  }
}
