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
      rows: content.mentions.map(\.layerRow))
  }
}

extension MentionRecord {
  /// Its own in the layer of mentions: "document#start-end", put together without the detour of an interpolation.
  package var rowID: String {
    String(unsafeUninitializedCapacity: document.utf8.count + 42) { bytes in
      var filled = bytes.initialize(fromContentsOf: document.utf8)
      for (mark, number) in [(UInt8(ascii: "#"), start), (UInt8(ascii: "-"), end)] {
        bytes.initializeElement(at: filled, to: mark)
        filled = bytes[(filled + 1)...].initialize(fromContentsOf: String(number).utf8)
      }
      return filled
    }
  }

  /// Its row in the layer of mentions.
  package var layerRow: Layer.Row {
    Layer.Row(
      id: rowID, geometry: .point(coordinate),
      values: [
        .string(text),
        .string(name),
        .string(kind),
        .string(role),
        .string(document),
        .integer(start),
        .integer(end),
        .integer(geonameID),
        .string(siteID),
        .string(country),
        .degrees(coordinate.latitude, places: 1e7),
        .degrees(coordinate.longitude, places: 1e7),
        .meters(uncertainty),
        .integer(wherePrecision),
        .share(probability),
        .texts(reasons),
      ])
  }
}

extension LayerRows {
  /// The same without a row between: mentions are as many as all else.
  mutating func append(_ mention: MentionRecord) {
    begin(id: mention.rowID, .point(mention.coordinate))
    append(text: mention.text)
    append(text: mention.name)
    append(text: mention.kind)
    append(text: mention.role)
    append(text: mention.document)
    append(number: mention.start)
    append(number: mention.end)
    append(number: mention.geonameID)
    append(text: mention.siteID)
    append(text: mention.country)
    append(real: Rounding.degrees(mention.coordinate.latitude))
    append(real: Rounding.degrees(mention.coordinate.longitude))
    append(real: Rounding.meters(mention.uncertainty))
    append(number: mention.wherePrecision)
    append(real: Rounding.share(mention.probability))
    append(texts: mention.reasons)
    endRow()
  }
}
