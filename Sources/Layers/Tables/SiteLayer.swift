internal import Gazetteer
internal import GeoModel
package import Proximity
internal import Reading

extension CaseTally {
  /// Points: the sites concerned.
  package var siteLayer: Layer {
    Layer(
      name: "sites",
      description:
        "Sites that an incident concerns or may have come near, and protected sites; accuracy_m is "
        + "the radius the site lies within",
      family: .point,
      columns: [
        Column("name", .text),
        Column("kind", .text),
        Column("role", .text),
        Column("diplomatic", .boolean),
        Column("operator_country", .text),
        Column("host_country", .text),
        Column("city", .text),
        Column("address", .text),
        Column("lat", .real),
        Column("lon", .real),
        Column("accuracy_m", .real),
        Column("n_incidents", .integer),
        Column("n_possible", .integer),
        Column("last_incident", .date),
        Column("source", .text),
        Column("aliases", .json),
      ],
      // Drawn in this order: what matters most lies on top.
      rows: (concerned.filter { role(of: $0) == .inRange } + concerned.filter { role(of: $0) != .inRange })
        .map { site in
          let count = counts[site.id]
          return Layer.Row(
            id: site.id, geometry: .point(site.coordinate),
            values: [
              .string(site.name),
              .string(site.kind),
              .string(role(of: site).rawValue),
              .boolean(site.isDiplomatic),
              .string(site.operatorCountry),
              .string(site.hostCountry),
              .string(site.city),
              .string(site.address),
              .degrees(site.coordinate.latitude, places: 1e7),
              .degrees(site.coordinate.longitude, places: 1e7),
              .meters(site.accuracy),
              .integer(count?.own ?? 0),
              .integer(count?.possible ?? 0),
              (count?.lastOwn).map(Value.date) ?? .null,
              .string(site.source),
              .texts(site.aliases),
            ])
        })
  }
}
