extension Geometry {
  /// Reads a geometry object (RFC 7946 §3.1).
  ///
  /// A third coordinate is dropped. Rings are turned so that exteriors run anticlockwise, since many files have
  /// them the other way (RFC 7946 §3.1.6 asks readers to take both). An open ring, a position out of range, a
  /// GeometryCollection and empty coordinates are refused.
  public init(geoJSON value: JSONValue) throws(GeoJSONError) {
    guard let object = value.object else {
      throw GeoJSONError("a geometry should be an object, not \(value.kindName)")
    }
    guard let type = object["type"]?.string else { throw GeoJSONError("a geometry needs a \"type\"") }
    if type == "GeometryCollection" {
      throw GeoJSONError("a GeometryCollection cannot be one feature; give each of its geometries a feature")
    }
    guard let coordinates = object["coordinates"] else {
      throw GeoJSONError("a \(type) needs \"coordinates\"")
    }
    switch type {
    case "Point": self = .point(try readPosition(coordinates))
    case "MultiPoint": self = .multiPoint(try readList(coordinates, least: 1, readPosition))
    case "LineString": self = .lineString(try readLine(coordinates))
    case "MultiLineString": self = .multiLineString(try readList(coordinates, least: 1, readLine))
    case "Polygon": self = .polygon(try readPolygon(coordinates))
    case "MultiPolygon": self = .multiPolygon(try readList(coordinates, least: 1, readPolygon))
    default: throw GeoJSONError("there is no geometry type \"\(type)\"; types are case-sensitive")
    }
  }
}

private func readList<T>(
  _ value: JSONValue, least: Int, _ each: (JSONValue) throws(GeoJSONError) -> T
) throws(GeoJSONError) -> [T] {
  guard let elements = value.array else {
    throw GeoJSONError("\"coordinates\" should hold an array here, not \(value.kindName)")
  }
  guard elements.count >= least else {
    throw GeoJSONError("\"coordinates\" should hold \(least) or more here, not \(elements.count)")
  }
  var result: [T] = []
  result.reserveCapacity(elements.count)
  for element in elements { result.append(try each(element)) }
  return result
}

private func readPosition(_ value: JSONValue) throws(GeoJSONError) -> Coordinate {
  guard let numbers = value.array, numbers.count >= 2, let longitude = numbers[0].number,
    let latitude = numbers[1].number
  else { throw GeoJSONError("a position should be an array of two numbers") }
  guard let position = Coordinate(longitude: longitude, latitude: latitude) else {
    let isSwapped = Coordinate(longitude: latitude, latitude: longitude) != nil
    throw GeoJSONError(
      "the position [\(longitude), \(latitude)] is out of range"
        + (isSwapped ? "; the longitude comes first" : ""))
  }
  return position
}

private func readLine(_ value: JSONValue) throws(GeoJSONError) -> [Coordinate] {
  try readList(value, least: 2, readPosition)
}

private func readPolygon(_ value: JSONValue) throws(GeoJSONError) -> Polygon {
  var rings = try readList(value, least: 1) { (ring) throws(GeoJSONError) in
    let positions = try readList(ring, least: 4, readPosition)
    guard positions.first == positions.last else {
      throw GeoJSONError("a ring is open; its last position should be its first")
    }
    return positions
  }
  return Polygon(exterior: rings.removeFirst(), holes: rings).withRingsTurned
}
