internal import GeoKernel
internal import GeoModel
internal import Geocoding
internal import Incidents
package import Proximity
internal import Reading

extension CaseIndex {
  /// Polygons: everything the words allow; the style draws the largest first, so that none hides another.
  package var footprintLayer: Layer {
    Layer(
      name: "footprints",
      description: "Where each incident may have been: the whole area the reports allow",
      family: .polygon,
      columns: [
        Column("title", .text),
        Column("time_start", .dateTime),
        Column("time_end", .dateTime),
        Column("kind", .text),
        Column("precision", .text),
        Column("site", .text),
        Column("place", .text),
        Column("country", .text),
        Column("uncertainty_m", .real),
        Column("where_prec", .integer),
        Column("geo_precision", .integer),
        Column("relation", .text),
        Column("anchor", .text),
        Column("stated_distance", .text),
        Column("reason", .text),
      ],
      rows: content.incidents
        .map { incident in
          let footprint = incident.footprint
          return Layer.Row(
            id: incident.id, geometry: footprint.geometry,
            values: [
              .string(incident.title),
              .startOfDay(incident.date.from),
              .endOfDay(incident.date.to),
              .string(incident.kind.rawValue),
              .string(PrecisionClass(of: incident).rawValue),
              .string(incident.siteName),
              .string(incident.placeName),
              .string(incident.countryCode),
              .meters(footprint.radius),
              .integer(footprint.wherePrecision),
              .integer(footprint.geoPrecision),
              .string(footprint.relation.rawValue),
              .string(footprint.anchorName),
              .string(footprint.statedDistance?.text),
              .string(footprint.reason),
            ])
        })
  }
}
