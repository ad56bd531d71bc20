extension Feature {
  /// Reads a Feature object.
  ///
  /// The id is the Feature's, else its property `id`, else `fallbackID`; a number becomes text.
  public init(geoJSON value: JSONValue, fallbackID: String) throws(GeoJSONError) {
    guard let object = value.object, object["type"]?.string == "Feature" else {
      throw GeoJSONError("a Feature should stand here: an object with \"type\": \"Feature\"")
    }
    var properties = JSONObject()
    switch object["properties"] {
    case .object(let members)?: properties = members
    case .null?, nil: break
    case let other?: throw GeoJSONError("\"properties\" should be an object or null, not \(other.kindName)")
    }
    let stated = idText(object["id"])
    let property = idText(properties["id"])
    id = stated ?? property ?? fallbackID
    if property == id { properties["id"] = nil }
    self.properties = properties
    switch object["geometry"] {
    case .null?, nil: geometry = nil
    case let shape?: geometry = try Geometry(geoJSON: shape)
    }
  }
}

private func idText(_ value: JSONValue?) -> String? {
  switch value {
  case .string(let text)?: text
  case .int(let number)?: String(number)
  case .double(let number)?: number.description
  default: nil
  }
}

extension FeatureCollection {
  /// Reads a FeatureCollection, or a single Feature or geometry as a collection of one.
  public init(geoJSON value: JSONValue) throws(GeoJSONError) {
    let object = value.object ?? [:]
    switch object["type"]?.string {
    case "FeatureCollection":
      guard let elements = object["features"]?.array else {
        throw GeoJSONError("a FeatureCollection needs an array \"features\"")
      }
      self.init(name: object["name"]?.string, description: object["description"]?.string, features: [])
      features.reserveCapacity(elements.count)
      for (i, element) in elements.enumerated() {
        do throws(GeoJSONError) {
          features.append(try Feature(geoJSON: element, fallbackID: String(i + 1)))
        } catch {
          let id = idText(element.object?["id"]).map { " (\($0))" } ?? ""
          throw GeoJSONError(error.reason, at: "feature \(i + 1)\(id)")
        }
      }
    case "Feature": self.init(features: [try Feature(geoJSON: value, fallbackID: "1")])
    case nil: throw GeoJSONError("this is not GeoJSON: it has no \"type\"")
    default: self.init(features: [Feature(id: "1", geometry: try Geometry(geoJSON: value))])
    }
  }

  /// Reads GeoJSON text; an error in the JSON itself names line and column.
  public init(parsing bytes: some Collection<UInt8>) throws(GeoJSONError) {
    let value: JSONValue
    do throws(JSONParseError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw GeoJSONError(error.reason, at: "line \(error.line), column \(error.column)")
    }
    try self.init(geoJSON: value)
  }
}
