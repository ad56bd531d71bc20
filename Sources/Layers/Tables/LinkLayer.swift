internal import Gazetteer
internal import GeoKernel
internal import GeoModel
internal import Geocoding
internal import Incidents
package import Proximity
internal import Reading

extension CaseIndex {
  /// Lines from incidents to sites, incident by incident, the nearest first.
  ///
  /// A link whose ends are the same point has no line to draw and keeps its row without one.
  package var linkLayer: Layer {
    var layer = Layer(
      name: "links",
      description: "From each incident to the sites it may have come near: best, least and greatest distance",
      family: .line,
      columns: [
        Column("label", .text),
        Column("time_start", .dateTime),
        Column("time_end", .dateTime),
        Column("incident_id", .text),
        Column("kind", .text),
        Column("site_id", .text),
        Column("site", .text),
        Column("own_site", .boolean),
        Column("distance_m", .real),
        Column("distance_min_m", .real),
        Column("distance_max_m", .real),
        Column("bearing_deg", .real),
        Column("within", .json),
      ])
    // Those of one incident come together.
    var last: Incident?
    for exposure in content.exposures {
      if last?.id != exposure.incident { last = incident(exposure.incident) }
      guard let incident = last, let site = sites[exposure.site] else { continue }
      layer.append(
        Layer.Row(
          id: "\(exposure.incident)--\(exposure.site)",
          geometry: line(from: incident.footprint.best, to: site.coordinate),
          values: [
            .string(exposure.label),
            .startOfDay(incident.date.from),
            .endOfDay(incident.date.to),
            .string(incident.id),
            .string(incident.kind.rawValue),
            .string(site.id),
            .string(site.name),
            .boolean(Self.ownSite(of: incident) == site.id),
            .meters(exposure.best),
            .meters(exposure.nearest),
            .meters(exposure.farthest),
            exposure.bearingValue,
            .json { $0.append(list: exposure.within) { $0.append($1) } },
          ]))
    }
    return layer
  }

  /// A straight line on the map, cut at ±180°; `nil` below a metre.
  private func line(from a: Coordinate, to b: Coordinate) -> Geometry? {
    // A ten-thousandth of a degree of latitude is eleven metres.
    let isFar = abs(a.latitude - b.latitude) > 1e-4
    guard isFar || Geodesic.wgs84.distance(a, b) >= Meters(1) else { return nil }
    let turn = b.longitude - a.longitude
    guard abs(turn) > 180 else { return .lineString([a, b]) }
    let edge = turn > 0 ? -180.0 : 180.0
    let beyond = b.longitude + (turn > 0 ? -360 : 360)
    let share = (edge - a.longitude) / (beyond - a.longitude)
    let latitude = a.latitude + (b.latitude - a.latitude) * share
    let ends = [
      [a, Coordinate(reducing: edge, latitude: latitude)],
      [Coordinate(reducing: -edge, latitude: latitude), b],
    ]
    return .multiLineString(ends.filter { $0[0] != $0[1] })
  }
}

extension JSONWriter {
  fileprivate mutating func append(_ chance: RingChance) {
    append(raw: "{\"radius_m\":")
    append(JSONValue.decimal(chance.radius.value, places: 1))
    append(raw: ",\"chance\":")
    append(JSONValue.decimal(chance.probability, places: 4))
    append(raw: "}")
  }
}
