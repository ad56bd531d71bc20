internal import GeoModel
internal import Reading

/// Writes the rows of a layer as features, one a line: ``begin(id:_:)``, a value for each column, ``endRow()``.
struct LayerRows {
  var json = JSONWriter()
  /// What stands before each value: a comma and the column's name.
  private let heads: [[UInt8]]
  private let quoted: Set<Int>
  private var watch: TimeLookalike.Watch
  private var isFirst = true
  private var column = 0

  /// - Parameter quoted: columns whose texts are written in quotation marks; see ``TimeLookalike``.
  init(_ layer: Layer, quoted: Set<Int>) {
    self.quoted = quoted
    watch = TimeLookalike.Watch(layer)
    heads = layer.columns.map { column in
      var head = JSONWriter()
      head.append(raw: ",")
      head.append(column.name)
      head.append(raw: ":")
      return head.finish()
    }
    // `type` comes first and then `name` and `description`: readers stop looking after that.
    json.append(raw: "{\"type\":\"FeatureCollection\",\"name\":")
    json.append(layer.name)
    json.append(raw: ",\"description\":")
    json.append(layer.description)
    json.append(raw: ",\"features\":[")
  }

  /// The columns that GIS programs would take for times, of the rows so far.
  var suspicious: Set<Int> { watch.suspicious }

  mutating func end() { json.append(raw: "\n]}\n") }

  mutating func append(_ row: Layer.Row) {
    begin(id: row.id, row.geometry)
    for value in row.values { append(value) }
    endRow()
  }

  mutating func begin(id: String, _ geometry: Geometry?) {
    json.append(raw: isFirst ? "\n" : ",\n")
    isFirst = false
    json.append(raw: "{\"type\":\"Feature\",\"id\":")
    json.append(id)
    json.append(raw: ",\"geometry\":")
    if let geometry { json.append(geometry) } else { json.append(raw: "null") }
    json.append(raw: ",\"properties\":{\"id\":")
    json.append(id)
    column = 0
  }

  mutating func endRow() { json.append(raw: "}}") }

  mutating func append(_ value: Value) {
    let number = column
    heads[column].withUnsafeBufferPointer { json.append(raw: $0) }
    column += 1
    switch value {
    case .null: json.append(raw: "null")
    case .text(let text):
      watch.see(text, in: number)
      if quoted.contains(number) { json.append("«\(text)»") } else { json.append(text) }
    case .integer(let number): json.append(number)
    case .real(let number): json.append(number)
    case .boolean(let flag): flag ? json.append(raw: "true") : json.append(raw: "false")
    case .date(let day): json.append(day.description)
    case .startOfDay(let day): append(day, "T00:00:00Z\"")
    case .endOfDay(let day): append(day, "T23:59:59Z\"")
    case .json(let text): text.withUnsafeBufferPointer { json.append(raw: $0) }
    }
  }

  private mutating func append(_ day: CalendarDate, _ time: StaticString) {
    var text = day.description
    json.append(raw: "\"")
    text.withUTF8 { json.append(raw: $0) }
    json.append(raw: time)
  }
}
