internal import Gazetteer
internal import GeoModel
internal import Geocoding
public import Incidents
package import Proximity
internal import Reading

extension CaseIndex {
  /// Points: the best estimate of each incident, never without its radius and precision.
  package var incidentLayer: Layer {
    Layer(
      name: "incidents",
      description: "What happened, one point an incident; uncertainty_m is the radius it lies within, and "
        + "footprints holds the area",
      family: .point, columns: Self.incidentColumns,
      rows: content.incidents.map { incident in
        Layer.Row(id: incident.id, geometry: .point(incident.footprint.best), values: values(of: incident))
      })
  }

  private static let incidentColumns = [
    Column("title", .text),
    Column("time_start", .dateTime),
    Column("time_end", .dateTime),
    Column("date_from", .date),
    Column("date_to", .date),
    Column("date_prec", .integer),
    Column("date_precision", .text),
    Column("kind", .text),
    Column("sub_event_type", .text),
    Column("precision", .text),
    Column("site_id", .text),
    Column("site", .text),
    Column("place", .text),
    Column("country", .text),
    Column("lat", .real),
    Column("lon", .real),
    Column("uncertainty_m", .real),
    Column("where_prec", .integer),
    Column("geo_precision", .integer),
    Column("relation", .text),
    Column("anchor", .text),
    Column("stated_distance", .text),
    Column("stated_distance_m", .real),
    Column("near_site_id", .text),
    Column("near_site", .text),
    Column("distance_m", .real),
    Column("distance_min_m", .real),
    Column("distance_max_m", .real),
    Column("bearing_deg", .real),
    Column("killed", .integer),
    Column("injured", .integer),
    Column("weapon", .text),
    Column("confidence", .real),
    Column("n_accounts", .integer),
    Column("n_documents", .integer),
    Column("n_claims", .integer),
    Column("n_disagreements", .integer),
    Column("disagreements", .text),
    Column("reason", .text),
    Column("edited", .text),
    Column("note", .text),
    Column("dismissed", .boolean),
    Column("merged_into", .text),
    Column("documents", .json),
    Column("evidence", .json),
  ]

  private func values(of incident: Incident) -> [Value] {
    let footprint = incident.footprint
    let main = mainExposure(of: incident)
    let review = content.reviews[incident.id]
    let documents = incident.documents
    return [
      .string(incident.title),
      .startOfDay(incident.date.from),
      .endOfDay(incident.date.to),
      .date(incident.date.from),
      .date(incident.date.to),
      .integer(incident.date.precision),
      .string(incident.date.precisionName),
      .string(incident.kind.rawValue),
      .string(incident.kind.acledSubEventType),
      .string(PrecisionClass(of: incident).rawValue),
      .string(incident.siteID),
      .string(incident.siteName),
      .string(incident.placeName),
      .string(incident.countryCode),
      .degrees(footprint.best.latitude, places: 1e7),
      .degrees(footprint.best.longitude, places: 1e7),
      .meters(footprint.radius),
      .integer(footprint.wherePrecision),
      .integer(footprint.geoPrecision),
      .string(footprint.relation.rawValue),
      .string(footprint.anchorName),
      .string(footprint.statedDistance?.text),
      .meters(footprint.statedDistance?.best),
      .string(main?.site),
      .string(main.flatMap { sites[$0.site]?.name }),
      .meters(main?.best),
      .meters(main?.nearest),
      .meters(main?.farthest),
      main?.bearingValue ?? .null,
      .integer(incident.killed),
      .integer(incident.injured),
      .string(incident.weapon),
      .share(incident.confidence),
      .integer(incident.accounts.count),
      .integer(documents.count),
      .integer(incident.claims.count),
      .integer(incident.disagreements.count),
      .string(incident.disagreements.map(\.summary).joined(separator: "; ")),
      .string(footprint.reason),
      .string(review?.edited.joined(separator: ", ")),
      .string(review?.note),
      .boolean(review?.isDismissed ?? false),
      .null,
      .texts(documents),
      .json { $0.append(evidenceOf: incident) },
    ]
  }
}

extension DaySpan {
  /// GED's `date_prec` in a word.
  var precisionName: String {
    switch precision {
    case 1: "day"
    case 2: "days"
    case 3: "week"
    case 4: "month"
    default: "longer"
    }
  }
}

extension Disagreement {
  /// "weapon: Iskander or Patriot"; each value once.
  public var summary: String {
    var values: [String] = []
    for variant in variants where !values.contains(variant.value) { values.append(variant.value) }
    return "\(field): \(values.joined(separator: " or "))"
  }
}

extension Exposure {
  /// Degrees from the site, or unknown when the incident may be on any side of it.
  var bearingValue: Value {
    nearest.value > 0 && best.value > 0 && hasDirection ? .degrees(bearing.value, places: 10) : .null
  }

  /// A stated distance without a direction has a least distance above 0 and still no side.
  private var hasDirection: Bool { farthest.value - nearest.value < 2 * best.value }
}
