/// A Feature as it stands in GeoJSON text: where its parts are, and the position when it is a point.
///
/// Nothing is copied; the text must outlive the view's use.
public struct FeatureView {
  /// The Feature's own id, or the property `id`; a string's without its quotes and still escaped.
  public private(set) var id: JSONCursor.Span?
  /// The object `properties` with its braces; `nil` when it is null or missing.
  public private(set) var properties: JSONCursor.Span?
  /// The object `geometry` with its braces; `nil` when it is null or missing.
  public private(set) var geometry: JSONCursor.Span?
  /// The position of a geometry of type Point; longitudes up to 360° are reduced.
  public private(set) var point: Coordinate?

  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - range: the text of one Feature in them.
  /// - Throws: ``GeoJSONError`` for what is no Feature, and for a point that is out of range.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) throws(GeoJSONError) {
    var cursor = JSONCursor(bytes, from: range.lowerBound, to: range.upperBound)
    var isFeature = false
    var property: JSONCursor.Span?
    cursor.skipBlanks()
    try cursor.members(expected: "a Feature") { (cursor, name) throws(GeoJSONError) in
      if cursor.equals(name, "type") {
        let value = try cursor.value()
        isFeature = cursor.equals(value, "\"Feature\"")
      } else if cursor.equals(name, "geometry") {
        try readGeometry(&cursor)
      } else if cursor.equals(name, "properties") {
        property = try readProperties(&cursor)
      } else if cursor.equals(name, "id") {
        id = Self.idSpan(bytes, try cursor.value())
      } else {
        _ = try cursor.value()
      }
    }
    cursor.skipBlanks()
    if cursor.at < cursor.end { throw cursor.error("the Feature should end here") }
    if !isFeature { throw GeoJSONError("a Feature needs \"type\": \"Feature\"") }
    id = id ?? property
  }

  /// The span of an id that is a string or a number.
  private static func idSpan(_ bytes: UnsafeBufferPointer<UInt8>, _ span: JSONCursor.Span) -> JSONCursor.Span?
  {
    switch bytes[span.lowerBound] {
    case UInt8(ascii: "\""): (span.lowerBound + 1)..<(span.upperBound - 1)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): span
    default: nil
    }
  }

  private mutating func readProperties(_ cursor: inout JSONCursor) throws(GeoJSONError) -> JSONCursor.Span? {
    let start = cursor.at
    if cursor.current == UInt8(ascii: "n") {
      _ = try cursor.value()
      return nil
    }
    var id: JSONCursor.Span?
    try cursor.members(expected: "an object as \"properties\"") { (cursor, name) throws(GeoJSONError) in
      let value = try cursor.value(depth: 1)
      if cursor.equals(name, "id") { id = Self.idSpan(cursor.bytes, value) }
    }
    properties = start..<cursor.at
    return id
  }

  private mutating func readGeometry(_ cursor: inout JSONCursor) throws(GeoJSONError) {
    let start = cursor.at
    if cursor.current == UInt8(ascii: "n") {
      _ = try cursor.value()
      return
    }
    var isPoint = false
    var coordinates: JSONCursor.Span?
    try cursor.members(expected: "an object as \"geometry\"") { (cursor, name) throws(GeoJSONError) in
      let value = try cursor.value(depth: 1)
      if cursor.equals(name, "type") {
        isPoint = cursor.equals(value, "\"Point\"")
      } else if cursor.equals(name, "coordinates") {
        coordinates = value
      }
    }
    geometry = start..<cursor.at
    guard isPoint else { return }
    guard let coordinates else { throw GeoJSONError("a Point needs \"coordinates\"") }
    point = try Self.position(cursor.bytes, coordinates)
  }

  private static func position(
    _ bytes: UnsafeBufferPointer<UInt8>, _ span: JSONCursor.Span
  ) throws(GeoJSONError) -> Coordinate {
    var cursor = JSONCursor(bytes, from: span.lowerBound, to: span.upperBound)
    guard cursor.take(UInt8(ascii: "[")) else {
      throw GeoJSONError("a position should be an array of two numbers")
    }
    cursor.skipBlanks()
    if cursor.current == UInt8(ascii: "]") { throw GeoJSONError("the point has no coordinates") }
    let x = try cursor.number()
    cursor.skipBlanks()
    guard cursor.take(UInt8(ascii: ",")) else {
      throw GeoJSONError("a position should be an array of two numbers")
    }
    cursor.skipBlanks()
    let y = try cursor.number()
    guard let longitude = DecimalNumber.parse(UnsafeBufferPointer(rebasing: bytes[x])),
      let latitude = DecimalNumber.parse(UnsafeBufferPointer(rebasing: bytes[y]))
    else { throw GeoJSONError("a coordinate is beyond the range of a double") }
    guard let position = Coordinate(wrapping: longitude, latitude: latitude) else {
      throw GeoJSONError(
        "the position [\(longitude), \(latitude)] is out of range; the longitude comes first")
    }
    return position
  }

  /// Calls `body` with the name of every property, without quotes and escaped as it stands, and its value.
  public func forEachProperty<E: Error>(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ body: (_ name: JSONCursor.Span, _ value: JSONCursor.Span) throws(E) -> Void
  ) throws(E) {
    guard let properties else { return }
    var cursor = JSONCursor(bytes, from: properties.lowerBound + 1, to: properties.upperBound)
    cursor.skipBlanks()
    if cursor.current == UInt8(ascii: "}") { return }
    repeat {
      cursor.skipBlanks()
      // The text was checked when the view was made.
      guard let name = try? cursor.string(), (try? cursor.colon()) != nil,
        let value = try? cursor.value(depth: 1)
      else { return }
      try body(name, value)
      cursor.skipBlanks()
    } while cursor.take(UInt8(ascii: ","))
  }
}
