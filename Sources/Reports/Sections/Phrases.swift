internal import Gazetteer
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading

extension DaySpan {
  /// "2025-11-14" or "2025-08-01 to 2025-08-31".
  var phrase: String { from == to ? "\(from)" : "\(from) to \(to)" }
}

extension Exposure {
  var rangePhrase: String { "\(nearest.roundedLabel) to \(farthest.roundedLabel)" }
}

extension Incident {
  /// How well the place is known: "near a site, within 130 m".
  var precisionPhrase: String {
    "\(PrecisionClass(of: self).label), within \(footprint.radius.roundedLabel)"
  }

  /// Killed and injured, where anybody says so.
  var casualtyPhrase: String {
    let parts = [toll(killed, \.killed, "killed"), toll(injured, \.injured, "injured")].compactMap(\.self)
    return parts.isEmpty ? "not stated" : parts.joined(separator: ", ")
  }

  private func toll(_ count: Int?, _ told: KeyPath<Account, Toll?>, _ word: String) -> String? {
    if let count { return "\(count) \(word)" }
    return accounts.contains { $0[keyPath: told] != nil } ? "some \(word), number not stated" : nil
  }

  var sourcesPhrase: String { documents.map(MarkdownText.escaped).joined(separator: ", ") }

  /// Where the details stand on this page.
  var anchorName: String {
    "incident-"
      + String(
        String.UnicodeScalarView(
          id.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" }))
  }

  /// The title as a link to the details.
  var titleLink: String { "[\(MarkdownText.escaped(title))](#\(anchorName))" }
}

/// "85 %"; a chance that is not nothing is never shown as 0 %, nor one short of certainty as 100 %.
func percent(_ share: Double) -> String {
  if share > 0, share < 0.01 { return "under 1 %" }
  if share < 1, share > 0.99 { return "over 99 %" }
  return "\(Int((share * 100).rounded())) %"
}

/// "1 incident", "7 incidents".
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}
