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
    var values: [Value] = []
    values.reserveCapacity(16)
    forEachValue { values.append($0) }
    return Layer.Row(id: rowID, geometry: .point(coordinate), values: values)
  }

  /// The values of its row, in the order of the columns.
  fileprivate func forEachValue(_ body: (Value) -> Void) {
    for text in [text, name, kind, role, document] { body(.string(text)) }
    for number in [start, end, geonameID] { body(.integer(number)) }
    body(.string(siteID))
    body(.string(country))
    body(.degrees(coordinate.latitude, places: 1e7))
    body(.degrees(coordinate.longitude, places: 1e7))
    body(.meters(uncertainty))
    body(.integer(wherePrecision))
    body(.share(probability))
    body(.texts(reasons))
  }
}

extension LayerRows {
  /// The same without a row between: mentions are as many as all else.
  mutating func append(_ mention: MentionRecord) {
    begin(id: mention.rowID, .point(mention.coordinate))
    mention.forEachValue { append($0) }
    endRow()
  }
}
