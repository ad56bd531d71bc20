internal import GeoModel

extension Layer {
  /// The layer as a GeoJSON FeatureCollection: the same columns in the same order in every feature, one
  /// feature a line, at most seven decimals. The same layer always gives the same bytes.
  public var geoJSON: [UInt8] {
    var writer = FeatureCollectionWriter(name: name, description: description)
    for row in TimeLookalike.guarded(self) { writer.append(feature(row)) }
    return writer.finish()
  }

  private func feature(_ row: Row) -> Feature {
    var properties = JSONObject()
    for (column, value) in zip(columns, row.values) { properties[column.name] = value.jsonValue }
    return Feature(id: row.id, geometry: row.geometry, properties: properties)
  }
}
