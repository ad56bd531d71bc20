internal import CordonKit
internal import GeoModel
internal import Geocoding
internal import Incidents
internal import Proximity
internal import Reading
internal import Reports

/// What `near` found, in the forms it is printed in.
struct HitList {
  let center: Location
  let within: Meters
  let hits: [NearQuery.Hit]
  /// Of each incident, for all forms but the table.
  let documents: [String: [String]]

  func write(_ format: ListFormat, to output: inout StandardOutput) throws {
    switch format {
    case .table where hits.isEmpty: break
    case .table: for line in table().lines() { output.line(line) }
    case .json: output.json(.array(hits.map(record)))
    case .jsonl: for hit in hits { output.jsonLine(record(hit)) }
    case .csv: output.write(csv())
    case .geojson: output.write(bytes: collection().utf8)
    }
  }

  private func table() -> TextTable {
    var table = TextTable([
      ("DATE", .left), ("WHAT", .left), ("WHERE", .left), ("BEST", .right), ("NEAREST", .right),
      ("FARTHEST", .right), ("WITHIN", .left), ("SOURCES", .right), ("ID", .whole),
    ])
    for hit in hits {
      let (incident, exposure) = (hit.incident, hit.exposure)
      table.add([
        incident.date.label, incident.kind.label,
        incident.siteName ?? incident.placeName ?? incident.footprint.anchorName,
        exposure.best.roundedLabel, exposure.nearest.roundedLabel, exposure.farthest.roundedLabel,
        hit.certainty.rawValue, String(incident.documentCount), incident.id,
      ])
    }
    return table
  }

  private func record(_ hit: NearQuery.Hit) -> JSONValue {
    .object(JSONObject([("id", .string(hit.incident.id))] + zip(Self.columns, values(hit))))
  }

  private static let columns = [
    "date_from", "date_to", "kind", "site", "place", "country", "lat", "lon", "uncertainty_m", "distance_m",
    "nearest_m", "farthest_m", "bearing_deg", "within", "chance", "killed", "injured", "documents", "reason",
  ]

  /// What `columns` names, in that order.
  private func values(_ hit: NearQuery.Hit) -> [JSONValue] {
    let (incident, exposure, footprint) = (hit.incident, hit.exposure, hit.incident.footprint)
    return [
      .string(incident.date.from.description), .string(incident.date.to.description),
      .string(incident.kind.rawValue),
      JSONValue(incident.siteName), JSONValue(incident.placeName), JSONValue(incident.countryCode),
      .double(footprint.best.latitude), .double(footprint.best.longitude),
      .decimal(footprint.radius.value, places: 1),
      .decimal(exposure.best.value, places: 1), .decimal(exposure.nearest.value, places: 1),
      .decimal(exposure.farthest.value, places: 1), .decimal(exposure.bearing.value, places: 1),
      .string(hit.certainty.rawValue), .decimal(hit.chance, places: 3),
      JSONValue(incident.killed), JSONValue(incident.injured),
      .string((documents[incident.id] ?? []).joined(separator: ", ")), .string(footprint.reason),
    ]
  }

  private func csv() -> String {
    CSV.text(
      titles: ["id"] + Self.columns, rows: hits.map { [.string($0.incident.id)] + values($0) })
  }

  private func collection() -> FeatureCollection {
    FeatureCollection(
      name: "near",
      description:
        "Incidents that may have been within \(within.distanceLabel) of \(center.name), nearest first",
      features: hits.map { hit in
        Feature(
          id: hit.incident.id, geometry: .point(hit.incident.footprint.best),
          properties: JSONObject(zip(Self.columns, values(hit))))
      })
  }
}
