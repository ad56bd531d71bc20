internal import Gazetteer
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

/// The report as a table: one row for each incident and site it may have come near.
///
/// With ``types`` and ``projection`` beside it, a GIS opens it as typed points in WGS 84.
public enum CSVReport {
  private typealias Row = (Incident, Exposure?, Site?, CaseIndex)

  /// Name, type in a `.csvt` file, and value of each column.
  private static let columns: [(name: String, type: String, value: @Sendable (Row) -> JSONValue)] = [
    ("lon", "CoordX", { .decimal($0.0.footprint.best.longitude, places: 7) }),
    ("lat", "CoordY", { .decimal($0.0.footprint.best.latitude, places: 7) }),
    ("incident", "String", { .string($0.0.id) }),
    ("title", "String", { .string($0.0.title) }),
    ("time_start", "DateTime", { .string("\($0.0.date.from)T00:00:00Z") }),
    ("time_end", "DateTime", { .string("\($0.0.date.to)T23:59:59Z") }),
    ("date_prec", "Integer", { .int($0.0.date.precision) }),
    ("kind", "String", { .string($0.0.kind.rawValue) }),
    ("site_id", "String", { JSONValue($0.1?.site) }),
    ("site", "String", { JSONValue($0.2?.name) }),
    (
      "own_site", "Integer(Boolean)",
      { row in row.1.map { .int(CaseIndex.ownSite(of: row.0) == $0.site ? 1 : 0) } ?? .null }
    ),
    ("distance_m", "Real", { meters($0.1?.best) }),
    ("distance_min_m", "Real", { meters($0.1?.nearest) }),
    ("distance_max_m", "Real", { meters($0.1?.farthest) }),
    ("bearing_deg", "Real", { $0.1.map { .decimal($0.bearing.value, places: 1) } ?? .null }),
    (
      "chances", "String",
      { row in
        JSONValue(
          row.1?.within.map { "\($0.radius.distanceLabel): \(percent($0.probability))" }.joined(
            separator: "; "))
      }
    ),
    ("precision", "String", { .string(PrecisionClass(of: $0.0).rawValue) }),
    ("uncertainty_m", "Real", { meters($0.0.footprint.radius) }),
    ("where_prec", "Integer", { .int($0.0.footprint.wherePrecision) }),
    ("geo_precision", "Integer", { .int($0.0.footprint.geoPrecision) }),
    ("place", "String", { JSONValue($0.0.placeName) }),
    ("country", "String", { JSONValue($0.0.countryCode) }),
    ("weapon", "String", { JSONValue($0.0.weapon) }),
    ("killed", "Integer", { JSONValue($0.0.killed) }),
    ("injured", "Integer", { JSONValue($0.0.injured) }),
    ("confidence", "Real", { .decimal($0.0.confidence, places: 4) }),
    ("sources", "String", { .string($0.0.documents.joined(separator: "; ")) }),
    ("disagreements", "String", { .string(told($0.0.disagreements.map(\.summary))) }),
    (
      "claims", "String",
      { row in
        .string(
          told(
            row.0.claims.map { claim in
              let about = claim.about.map { " (\($0))" } ?? ""
              let evidence = claim.evidence
              return "\(claim.claimant) \(claim.stance.rawValue)\(about): “\(evidence.quote)” "
                + "[\(evidence.document) \(evidence.start)–\(evidence.end)]"
            }))
      }
    ),
    ("reason", "String", { .string($0.0.footprint.reason) }),
  ]

  /// RFC 4180, in UTF-8, the latest incident first.
  public static func text(_ report: Report) -> String {
    let index = CaseIndex(report.content)
    var rows: [[JSONValue]] = []
    for incident in report.content.incidents.latest() {
      let exposures = index.exposures(of: incident.id)
      let pairs: [Exposure?] = exposures.isEmpty ? [nil] : exposures
      for exposure in pairs {
        let row = (incident, exposure, exposure.flatMap { index.sites[$0.site] }, index)
        rows.append(columns.map { $0.value(row) })
      }
    }
    return CSV.text(titles: columns.map(\.name), rows: rows)
  }

  /// The content of the `.csvt` file: the columns' types.
  public static var types: String { columns.map { "\"\($0.type)\"" }.joined(separator: ",") + "\n" }

  /// The content of the `.prj` file: WGS 84, in the notation GIS programs read there.
  public static let projection =
    #"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],"#
    + #"PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]"# + "\n"

  private static func meters(_ length: Meters?) -> JSONValue {
    length.map { .decimal($0.value, places: 1) } ?? .null
  }

  private static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }

  private static func told(_ parts: [String]) -> String { parts.joined(separator: " | ") }
}
