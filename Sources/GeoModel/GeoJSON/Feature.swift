/// A GeoJSON Feature (RFC 7946 §3.2).
public struct Feature: Hashable, Sendable, Identifiable {
  /// Different from that of every other feature of a layer.
  ///
  /// Written twice, as the Feature's `id` and as first property `id`: GIS programs look in one place or the
  /// other, and number the features themselves when they find neither.
  public var id: String
  /// `nil` for something that has no location; it shows in tables only.
  public var geometry: Geometry?
  /// In the order of the columns, without `id`.
  public var properties: JSONObject

  public init(id: String, geometry: Geometry?, properties: JSONObject = [:]) {
    self.id = id
    self.geometry = geometry
    self.properties = properties
  }
}

/// A GeoJSON FeatureCollection (RFC 7946 §3.3) with the two foreign members GIS programs understand.
public struct FeatureCollection: Hashable, Sendable {
  /// The layer's name; readers show it instead of the file's.
  public var name: String?
  /// What the layer holds; readers show it as the layer's abstract.
  public var description: String?
  public var features: [Feature]

  public init(name: String? = nil, description: String? = nil, features: [Feature]) {
    self.name = name
    self.description = description
    self.features = features
  }

  /// The whole collection as GeoJSON text, one feature a line, ending with a line feed.
  public var utf8: [UInt8] {
    var writer = FeatureCollectionWriter(name: name, description: description)
    for feature in features { writer.append(feature) }
    return writer.finish()
  }
}
