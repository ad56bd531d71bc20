internal import GeoModel

/// Makes rows with positions of Features.
package struct FeatureRows: Sendable {
  /// Names of the properties, in the order in which they first come in the first block.
  let columns: [String]
  private let places: [String: Int]

  /// - Parameter first: the first block; `nil` for a file without Features.
  init(first: FeatureBlocks.Block?) {
    var columns: [String] = []
    var known: Set<String> = []
    first?.bytes.withUnsafeBufferPointer { bytes in
      for range in first?.features ?? [] {
        guard let view = try? FeatureView(bytes, range) else { continue }
        view.forEachProperty(bytes) { name, _ in
          let text = Self.text(bytes, name)
          if known.insert(text).inserted { columns.append(text) }
        }
      }
    }
    self.columns = columns
    places = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func rows(
    _ block: FeatureBlocks.Block, _ part: Range<Int>, form: RowForm, names: [String]
  ) -> PointRows {
    var rows = PointRows()
    var text = JSONWriter()
    text.reserve(form == .none ? part.count * 8 : block.bytes.count / block.features.count * part.count)
    block.bytes.withUnsafeBufferPointer { bytes in
      var spans = [JSONCursor.Span?](repeating: nil, count: columns.count)
      for i in part {
        let range = block.features[i]
        let number = block.firstNumber + i
        func refuse(_ reason: String) {
          rows.problems.append(RowProblem(place: "feature \(number)", reason: reason))
        }
        do throws(GeoJSONError) {
          let view = try FeatureView(bytes, range)
          guard let point = view.point else {
            refuse(view.geometry == nil ? "it has no position" : "its geometry is no Point")
            continue
          }
          append(view, bytes, form, names, &spans, &text, &rows)
          rows.positions.append(point)
          rows.numbers.append(number)
        } catch {
          refuse(error.description)
        }
      }
    }
    rows.bytes = text.finish()
    return rows
  }

  /// The same for every kind of geometry; the position is the first of it.
  func areas(
    _ block: FeatureBlocks.Block, _ part: Range<Int>, form: RowForm, names: [String]
  ) -> (PointRows, [Geometry]) {
    var rows = PointRows()
    var geometries: [Geometry] = []
    var text = JSONWriter()
    block.bytes.withUnsafeBufferPointer { bytes in
      var spans = [JSONCursor.Span?](repeating: nil, count: columns.count)
      for i in part {
        let range = block.features[i]
        let number = block.firstNumber + i
        func refuse(_ reason: String) {
          rows.problems.append(RowProblem(place: "feature \(number)", reason: reason))
        }
        do {
          let view = try FeatureView(bytes, range)
          guard let span = view.geometry else {
            refuse("it has no geometry")
            continue
          }
          let geometry = try Geometry(geoJSON: JSONValue(parsing: UnsafeBufferPointer(rebasing: bytes[span])))
          guard let position = geometry.firstPosition else { continue }
          append(view, bytes, form, names, &spans, &text, &rows)
          rows.positions.append(position)
          rows.numbers.append(number)
          geometries.append(geometry)
        } catch {
          refuse("\(error)")
        }
      }
    }
    rows.bytes = text.finish()
    return (rows, geometries)
  }

  private func append(
    _ view: FeatureView, _ bytes: UnsafeBufferPointer<UInt8>, _ form: RowForm, _ names: [String],
    _ spans: inout [JSONCursor.Span?], _ text: inout JSONWriter, _ rows: inout PointRows
  ) {
    let idStart = text.count
    if let id = view.id { text.append(csvField: Array(Self.text(bytes, id).utf8)) }
    rows.ids.append(idStart..<text.count)
    let start = text.count
    switch form {
    case .none: return
    case .json:
      var isFirst = true
      view.forEachProperty(bytes) { name, value in
        if !isFirst { text.append(byte: UInt8(ascii: ",")) }
        isFirst = false
        let own = Self.text(bytes, name)
        text.append(places[own].map { names[$0] } ?? own)
        text.append(byte: UInt8(ascii: ":"))
        text.append(raw: UnsafeBufferPointer(rebasing: bytes[value]))
      }
    case .csv:
      for i in spans.indices { spans[i] = nil }
      var hasStray = false
      view.forEachProperty(bytes) { name, value in
        if let place = places[Self.text(bytes, name)] { spans[place] = value } else { hasStray = true }
      }
      if hasStray { rows.strays += 1 }
      for (i, span) in spans.enumerated() {
        if i > 0 { text.append(byte: UInt8(ascii: ",")) }
        guard let span, bytes[span.lowerBound] != UInt8(ascii: "n") else { continue }
        let isString = bytes[span.lowerBound] == UInt8(ascii: "\"")
        let content = isString ? (span.lowerBound + 1)..<(span.upperBound - 1) : span
        text.append(
          csvField: Array(
            isString ? Self.text(bytes, content).utf8 : String(decoding: bytes[content], as: UTF8.self).utf8))
      }
    }
    rows.records.append(start..<text.count)
  }

  /// A string without its escapes.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ span: JSONCursor.Span) -> String {
    let content = UnsafeBufferPointer(rebasing: bytes[span])
    guard content.contains(UInt8(ascii: "\\")) else { return String(decoding: content, as: UTF8.self) }
    let quoted = [UInt8(ascii: "\"")] + content + [UInt8(ascii: "\"")]
    if case .string(let text)? = try? JSONValue(parsing: quoted) { return text }
    return String(decoding: content, as: UTF8.self)
  }
}

extension Geometry {
  fileprivate var firstPosition: Coordinate? {
    switch self {
    case .point(let position): position
    case .multiPoint(let positions), .lineString(let positions): positions.first
    case .multiLineString(let lines): lines.first?.first
    case .polygon(let polygon): polygon.exterior.first
    case .multiPolygon(let polygons): polygons.first?.exterior.first
    }
  }
}
