internal import Gazetteer
internal import GeoKernel
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading

/// What an analyst's values make of an incident, so that areas, distances and rings follow them.
struct Correction {
  let values: [String: JSONValue]

  var isDismissed: Bool {
    values["dismissed"]?.int == 1 || values["dismissed"]?.bool == true || values[Edits.removed] != nil
  }

  var isRemoved: Bool { values[Edits.removed] != nil }

  /// The incident whose account this is, as the analyst says.
  var mergedInto: String? { values["merged_into"]?.string.flatMap { $0.isEmpty ? nil : $0 } }

  var review: Review? {
    guard !values.isEmpty else { return nil }
    return Review(note: values["note"]?.string, isDismissed: isDismissed, edited: edited)
  }

  /// Columns whose values are the analyst's; a note, a verdict and a merger speak for themselves.
  var edited: [String] {
    values.keys.filter { !["note", "dismissed", "merged_into", "edited", Edits.removed].contains($0) }
      .sorted()
  }

  /// Everything that Cordon works with is corrected; other columns only keep what stands in them.
  func apply(to incident: inout Incident) {
    if let kind = values["kind"]?.string.flatMap(IncidentKind.init) {
      incident.kind = kind
      incident.choices["kind"] = "said by the analyst"
    }
    applyDates(to: &incident)
    applyPlace(to: &incident)
    if let value = values["killed"] { incident.killed = value.int }
    if let value = values["injured"] { incident.injured = value.int }
    if let value = values["weapon"] { incident.weapon = value.string }
    if let value = values["site_id"] { incident.siteID = value.string }
    if let value = values["site"] { incident.siteName = value.string }
    if let value = values["place"] { incident.placeName = value.string }
    if let value = values["country"] { incident.countryCode = value.string }
  }

  private func applyDates(to incident: inout Incident) {
    func day(_ names: String...) -> CalendarDate? {
      names.lazy.compactMap { values[$0]?.string.flatMap { CalendarDate(iso: $0) } }.first
    }
    let from = day("date_from", "time_start")
    let to = day("date_to", "time_end")
    guard from != nil || to != nil else { return }
    let start = from ?? min(incident.date.from, to ?? incident.date.from)
    let end = to ?? max(incident.date.to, start)
    guard start <= end else { return }
    incident.date = DaySpan(from: start, to: end, precision: values["date_prec"]?.int)
    incident.choices["date"] = "said by the analyst"
  }

  /// `geo:LAT,LON`, with all the digits a number has.
  static func position(_ text: String) -> Coordinate? {
    let numbers = text.dropFirst(4).split(separator: ",").compactMap { Double($0) }
    guard text.hasPrefix("geo:"), numbers.count == 2 else { return nil }
    return Coordinate(longitude: numbers[1], latitude: numbers[0])
  }

  private func applyPlace(to incident: inout Incident) {
    let moved = values["geom"]?.string.flatMap(Self.position)
    let radius = values["uncertainty_m"]?.number.map { Meters($0) }
    guard moved != nil || radius != nil else { return }
    var footprint = incident.footprint
    let within = max(Meters(1), min(radius ?? footprint.radius, .kilometers(19_000)))
    let center = moved ?? footprint.best
    guard let area = try? GeodesicDisc(center: center, radius: within).outline() else { return }
    footprint.reason =
      "placed by the analyst, within \(within.roundedLabel); before: \(footprint.reason)"
    footprint.geometry = area
    footprint.best = center
    footprint.radius = within
    footprint.ring = nil
    footprint.statedDistance = nil
    if moved != nil {
      // Where it is no longer follows from its relation to a site.
      footprint.relation = .near
      footprint.anchorSite = nil
    }
    incident.footprint = footprint
    incident.choices["where"] = "said by the analyst"
  }
}
