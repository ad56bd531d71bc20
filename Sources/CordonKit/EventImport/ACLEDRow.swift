internal import GeoModel
internal import Incidents
internal import Reading

/// A row of an export of ACLED (Armed Conflict Location & Event Data; columns as in its codebook, 2023).
enum ACLEDRow {
  static let marks = ["event_id_cnty", "sub_event_type"]

  /// The radius taken for each `geo_precision`; the codebook gives words, not metres.
  private static let radii: [Int: Meters] = [
    1: .kilometers(5), 2: .kilometers(25), 3: .kilometers(100),
  ]

  static func event(_ row: NamedFields) throws(EventRowError) -> EventRow {
    let precision = try row.number("geo_precision") ?? 3
    guard let radius = radii[precision] else {
      throw EventRowError(reason: "'geo_precision' is \(precision), not 1, 2 or 3")
    }
    let day = try row.day("event_date")
    let timePrecision = try row.number("time_precision") ?? 1
    let type = row["sub_event_type"] ?? row["event_type"] ?? ""
    return EventRow(
      id: try row.required("event_id_cnty"), dataSet: "acled", line: row.line,
      date: try span(day, timePrecision),
      dateReason: "event_date \(day), time_precision \(timePrecision)", kind: kind(type),
      position: try row.position(longitude: "longitude", latitude: "latitude"), radius: radius,
      radiusReason: "ACLED's geo_precision \(precision), taken as within \(Int(radius.value / 1000)) km",
      wherePrecision: precision == 1 ? 1 : precision == 2 ? 2 : 4, geoPrecision: precision,
      place: row["location"], country: row["country"], killed: try row.number("fatalities"),
      text: row["notes"] ?? type, title: [type, row["location"]].compactMap(\.self).joined(separator: ": "),
      source: row["source"],
      rules: ["ACLED's sub_event_type '\(type)' is taken as \(kind(type).label)"])
  }

  private static func span(_ day: CalendarDate, _ precision: Int) throws(EventRowError) -> DaySpan {
    switch precision {
    case 1: return DaySpan(day: day)
    case 2: return DaySpan(from: day.adding(days: -3), to: day.adding(days: 3), precision: 3)
    case 3:
      let first = day.adding(days: 1 - day.day)
      let last = first.adding(days: CalendarDate.days(inMonth: day.month, year: day.year) - 1)
      return DaySpan(from: first, to: last, precision: 4)
    default: throw EventRowError(reason: "'time_precision' is \(precision), not 1, 2 or 3")
    }
  }

  /// What a sub-event type says for certain; of kinds that share one, the plainest.
  private static func kind(_ type: String) -> IncidentKind {
    switch type.lowercased() {
    case "air/drone strike": .airStrike
    case "shelling/artillery/missile attack": .shelling
    case "remote explosive/landmine/ied", "suicide bomb", "grenade": .bombing
    case "attack", "armed clash", "sexual violence": .armedAttack
    case "mob violence", "violent demonstration": .mobViolence
    case "abduction/forced disappearance": .abduction
    default: .other
    }
  }
}
