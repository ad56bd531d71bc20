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

  /// Whether a mention is to be printed.
  func isChosen(_ mention: Mention) -> Bool {
    roles.contains(mention.role) && (anaphora || !mention.isAnaphoric)
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
      where isChosen(mentions[index]) {
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
      ("id", .string(found.document)), ("toponyms", .array(found.toponyms.map(record))),
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
    toponyms.compactMap { toponym in
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

  private static let titles = TextTable([
    ("START", .right), ("END", .right), ("TEXT", .left), ("MEANS", .left), ("KIND", .left),
    ("COUNTRY", .left),
    ("POSITION", .left), ("WITHIN", .right), ("LIKELY", .right),
  ])

  /// The places of a document as a table, or that there are none; below it why some have no position.
  ///
  /// - Parameters:
  ///   - toponyms: those to print, see `isChosen`.
  ///   - isPart: whether they are those of a part of a document.
  func table(_ toponyms: [Toponym], _ explained: [ExplainedName], isPart: Bool) -> [UInt8] {
    var output = JSONWriter()
    if toponyms.isEmpty {
      output.append(raw: isPart ? "  no more places here\n" : "  no places\n")
    } else {
      var table = Self.titles
      table.reserve(rows: toponyms.count)
      for toponym in toponyms { add(toponym, to: &table) }
      table.write(to: &output, margin: "  ")
    }
    let notes = notes(toponyms)
    if !notes.isEmpty { output.append(raw: "\n") }
    for var line in notes + explanations(explained) {
      output.append(raw: "  ")
      line.withUTF8 { output.append(raw: $0) }
      output.append(raw: "\n")
    }
    return output.finish()
  }

  private func add(_ toponym: Toponym, to table: inout TextTable) {
    table.add { $0.append(toponym.start) }
    table.add { $0.append(toponym.end) }
    table.add(toponym.text)
    table.add(toponym.name ?? "?")
    table.add(
      toponym.role == .place || toponym.role == .site ? toponym.kind ?? "" : toponym.role.rawValue)
    table.add(toponym.country ?? "")
    table.add { writer in
      if let coordinate = toponym.coordinate { GeoURI(coordinate: coordinate).write(to: &writer) }
    }
    table.add { writer in
      guard let (number, unit) = toponym.uncertainty?.roundedNumber else { return }
      writer.append(shortest: number)
      writer.append(raw: unit)
    }
    table.add { $0.append(fixed: toponym.probability, decimals: 2) }
  }

  /// A line for each that has no position, and with `explains` for all others: what it goes by.
  private func notes(_ toponyms: [Toponym]) -> [String] {
    toponyms.lazy.filter { explains || $0.coordinate == nil }.map { toponym in
      SafeText.line(
        "\(toponym.start)-\(toponym.end) \(toponym.text): \(toponym.reasons.joined(separator: "; "))")
    }
  }

  /// A block for each name, what it was not taken for left out.
  private func explanations(_ names: [ExplainedName]) -> [String] {
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
