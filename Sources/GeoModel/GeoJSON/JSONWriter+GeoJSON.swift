extension JSONWriter {
  public mutating func append(_ feature: Feature) {
    append(raw: "{\"type\":\"Feature\",\"id\":")
    append(feature.id)
    append(raw: ",\"geometry\":")
    if let geometry = feature.geometry { append(geometry) } else { append(raw: "null") }
    append(raw: ",\"properties\":{\"id\":")
    append(feature.id)
    for member in feature.properties.members where member.name != "id" {
      append(raw: ",")
      append(member.name)
      append(raw: ":")
      append(member.value)
    }
    append(raw: "}}")
  }

  /// A geometry object with two coordinates a position and at most ``coordinateDecimals`` decimals each.
  ///
  /// Positions that the rounding makes equal to the one before are left out, unless too few would remain.
  public mutating func append(_ geometry: Geometry) {
    switch geometry {
    case .point(let position):
      open("Point")
      append(position)
    case .multiPoint(let positions):
      open("MultiPoint")
      append(list: positions) { $0.append($1) }
    case .lineString(let line):
      open("LineString")
      append(line: line, least: 2)
    case .multiLineString(let lines):
      open("MultiLineString")
      append(list: lines) { $0.append(line: $1, least: 2) }
    case .polygon(let polygon):
      open("Polygon")
      append(polygon)
    case .multiPolygon(let polygons):
      open("MultiPolygon")
      append(list: polygons) { $0.append($1) }
    }
    append(raw: "}")
  }

  private mutating func open(_ type: StaticString) {
    append(raw: "{\"type\":\"")
    append(raw: type)
    append(raw: "\",\"coordinates\":")
  }

  private mutating func append(_ position: Coordinate) {
    append(raw: "[")
    append(degrees: position.longitude)
    append(raw: ",")
    append(degrees: position.latitude)
    append(raw: "]")
  }

  private mutating func append(_ polygon: Polygon) {
    append(list: [polygon.exterior] + polygon.holes) { $0.append(line: $1, least: 4) }
  }

  private mutating func append(line: [Coordinate], least: Int) {
    func isLast(_ a: Coordinate, _ b: Coordinate) -> Bool {
      guard coordinateDecimals != nil else { return a == b }
      return scaledDegrees(a.longitude) == scaledDegrees(b.longitude)
        && scaledDegrees(a.latitude) == scaledDegrees(b.latitude)
    }
    let repetitions = zip(line, line.dropFirst()).count { isLast($0, $1) }
    let keepsAll = repetitions == 0 || line.count - repetitions < least
    append(byte: UInt8(ascii: "["))
    var last: Coordinate?
    for position in line {
      if let last {
        if !keepsAll, isLast(last, position) { continue }
        append(byte: UInt8(ascii: ","))
      }
      append(position)
      last = position
    }
    append(byte: UInt8(ascii: "]"))
  }
}
