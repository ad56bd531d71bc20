internal import Gazetteer
internal import GeoModel
internal import Proximity
internal import Reports

/// Sites, in the forms they are printed in.
struct SiteList {
  let sites: [Site]

  func write(_ format: ListFormat, to output: inout StandardOutput) throws {
    switch format {
    case .table where sites.isEmpty: break
    case .table: for line in table().lines() { output.line(line) }
    case .json: output.json(.array(sites.map(record)))
    case .jsonl: for site in sites { output.jsonLine(record(site)) }
    case .csv:
      // The form that --sites reads.
      output.write(
        CSV.text(titles: ["id"] + Self.columns, rows: sites.map { [.string($0.id)] + values($0) }))
    case .geojson:
      let features = sites.map {
        Feature(
          id: $0.id, geometry: .point($0.coordinate), properties: JSONObject(zip(Self.columns, values($0))))
      }
      output.write(
        bytes: FeatureCollection(name: "sites", description: "Registered sites", features: features).utf8)
    }
  }

  private func table() -> TextTable {
    var table = TextTable([
      ("ID", .left), ("NAME", .left), ("KIND", .left), ("BY", .left), ("IN", .left), ("CITY", .left),
      ("POSITION", .left), ("WITHIN", .right),
    ])
    for site in sites {
      table.add([
        site.id, site.name, site.kind, site.operatorCountry ?? "", site.hostCountry, site.city,
        GeoURI(coordinate: site.coordinate).description, site.accuracy.distanceLabel,
      ])
    }
    return table
  }

  /// Those of the tables that `--sites` reads, after the id.
  static let columns = [
    "name", "kind", "operator_country", "host_country", "city", "address", "lat", "lon", "accuracy_m",
    "source", "as_of", "aliases",
  ]

  private func record(_ site: Site) -> JSONValue {
    .object(JSONObject([("id", .string(site.id))] + zip(Self.columns, values(site))))
  }

  /// What `columns` names, in that order.
  private func values(_ site: Site) -> [JSONValue] {
    [
      .string(site.name), .string(site.kind), JSONValue(site.operatorCountry), .string(site.hostCountry),
      .string(site.city), JSONValue(site.address), .double(site.coordinate.latitude),
      .double(site.coordinate.longitude), .double(site.accuracy.value), .string(site.source),
      JSONValue(site.asOf), .string(site.aliases.joined(separator: "|")),
    ]
  }
}
