internal import GeoModel
package import Proximity

extension CaseIndex {
  /// Points: every mention that was found to mean a place or a site.
  package var mentionLayer: Layer {
    Layer(
      name: "mentions",
      description: "Words of the documents that name a place or a site; start and end count Unicode scalars",
      family: .point,
      columns: [
        Column("text", .text),
        Column("name", .text),
        Column("kind", .text),
        Column("role", .text),
        Column("document", .text),
        Column("start", .integer),
        Column("end", .integer),
        Column("geonameid", .integer),
        Column("site_id", .text),
        Column("country", .text),
        Column("lat", .real),
        Column("lon", .real),
        Column("uncertainty_m", .real),
        Column("where_prec", .integer),
        Column("probability", .real),
        Column("reasons", .json),
      ],
      rows: content.mentions.map { mention in
        Layer.Row(
          id: "\(mention.document)#\(mention.start)-\(mention.end)", geometry: .point(mention.coordinate),
          values: [
            .string(mention.text),
            .string(mention.name),
            .string(mention.kind),
            .string(mention.role),
            .string(mention.document),
            .integer(mention.start),
            .integer(mention.end),
            .integer(mention.geonameID),
            .string(mention.siteID),
            .string(mention.country),
            .degrees(mention.coordinate.latitude, places: 1e7),
            .degrees(mention.coordinate.longitude, places: 1e7),
            .meters(mention.uncertainty),
            .integer(mention.wherePrecision),
            .share(mention.probability),
            .texts(mention.reasons),
          ])
      })
  }
}
