internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading

extension ReportWords {
  /// "500 m", "1.5 km", with the language's decimal mark.
  func distance(_ length: Meters) -> String {
    let (number, unit) = length.roundedParts
    let marked = number.split(separator: ".").joined(separator: self("units.decimal"))
    return self("units.\(unit)", ["n": marked])
  }

  /// "85 %"; a chance that is not nothing is never shown as 0 %, nor one short of certainty as 100 %.
  func percent(_ share: Double) -> String {
    if share > 0, share < 0.01 { return self("units.percent_under", ["n": "1"]) }
    if share < 1, share > 0.99 { return self("units.percent_over", ["n": "99"]) }
    return self("units.percent", ["n": String(Int((share * 100).rounded()))])
  }

  /// From the first ring with a chance to the first that is certain: "500 m: 62 %, 1 km: 100 %".
  func chances(_ exposure: Exposure) -> String {
    var parts: [String] = []
    for ring in exposure.within where ring.probability > 0 {
      parts.append(
        self(
          "units.within", ["distance": distance(ring.radius), "chance": percent(ring.probability)]))
      if ring.probability == 1 { break }
    }
    return parts.isEmpty ? self("no_ring") : parts.joined(separator: ", ")
  }

  /// "near a site, within 130 m".
  func precision(_ incident: Incident) -> String {
    word("precisions", PrecisionClass(of: incident).rawValue) + ", "
      + self("within", ["distance": distance(incident.footprint.radius)])
  }

  /// Killed and injured, where anybody says so.
  func people(_ incident: Incident) -> String {
    let parts = [
      toll("killed", incident.killed, incident.tellsOfKilled),
      toll("injured", incident.injured, incident.tellsOfInjured),
    ].compactMap(\.self)
    return parts.isEmpty ? self("not_stated") : parts.joined(separator: ", ")
  }

  /// The same of one account; `nil` when it says nothing of it.
  func people(_ account: Account) -> String? {
    let parts = [
      toll("killed", account.killed?.count, account.killed != nil),
      toll("injured", account.injured?.count, account.injured != nil),
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func toll(_ word: String, _ count: Int?, _ told: Bool) -> String? {
    if let count { return self(word, ["n": String(count)]) }
    return told ? self("\(word)_some") : nil
  }

  func kind(_ kind: IncidentKind) -> String { word("kinds", kind.rawValue) }

  /// With a capital, for headings and cells.
  func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// A day or a month as it is, anything else with both ends in words.
  func date(_ span: DaySpan) -> String {
    let label = span.label
    guard label.contains("/") else { return label }
    return self("period", ["from": span.from.description, "to": span.to.description])
  }
}

extension ReportWords {
  /// "45 m to 130 m", as exact as it is known.
  func range(_ exposure: Exposure) -> String {
    let known = exposure.asKnown
    return self("units.to", ["from": distance(known.nearest), "to": distance(known.farthest)])
  }
}
