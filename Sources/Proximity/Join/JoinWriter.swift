internal import GeoModel

/// Writes the rows of a join.
struct JoinWriter: Sendable {
  let format: JoinFormat
  let decimals: Int
  /// Names of what is measured: one, or nearest and farthest.
  let measures: [String]
  /// Whether the rows asked about are those of the second file.
  let isTurned: Bool

  /// The first line of a table.
  func header(_ first: [String], _ second: [String]) -> [UInt8] {
    var text = JSONWriter()
    func add(_ names: [String]) {
      for name in names {
        if !text.isEmpty { text.append(byte: UInt8(ascii: ",")) }
        text.append(csvField: Array(name.utf8))
      }
    }
    switch format {
    case .links: return []
    case .pairs:
      add(["a", "b"])
      add(measures)
    case .csv:
      add(first)
      add(measures)
      add(second)
    }
    text.append(byte: 0x0A)
    return text.finish()
  }

  /// One row; `query` is a row asked about, `found` one of the index.
  @inline(__always)
  func append(
    _ text: inout JSONWriter, _ query: RowView, _ i: Int, _ found: RowView, _ j: Int,
    _ distances: (Double, Double?)
  ) {
    let (a, m, b, n) = isTurned ? (found, j, query, i) : (query, i, found, j)
    switch format {
    case .pairs:
      a.appendID(m, &text)
      text.append(byte: UInt8(ascii: ","))
      b.appendID(n, &text)
      text.append(byte: UInt8(ascii: ","))
      append(&text, distances, separator: UInt8(ascii: ","))
    case .csv:
      text.append(raw: a.record(m))
      text.append(byte: UInt8(ascii: ","))
      append(&text, distances, separator: UInt8(ascii: ","))
      text.append(byte: UInt8(ascii: ","))
      text.append(raw: b.record(n))
    case .links:
      text.append(raw: "{\"type\":\"Feature\",\"geometry\":")
      text.append(link: a.positions[m], b.positions[n])
      text.append(raw: ",\"properties\":{")
      for part in [a.record(m), b.record(n)] where !part.isEmpty {
        text.append(raw: part)
        text.append(byte: UInt8(ascii: ","))
      }
      text.append(byte: UInt8(ascii: "\""))
      append(names: &text, distances)
      text.append(raw: "}}")
    }
    text.append(byte: 0x0A)
  }

  private func append(_ text: inout JSONWriter, _ distances: (Double, Double?), separator: UInt8) {
    text.append(fixed: distances.0, decimals: decimals)
    guard let farthest = distances.1 else { return }
    text.append(byte: separator)
    text.append(fixed: farthest, decimals: decimals)
  }

  private func append(names text: inout JSONWriter, _ distances: (Double, Double?)) {
    guard let farthest = distances.1 else {
      text.append(raw: "distance_m\":")
      return text.append(fixed: distances.0, decimals: decimals)
    }
    text.append(raw: "nearest_m\":")
    text.append(fixed: distances.0, decimals: decimals)
    text.append(raw: ",\"farthest_m\":")
    text.append(fixed: farthest, decimals: decimals)
  }
}

extension JSONWriter {
  /// The line between two positions, cut at ±180° when the short way crosses it.
  mutating func append(link a: Coordinate, _ b: Coordinate) {
    func position(_ longitude: Double, _ latitude: Double) {
      append(byte: UInt8(ascii: "["))
      append(shortest: longitude)
      append(byte: UInt8(ascii: ","))
      append(shortest: latitude)
      append(byte: UInt8(ascii: "]"))
    }
    guard abs(a.longitude - b.longitude) > 180 else {
      append(raw: "{\"type\":\"LineString\",\"coordinates\":[")
      position(a.longitude, a.latitude)
      append(byte: UInt8(ascii: ","))
      position(b.longitude, b.latitude)
      return append(raw: "]}")
    }
    let edge = a.longitude < 0 ? -180.0 : 180.0
    let width = 360 - abs(a.longitude - b.longitude)
    let share = width == 0 ? 0 : (180 - abs(a.longitude)) / width
    let latitude = ((a.latitude + (b.latitude - a.latitude) * share) * 1e7).rounded() / 1e7
    append(raw: "{\"type\":\"MultiLineString\",\"coordinates\":[[")
    position(a.longitude, a.latitude)
    append(byte: UInt8(ascii: ","))
    position(edge, latitude)
    append(raw: "],[")
    position(-edge, latitude)
    append(byte: UInt8(ascii: ","))
    position(b.longitude, b.latitude)
    append(raw: "]]}")
  }
}
