internal import GeoModel
internal import Geocoding

extension Footprint {
  var fileValue: JSONValue {
    let shape = [("geometry", geometry.fileValue), ("ring", ring?.fileValue ?? .null)]
    return .object(JSONObject(fileMembers.dropLast(2) + shape))
  }

  /// Without geometry and ring, whose places are kept at the end.
  var fileMembers: [(String, JSONValue)] {
    [
      ("relation", .string(relation.rawValue)),
      ("anchor", .string(anchorName)),
      ("anchor_site", JSONValue(anchorSite)),
      ("lat", .decimal(best.latitude, places: 7)),
      ("lon", .decimal(best.longitude, places: 7)),
      ("radius_m", .double(radius.value)),
      ("where_prec", .int(wherePrecision)),
      ("geo_precision", .int(geoPrecision)),
      ("stated_distance", statedDistance?.fileValue ?? .null),
      ("reason", .string(reason)),
      ("geometry", .null),
      ("ring", .null),
    ]
  }

  init(_ fields: Fields) throws(FieldError) {
    let geometry = try fields.geometry("geometry")
    guard !geometry.polygons.isEmpty else { throw fields.error("geometry", "should be a polygon") }
    self.init(
      geometry: geometry,
      best: try fields.position(longitude: "lon", latitude: "lat"),
      radius: try fields.meters("radius_m"),
      ring: try fields.optionalGeometry("ring"),
      relation: try fields.word("relation", as: SpatialRelation.self),
      statedDistance: try fields.optionalFields("stated_distance").map { (stated) throws(FieldError) in
        try StatedDistance(stated)
      },
      anchorName: try fields.string("anchor"),
      anchorSite: try fields.optionalString("anchor_site"),
      wherePrecision: try fields.int("where_prec"),
      geoPrecision: try fields.int("geo_precision"),
      reason: try fields.string("reason"))
  }
}

extension StatedDistance {
  var fileValue: JSONValue {
    [
      "text": .string(text), "best_m": .double(best.value), "low_m": .double(low.value),
      "high_m": .double(high.value),
    ]
  }

  init(_ fields: Fields) throws(FieldError) {
    self.init(
      best: try fields.meters("best_m"), low: try fields.meters("low_m"), high: try fields.meters("high_m"),
      text: try fields.string("text"))
  }
}

extension Geometry {
  /// A GeoJSON geometry as value, with seven decimals.
  var fileValue: JSONValue {
    func position(_ c: Coordinate) -> JSONValue {
      [.decimal(c.longitude, places: 7), .decimal(c.latitude, places: 7)]
    }
    func line(_ positions: [Coordinate]) -> JSONValue { .array(positions.map(position)) }
    func rings(_ polygon: Polygon) -> JSONValue { .array(([polygon.exterior] + polygon.holes).map(line)) }
    return switch self {
    case .point(let c): ["type": "Point", "coordinates": position(c)]
    case .multiPoint(let list): ["type": "MultiPoint", "coordinates": line(list)]
    case .lineString(let list): ["type": "LineString", "coordinates": line(list)]
    case .multiLineString(let lines): ["type": "MultiLineString", "coordinates": .array(lines.map(line))]
    case .polygon(let polygon): ["type": "Polygon", "coordinates": rings(polygon)]
    case .multiPolygon(let list): ["type": "MultiPolygon", "coordinates": .array(list.map(rings))]
    }
  }
}
