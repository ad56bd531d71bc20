internal import CordonKit
internal import Gazetteer
internal import GeoModel
internal import Proximity
internal import Reports

/// Places of the gazetteer, in the forms they are printed in.
struct PlaceList {
  let places: [FoundPlace]

  func write(_ format: ListFormat, to output: inout StandardOutput) throws {
    switch format {
    case .table where places.isEmpty: break
    case .table: for line in table().lines() { output.line(line) }
    case .json: output.json(.array(places.map { .object(record($0)) }))
    case .jsonl: for place in places { output.jsonLine(.object(record(place))) }
    case .csv: output.write(CSV.text(titles: ["key"] + Self.columns, rows: places.map(row)))
    case .geojson:
      let features = places.map {
        Feature(
          id: $0.place.key, geometry: .point($0.place.coordinate),
          properties: JSONObject(zip(Self.columns, values($0))))
      }
      output.write(bytes: FeatureCollection(name: "places", description: nil, features: features).utf8)
    }
  }

  private func table() -> TextTable {
    var table = TextTable([
      ("NAME", .left), ("KIND", .left), ("POPULATION", .right), ("POSITION", .left), ("WITHIN", .right),
      ("KEY", .left), ("DISTANCE", .right),
    ])
    for found in places {
      let place = found.place
      table.add([
        found.fullName, place.kind, place.population > 0 ? String(place.population) : "",
        GeoURI(coordinate: place.coordinate).description, found.extent.radius.roundedLabel, place.key,
        found.distance?.roundedLabel ?? "",
      ])
    }
    return table
  }

  private static let columns = [
    "name", "full_name", "kind", "country", "admin1", "population", "geonameid", "lat", "lon",
    "uncertainty_m",
    "point_derived", "extent_from", "distance_m",
  ]

  private func record(_ found: FoundPlace) -> JSONObject {
    JSONObject([("key", .string(found.place.key))] + zip(Self.columns, values(found)))
  }

  private func row(_ found: FoundPlace) -> [JSONValue] { [.string(found.place.key)] + values(found) }

  /// What `columns` names, in that order.
  private func values(_ found: FoundPlace) -> [JSONValue] {
    let place = found.place
    return [
      .string(place.name), .string(found.fullName), .string(place.kind), JSONValue(place.country),
      JSONValue(place.admin1), place.population > 0 ? .int(place.population) : .null,
      JSONValue(place.geonameID), .double(place.coordinate.latitude), .double(place.coordinate.longitude),
      .decimal(found.extent.radius.value, places: 0), .bool(place.isPointDerived),
      .string(found.extent.basis), found.distance.map { .decimal($0.value, places: 1) } ?? .null,
    ]
  }
}
