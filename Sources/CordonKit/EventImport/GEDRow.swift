internal import GeoModel
internal import Incidents
internal import Reading

/// A row of UCDP GED (Georeferenced Event Dataset; columns as in its codebook, version 23.1).
enum GEDRow {
  static let marks = ["where_prec", "date_prec"]

  /// The radius taken for each `where_prec`: 25 km is the codebook's own for 2, the others are typical sizes.
  private static let radii: [Int: Meters] = [
    1: .kilometers(5), 2: .kilometers(25), 3: .kilometers(50), 4: .kilometers(150), 5: .kilometers(100),
    6: .kilometers(500), 7: .kilometers(1000),
  ]

  static func event(_ row: NamedFields) throws(EventRowError) -> EventRow {
    let precision = try row.number("where_prec") ?? 6
    guard let radius = radii[precision] else {
      throw EventRowError(reason: "'where_prec' is \(precision), not 1 to 7")
    }
    let from = try row.day("date_start")
    let to = row["date_end"] == nil ? from : try row.day("date_end")
    guard from <= to else { throw EventRowError(reason: "'date_end' lies before 'date_start'") }
    let datePrecision = try row.number("date_prec")
    let best = try row.number("best")
    var rules = ["GED tells no kind of weapon; an event of it is taken as an armed attack"]
    if let low = row["low"], let high = row["high"], low != high {
      rules.append("GED counts \(low) to \(high) deaths")
    }
    return EventRow(
      id: try row.required("id"), dataSet: "ged", line: row.line,
      date: DaySpan(from: from, to: to, precision: datePrecision),
      dateReason:
        "date_start \(from), date_end \(to), date_prec \(datePrecision.map(String.init) ?? "not given")",
      kind: .armedAttack, position: try row.position(longitude: "longitude", latitude: "latitude"),
      radius: radius,
      radiusReason: "GED's where_prec \(precision), taken as within \(Int(radius.value / 1000)) km",
      wherePrecision: precision, geoPrecision: precision <= 1 ? 1 : precision <= 3 ? 2 : 3,
      place: row["where_coordinates"] ?? row["adm_1"], country: row["country"], killed: best,
      text: row["source_headline"] ?? row["source_article"] ?? row["where_description"] ?? "GED event",
      title: row["dyad_name"] ?? row["conflict_name"], source: row["source_office"] ?? row["source_article"],
      rules: rules)
  }
}
