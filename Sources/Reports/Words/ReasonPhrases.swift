internal import Incidents

/// Reasons in the language of a report.
///
/// Incidents state their reasons as English sentences. The section `why` of `en.yaml` has the forms of these with
/// places for what varies; that of another language says the same under the same name. What fits no form stays
/// as it is.
struct ReasonPhrases: Sendable {
  private struct Form {
    /// Texts between places; one more than there are places.
    let texts: [String]
    let places: [String]
    let name: String
  }

  private let forms: [Form]

  /// - Parameter entries: the English words of reports.
  init(english entries: [String: String]) {
    forms = entries.filter { $0.key.hasPrefix("why.") }.map { name, text in
      var texts = [""]
      var places: [String] = []
      for character in text {
        switch character {
        case "{":
          places.append("")
          texts.append("")
        case "}": places[places.count - 1] = "{\(places[places.count - 1])}"
        default:
          if let last = places.last, !last.hasSuffix("}") {
            places[places.count - 1].append(character)
          } else {
            texts[texts.count - 1].append(character)
          }
        }
      }
      return Form(texts: texts, places: places.map { String($0.dropFirst().dropLast()) }, name: name)
    }
    // What says more is tried first.
    .sorted { ($1.texts.joined().count, $0.name) < ($0.texts.joined().count, $1.name) }
  }

  /// A reason of several parts, in the words of a language.
  func translated(_ reason: String, _ words: ReportWords) -> String {
    let (head, rest) = Self.quoted(reason[...])
    let stop = rest.hasSuffix(".") ? "." : ""
    let parts = rest.dropLast(stop.count).split(separator: "; ", omittingEmptySubsequences: false)
    return head + parts.map { clause($0, words) }.joined(separator: "; ") + stop
  }

  /// "'near the mission': …": the words of the document stay as they are.
  private func clause(_ text: Substring, _ words: ReportWords) -> String {
    let (head, rest) = Self.quoted(text)
    return head + part(rest, words)
  }

  private static func quoted(_ text: Substring) -> (head: Substring, rest: Substring) {
    guard text.hasPrefix("'"), let end = text.range(of: "': ") else { return (text.prefix(0), text) }
    return (text[..<end.upperBound], text[end.upperBound...])
  }

  private func part(_ text: Substring, _ words: ReportWords) -> String {
    // "+0.10 the day is known": the weight stays.
    if let first = text.first, "+−".contains(first), let blank = text.firstIndex(of: " ") {
      return String(text[...blank]) + part(text[text.index(after: blank)...], words)
    }
    for form in forms {
      guard let values = Self.values(of: form, in: text),
        zip(values, form.places).allSatisfy({ Self.fits($0, $1) })
      else { continue }
      return words.filled(
        form.name,
        zip(form.places, values).map { place, value in (key: place, value: translated(value, place, words)) })
    }
    return String(text)
  }

  private func translated(_ value: Substring, _ place: String, _ words: ReportWords) -> String {
    switch place {
    case "area", "extent", "reason", "words": clause(value, words)
    case "distance", "radius": measure(value, words)
    case "n": number(value, words)
    case "direction": words.word("directions", String(value))
    case "word": words.word("closeness", String(value))
    case "kind": words.word("anchors", String(value))
    case "kinds":
      value.split(separator: ", ").map { label in
        IncidentKind.allCases.first { $0.label == label }.map(words.kind) ?? String(label)
      }.joined(separator: ", ")
    default: String(value)
    }
  }

  /// "1.5 km" or "40–60 m" in the units of the language.
  private func measure(_ value: Substring, _ words: ReportWords) -> String {
    guard let blank = value.lastIndex(of: " "), ["m", "km"].contains(value[value.index(after: blank)...])
    else {
      return String(value)
    }
    return words.filled(
      "units.\(value[value.index(after: blank)...])", [("n", number(value[..<blank], words))])
  }

  /// "1,500" and "0.6" with the marks of the language: thousands stand apart, as a comma would be taken for the other.
  private func number(_ value: Substring, _ words: ReportWords) -> String {
    value.split(separator: ",").joined(separator: "\u{A0}").split(separator: ".")
      .joined(separator: words("units.decimal"))
  }

  /// Whether a text may stand at a place: words of a document stand in their marks, and a name is no longer rule.
  private static func fits(_ value: Substring, _ place: String) -> Bool {
    switch place {
    case "quote": value.hasPrefix("“") && value.hasSuffix("”")
    case "name": value.firstRange(of: " enlarged by ") == nil
    default: true
    }
  }

  /// What stands at the places; `nil` when a text is of another form.
  private static func values(of form: Form, in text: Substring) -> [Substring]? {
    guard text.hasPrefix(form.texts[0]) else { return nil }
    var rest = text.dropFirst(form.texts[0].count)
    var values: [Substring] = []
    for (number, next) in form.texts.dropFirst().enumerated() {
      if number == form.places.count - 1 {
        guard rest.hasSuffix(next), rest.count > next.count else { return nil }
        values.append(rest.dropLast(next.count))
        return values
      }
      guard let range = rest.range(of: next), range.lowerBound > rest.startIndex else { return nil }
      values.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return rest.isEmpty ? values : nil
  }
}

extension Substring {
  /// The first place a text stands at.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
