/// Writes a FeatureCollection feature by feature, so that memory stays bounded.
///
/// ```swift
/// var writer = FeatureCollectionWriter(name: "incidents", description: nil)
/// for feature in features {
///   writer.append(feature)
///   if writer.pendingBytes > 1 << 20 { try file.write(writer.take()) }
/// }
/// try file.write(writer.finish())
/// ```
public struct FeatureCollectionWriter: Sendable {
  private var json: JSONWriter
  private var isFirst = true

  /// `type` comes first and then `name` and `description`: readers stop looking after that.
  ///
  /// - Parameter coordinateDecimals: as for ``JSONWriter/init(coordinateDecimals:)``.
  public init(name: String?, description: String?, coordinateDecimals: Int? = 7) {
    json = JSONWriter(coordinateDecimals: coordinateDecimals)
    json.append(raw: "{\"type\":\"FeatureCollection\"")
    if let name {
      json.append(raw: ",\"name\":")
      json.append(name)
    }
    if let description {
      json.append(raw: ",\"description\":")
      json.append(description)
    }
    json.append(raw: ",\"features\":[")
  }

  /// How much is written and not yet taken.
  public var pendingBytes: Int { json.count }

  public mutating func append(_ feature: Feature) {
    json.append(raw: isFirst ? "\n" : ",\n")
    isFirst = false
    json.append(feature)
  }

  /// Writes a Feature without making one: a geometry, and properties that `members` adds.
  public mutating func append(geometry: Geometry?, _ members: (inout MemberWriter) -> Void) {
    json.append(raw: isFirst ? "\n" : ",\n")
    isFirst = false
    json.append(raw: "{\"type\":\"Feature\",\"geometry\":")
    if let geometry { json.append(geometry) } else { json.append(raw: "null") }
    json.append(raw: ",\"properties\":{")
    var writer = MemberWriter(json: json)
    json = JSONWriter(coordinateDecimals: json.coordinateDecimals)
    members(&writer)
    json = writer.json
    json.append(raw: "}}")
  }

  public mutating func take() -> [UInt8] { json.take() }

  /// Closes the collection and hands over what is left.
  public mutating func finish() -> [UInt8] {
    json.append(raw: "\n]}\n")
    return json.take()
  }
}
