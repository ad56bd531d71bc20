internal import CordonKit
internal import GeoModel
internal import Geocoding

/// Explanations in the forms `geocode --explain` prints them in.
enum ExplanationList {
  /// The shape that `scripts/train_ranker.py` reads.
  static func record(_ name: ExplainedName) -> JSONValue {
    [
      "start": .int(name.start), "end": .int(name.end), "text": .string(name.text),
      "role": JSONValue(name.role?.rawValue), "likely_a_place": .decimal(name.recognition, places: 4),
      "margin": name.margin.map { .decimal($0, places: 4) } ?? .null,
      "recognition": values(name.recognitionEvidence),
      "candidates": .array(
        name.candidates.map { candidate in
          [
            "key": .string(candidate.key), "name": .string(candidate.name), "kind": .string(candidate.kind),
            "lat": .double(candidate.coordinate.latitude), "lon": .double(candidate.coordinate.longitude),
            "refused": .bool(candidate.isRefused), "probability": .decimal(candidate.probability, places: 4),
            "score": .decimal(candidate.score, places: 4), "features": values(candidate.evidence),
            "contributions": .object(
              JSONObject(
                candidate.evidence.sorted { $0.feature < $1.feature }.map {
                  ($0.feature, .decimal($0.total, places: 4))
                })),
          ]
        }),
    ]
  }

  /// By the feature's name; one that was seen twice adds up.
  private static func values(_ evidence: [Contribution]) -> JSONValue {
    let values = Dictionary(evidence.map { ($0.feature, $0.value) }, uniquingKeysWith: +)
    return .object(
      JSONObject(values.sorted { $0.key < $1.key }.map { ($0.key, .decimal($0.value, places: 6)) }))
  }

  /// A row for each of the likeliest candidates and one for each side of what was said of it.
  static func rows(_ name: ExplainedName) -> [(probability: String, text: String)] {
    var rows: [(probability: String, text: String)] = []
    rows.append(
      (name.recognition.fixed(2), "a place here:" + sides(name.recognitionEvidence)))
    for candidate in name.candidates.prefix(shown) {
      let said = candidate.isRefused ? " ruled out by the words beside it" : sides(candidate.evidence)
      rows.append((candidate.probability.fixed(2), "\(candidate.name) (\(candidate.kind)):\(said)"))
    }
    if name.candidates.count > shown {
      rows.append(("", "\(name.candidates.count - shown) more places of that name"))
    }
    if let margin = name.margin { rows.append(("", "margin \(margin.fixed(2)) over the next (log-odds)")) }
    return rows
  }

  private static let shown = 4
  private static let strongest = 4

  private static func sides(_ evidence: [Contribution]) -> String {
    let strong = evidence.filter { abs($0.total) >= 0.05 }
    let list = { (side: [Contribution]) in
      side.prefix(strongest).map { "\(words($0.feature)) \($0.total > 0 ? "+" : "")\($0.total.fixed(1))" }
        .joined(separator: ", ")
    }
    let (pro, contra) = (strong.filter { $0.total > 0 }, strong.filter { $0.total < 0 })
    return (pro.isEmpty ? "" : " for it " + list(pro) + ";")
      + (contra.isEmpty ? "" : " against it " + list(contra))
  }

  /// "parentBeside" as "parent beside".
  private static func words(_ feature: String) -> String {
    feature.reduce(into: "") { text, letter in
      if letter.isUppercase { text += " " }
      text += letter.lowercased()
    }
  }
}
