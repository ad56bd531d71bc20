internal import GRDB
internal import GeoModel
internal import Layers
internal import Reading

/// Cells of rows one after the other, ready to be bound to a statement as they lie: a document's rows are made
/// ready by whoever works on the document, so that the one who writes to the case only hands them on.
///
/// A cell is a ``CellKind``, then 8 bytes of a number or 4 bytes of a length and so many bytes, in the machine's
/// order: they never leave the run that made them.
struct CellWriter: Sendable {
  private var room: ByteRoom

  /// - Parameter capacity: bytes that are likely to come.
  init(capacity: Int = 0) { room = ByteRoom(capacity: capacity) }

  var count: Int { room.count }
  var isEmpty: Bool { room.isEmpty }

  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try room.withBytes(body)
  }

  /// Makes room for another row.
  mutating func removeAll() { room.removeAll() }

  mutating func append(_ text: String?) {
    guard var text else { return appendNull() }
    text.withUTF8 { append(.text, UnsafeRawBufferPointer($0)) }
  }

  /// `null` for an empty text.
  mutating func append(named text: String?) {
    guard let text, !text.isEmpty else { return appendNull() }
    append(text)
  }

  mutating func append(_ number: Int?) {
    guard let number else { return appendNull() }
    append(.integer, UInt64(bitPattern: Int64(number)))
  }

  mutating func append(_ number: Double?) {
    guard let number else { return appendNull() }
    append(.real, number.bitPattern)
  }

  mutating func append(_ flag: Bool) { append(flag ? 1 : 0) }

  /// - Parameter text: UTF-8.
  mutating func append(text: [UInt8]) { text.withUnsafeBytes { append(.text, $0) } }

  /// What a writer has written.
  mutating func append(_ json: JSONWriter) { json.withBytes { append(.text, $0) } }

  mutating func append(blob: [UInt8]) { blob.withUnsafeBytes { append(.blob, $0) } }

  /// A geometry without an array between: there are as many as mentions.
  mutating func append(point position: Coordinate) {
    room.write(5 + GeometryBlob.pointSize) { cell in
      Self.writeHead(.blob, GeometryBlob.pointSize, to: cell)
      GeometryBlob.write(position, to: UnsafeMutableRawBufferPointer(rebasing: cell[5...]))
    }
  }

  mutating func append(blob: CellWriter) { blob.withBytes { append(.blob, $0) } }

  /// As a GeoPackage holds it.
  mutating func append(_ value: Value) {
    switch value {
    case .null: appendNull()
    case .text(let text): append(text)
    case .integer(let number): append(number)
    case .real(let number): append(number)
    case .boolean(let flag): append(flag)
    case .date(let day): append(day: day, "")
    case .startOfDay(let day): append(day: day, Value.startTime)
    case .endOfDay(let day): append(day: day, Value.endTime)
    case .json(let text): append(text: text)
    }
  }

  /// Geometry, id, then the values of a row of a layer.
  mutating func append(_ row: Layer.Row) {
    if let geometry = row.geometry { append(blob: GeometryBlob.encode(geometry)) } else { appendNull() }
    append(row.id)
    for value in row.values { append(value) }
  }

  /// Cells of another writer, as ``CellReader/take(_:)`` gives them.
  mutating func append(cells: UnsafeRawBufferPointer) {
    room.write(cells.count) { $0.copyMemory(from: cells) }
  }

  mutating func appendNull() { room.write(1) { $0[0] = CellKind.null.rawValue } }

  /// As its description has it, without making one: a year has no more than four digits.
  private mutating func append(day: CalendarDate, _ time: StaticString) {
    func digit(_ number: Int) -> UInt8 { UInt8(truncatingIfNeeded: 48 + number % 10) }
    let (year, month, day) = (day.year, day.month, day.day)
    let hyphen = UInt8(ascii: "-")
    let text = (
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), hyphen, digit(month / 10),
      digit(month), hyphen, digit(day / 10), digit(day)
    )
    room.write(5 + 10 + time.utf8CodeUnitCount) { cell in
      Self.writeHead(.text, 10 + time.utf8CodeUnitCount, to: cell)
      cell.storeBytes(of: text, toByteOffset: 5, as: type(of: text))
      UnsafeMutableRawBufferPointer(rebasing: cell[15...]).copyMemory(
        from: UnsafeRawBufferPointer(start: time.utf8Start, count: time.utf8CodeUnitCount))
    }
  }

  private mutating func append(_ kind: CellKind, _ number: UInt64) {
    room.write(9) { cell in
      cell[0] = kind.rawValue
      cell.storeBytes(of: number, toByteOffset: 1, as: UInt64.self)
    }
  }

  private mutating func append(_ kind: CellKind, _ content: UnsafeRawBufferPointer) {
    room.write(5 + content.count) { cell in
      Self.writeHead(kind, content.count, to: cell)
      UnsafeMutableRawBufferPointer(rebasing: cell[5...]).copyMemory(from: content)
    }
  }

  @inline(__always)
  private static func writeHead(_ kind: CellKind, _ count: Int, to cell: UnsafeMutableRawBufferPointer) {
    cell[0] = kind.rawValue
    cell.storeBytes(of: UInt32(count), toByteOffset: 1, as: UInt32.self)
  }
}

enum CellKind: UInt8 {
  case null, integer, real, text, blob
}
