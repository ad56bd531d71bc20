internal import GeoModel
internal import Reading

/// A layer on its way into a GeoJSON file, a few rows at a time.
///
/// The same columns in the same order in every feature, one feature a line, at most seven decimals; the same rows
/// always give the same bytes.
struct LayerStream {
  private let layer: Layer
  private let quoted: Set<Int>
  private let file: AtomicFileStream
  private var json = JSONWriter()
  private var watch: TimeLookalike.Watch
  private(set) var count = 0

  /// - Parameters:
  ///   - layer: without rows.
  ///   - quoted: columns whose texts are written in quotation marks; see ``TimeLookalike``.
  /// - Throws: ``FileWriteError``.
  init(_ layer: Layer, to path: String, quoted: Set<Int> = []) throws(FileWriteError) {
    self.layer = layer
    self.quoted = quoted
    watch = TimeLookalike.Watch(layer)
    file = try AtomicFileStream(path)
    json.append(headOf: layer)
  }

  /// The columns that GIS programs would take for times, of the rows so far.
  var suspicious: Set<Int> { watch.suspicious }

  /// - Throws: ``FileWriteError``.
  mutating func append(_ rows: [Layer.Row]) throws(FileWriteError) {
    for row in rows {
      watch.see(row)
      json.append(raw: count == 0 ? "\n" : ",\n")
      json.append(row, of: layer, quoted: quoted)
      count += 1
      if json.count > 1 << 20 { try file.write(json.take()) }
    }
  }

  /// - Throws: ``FileWriteError``.
  mutating func commit() throws(FileWriteError) {
    json.append(raw: "\n]}\n")
    try file.write(json.take())
    try file.commit()
  }
}

extension Layer {
  /// The layer as a GeoJSON FeatureCollection, as ``CaseWriter`` writes it.
  public var geoJSON: [UInt8] {
    var watch = TimeLookalike.Watch(self)
    for row in rows { watch.see(row) }
    var json = JSONWriter()
    json.append(headOf: self)
    for (number, row) in rows.enumerated() {
      json.append(raw: number == 0 ? "\n" : ",\n")
      json.append(row, of: self, quoted: watch.suspicious)
    }
    json.append(raw: "\n]}\n")
    return json.take()
  }
}

extension JSONWriter {
  /// `type` comes first and then `name` and `description`: readers stop looking after that.
  fileprivate mutating func append(headOf layer: Layer) {
    append(raw: "{\"type\":\"FeatureCollection\",\"name\":")
    append(layer.name)
    append(raw: ",\"description\":")
    append(layer.description)
    append(raw: ",\"features\":[")
  }

  fileprivate mutating func append(_ row: Layer.Row, of layer: Layer, quoted: Set<Int>) {
    append(raw: "{\"type\":\"Feature\",\"id\":")
    append(row.id)
    append(raw: ",\"geometry\":")
    if let geometry = row.geometry { append(geometry) } else { append(raw: "null") }
    append(raw: ",\"properties\":{\"id\":")
    append(row.id)
    for (number, value) in row.values.enumerated() {
      append(raw: ",")
      append(layer.columns[number].name)
      append(raw: ":")
      if case .text(let text) = value, quoted.contains(number) {
        append("«\(text)»")
      } else {
        append(value)
      }
    }
    append(raw: "}}")
  }

  private mutating func append(_ value: Value) {
    switch value {
    case .null: append(raw: "null")
    case .text(let text): append(text)
    case .integer(let number): append(number)
    case .real(let number): append(number)
    case .boolean(let flag): flag ? append(raw: "true") : append(raw: "false")
    case .date(let day): append(day.description)
    case .startOfDay(let day): append("\(day)T00:00:00Z")
    case .endOfDay(let day): append("\(day)T23:59:59Z")
    case .json(let text): text.withUnsafeBufferPointer { append(raw: $0) }
    }
  }
}
