internal import GeoModel
internal import Proximity

extension Exposure {
  var fileValue: JSONValue {
    [
      "site": .string(site),
      "distance_m": .double(best.value),
      "distance_min_m": .double(nearest.value),
      "distance_max_m": .double(farthest.value),
      "bearing_deg": .double(bearing.value),
      "within": .array(
        within.map { ["radius_m": .double($0.radius.value), "chance": .double($0.probability)] }),
    ]
  }

  init(_ fields: Fields, incident: String) throws(FieldError) {
    var within: [RingChance] = []
    for ring in try fields.objects("within") {
      within.append(RingChance(radius: try ring.meters("radius_m"), probability: try ring.number("chance")))
    }
    self.init(
      incident: incident, site: try fields.string("site"), best: try fields.meters("distance_m"),
      nearest: try fields.meters("distance_min_m"), farthest: try fields.meters("distance_max_m"),
      bearing: Degrees(try fields.number("bearing_deg")), within: within)
  }
}
