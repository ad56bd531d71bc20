internal import GeoModel
internal import Incidents
internal import Reading

/// A GeoJSON point with a date, as lists of geolocated events have them.
enum GeoJSONEvent {
  /// What is taken when nothing says how well a point is known.
  private static let usualRadius = Meters(500)

  private static let names: [String: [String]] = [
    "from": [
      "date", "event_date", "date_from", "date_start", "datetime", "timestamp", "time", "time_start",
      "verifiedDate",
    ],
    "to": ["date_to", "date_end", "time_end"],
    "title": ["title", "name"],
    "text": ["description", "notes", "text", "summary", "title", "name"],
    "source": ["source", "sources", "provider"],
    "url": ["url", "link", "geolocation", "source_url"],
    "radius": ["uncertainty_m", "accuracy_m", "radius_m", "precision_m", "coordinateUncertaintyInMeters"],
    "place": ["place", "location", "city"],
    "country": ["country"],
    "kind": ["kind", "category", "type"],
    "weapon": ["weapon"],
  ]

  static func event(
    _ feature: Feature, number: Int, dataSet: String
  ) throws(EventRowError) -> EventRow {
    func first(_ role: String) -> JSONValue? {
      for name in names[role] ?? [] {
        if let value = feature.properties[name], value != .null, value.string != "" { return value }
      }
      return nil
    }
    guard case .point(let position)? = feature.geometry else {
      throw EventRowError(reason: "it is no point")
    }
    guard let stated = first("from")?.string else {
      throw EventRowError(
        reason: "it has no date; one of \(names["from"]?.joined(separator: ", ") ?? "") should give it")
    }
    guard let from = CalendarDate(eventDay: stated) else {
      throw EventRowError(reason: "its date '\(stated)' is not a day such as 2024-05-03")
    }
    let to = first("to")?.string.flatMap { CalendarDate(eventDay: $0) } ?? from
    guard from <= to else { throw EventRowError(reason: "it ends before it begins") }
    let radius = first("radius")?.number.flatMap { $0 > 0 && $0 < 2e7 ? Meters($0) : nil }
    let kind = first("kind")?.string.flatMap { word in
      IncidentKind(
        rawValue: word.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: "_"))
    }
    let text = first("text")?.string ?? "point \(number)"
    let within = radius ?? usualRadius
    return EventRow(
      id: feature.id, dataSet: dataSet, line: number, date: DaySpan(from: from, to: to),
      dateReason: "the date of the point, \(stated)", kind: kind ?? .other, position: position,
      radius: within,
      radiusReason: radius == nil
        ? "nothing says how well the point is known, taken as within \(Int(within.value)) m"
        : "the radius the point states, \(Int(within.value)) m",
      wherePrecision: within <= .kilometers(5) ? 1 : within <= .kilometers(25) ? 2 : 4,
      geoPrecision: within <= .kilometers(5) ? 1 : within <= .kilometers(25) ? 2 : 3,
      place: first("place")?.string, country: first("country")?.string,
      killed: feature.properties["killed"]?.int, injured: feature.properties["injured"]?.int,
      weapon: first("weapon")?.string, text: text, title: first("title")?.string,
      source: first("source")?.string, url: first("url")?.string)
  }
}
