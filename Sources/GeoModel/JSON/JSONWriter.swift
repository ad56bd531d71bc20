/// Writes JSON as UTF-8 bytes; the same values always give the same bytes.
///
/// Numbers are written with the fewest digits that read back as the same double, or, for coordinates, with at
/// most seven decimals. A number that is not finite becomes `null`.
public struct JSONWriter: Sendable {
  private var room = ByteRoom()

  /// Coordinates get at most so many decimals, 0 ... 9; `nil` for as many as read back as the same double.
  public let coordinateDecimals: Int?

  /// - Parameter coordinateDecimals: seven are 1.1 cm at most.
  public init(coordinateDecimals: Int? = 7) {
    self.coordinateDecimals = coordinateDecimals
  }

  /// Bytes written so far.
  public var count: Int { room.count }

  public var isEmpty: Bool { room.isEmpty }

  /// What was written so far, as long as `body` runs.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try room.withBytes(body)
  }

  /// What was written, when nothing else is to be written.
  public consuming func finish() -> [UInt8] { room.finish() }

  /// Hands over what was written so far and starts afresh; keeps memory bounded in long streams.
  public mutating func take() -> [UInt8] {
    defer { removeAll() }
    return withBytes { Array($0) }
  }

  /// Starts afresh in the same room.
  public mutating func removeAll() { room.removeAll() }

  /// Text that is JSON already, such as punctuation.
  public mutating func append(raw text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  public mutating func append(byte: UInt8) {
    room.write(1) { $0[0] = byte }
  }

  /// The same byte so many times.
  public mutating func append(byte: UInt8, count: Int) {
    room.write(count) { bytes in for place in bytes.indices { bytes[place] = byte } }
  }

  mutating func append(contentsOf text: UnsafeBufferPointer<UInt8>) {
    room.write(text.count) { $0.copyMemory(from: UnsafeRawBufferPointer(text)) }
  }

  /// Makes room, so that writing so much more moves nothing.
  public mutating func reserve(_ more: Int) { room.reserve(more) }

  /// An array, each element written by `write`.
  @inlinable
  public mutating func append<Element>(
    list: some Collection<Element>, _ write: (inout JSONWriter, Element) -> Void
  ) {
    append(raw: "[")
    var isFirst = true
    for element in list {
      if !isFirst { append(raw: ",") }
      isFirst = false
      write(&self, element)
    }
    append(raw: "]")
  }

  /// On one line, without blanks.
  public mutating func append(_ value: JSONValue) {
    switch value {
    case .null: append(raw: "null")
    case .bool(let value): value ? append(raw: "true") : append(raw: "false")
    case .int(let value): append(value)
    case .double(let value): append(value)
    case .string(let value): append(value)
    case .array(let elements): append(list: elements) { $0.append($1) }
    case .object(let object): append(object)
    }
  }

  public mutating func append(_ object: JSONObject) {
    append(byte: UInt8(ascii: "{"))
    for (i, member) in object.members.enumerated() {
      if i > 0 { append(byte: UInt8(ascii: ",")) }
      append(member.name)
      append(byte: UInt8(ascii: ":"))
      append(member.value)
    }
    append(byte: UInt8(ascii: "}"))
  }

  public mutating func append(_ value: Int) {
    if value < 0 { append(byte: UInt8(ascii: "-")) }
    append(digits: value.magnitude)
  }

  public mutating func append(_ value: Double) {
    guard value.isFinite else { return append(raw: "null") }
    if appendPlain(value) { return }
    var text = value.description
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// A number of at most four decimals that no exponent is written for, as its description has it; else `false`.
  private mutating func appendPlain(_ value: Double) -> Bool {
    let size = abs(value)
    guard size >= 1e-4, size < 1e9 else { return false }
    // With fifteen digits or fewer nothing shorter reads back the same.
    let scaled = (size * 1e4).rounded()
    guard scaled / 1e4 == size else { return false }
    if value < 0 { append(byte: UInt8(ascii: "-")) }
    let number = UInt(scaled)
    append(digits: number / 10_000)
    append(byte: UInt8(ascii: "."))
    var (fraction, width) = (number % 10_000, 4)
    while width > 1, fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    append(digits: fraction, width: width)
    return true
  }

  /// A JSON string; only what must be escaped is.
  public mutating func append(_ text: String) {
    append(byte: UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append(escaping: $0) }
    append(byte: UInt8(ascii: "\""))
  }

  mutating func append(escaping utf8: UnsafeBufferPointer<UInt8>) {
    var from = 0
    var i = 0
    while i < utf8.count {
      if Self.isPlain(utf8, i) {
        i += 8
        continue
      }
      let byte = utf8[i]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        append(contentsOf: UnsafeBufferPointer(rebasing: utf8[from..<i]))
        appendEscape(byte)
        from = i + 1
      }
      i += 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: utf8[from...]))
  }

  /// Whether there are eight bytes more and surely none of them is to be escaped.
  @inline(__always)
  private static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard utf8.count - start >= 8 else { return false }
    let word = UnsafeRawBufferPointer(utf8).loadUnaligned(fromByteOffset: start, as: UInt64.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A byte below the one taken away borrows the highest bit, which only those beyond ASCII have before.
    let control = word &- 0x20 &* ones
    let quote = (word ^ 0x22 &* ones) &- ones
    let backslash = (word ^ 0x5C &* ones) &- ones
    return (control | quote | backslash) & ~word & (0x80 &* ones) == 0
  }

  private mutating func appendEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(raw: "\\\"")
    case UInt8(ascii: "\\"): append(raw: "\\\\")
    case 0x0A: append(raw: "\\n")
    case 0x0D: append(raw: "\\r")
    case 0x09: append(raw: "\\t")
    default:
      let hexadecimal: StaticString = "0123456789abcdef"
      append(raw: "\\u00")
      append(byte: hexadecimal.utf8Start[Int(byte >> 4)])
      append(byte: hexadecimal.utf8Start[Int(byte & 15)])
    }
  }

  mutating func append(digits value: UInt) {
    if value < 10 { return append(byte: UInt8(ascii: "0") + UInt8(value)) }
    var width = 2
    var limit: UInt = 100
    while width < 20, value >= limit {
      width += 1
      let (next, overflows) = limit.multipliedReportingOverflow(by: 10)
      if overflows { break }
      limit = next
    }
    append(digits: value, width: width)
  }

  /// So many of its last digits, with leading zeros; at most 20.
  mutating func append(digits value: UInt, width: Int) {
    room.write(width) { digits in
      var rest = value
      for place in stride(from: width - 1, through: 0, by: -1) {
        let next = rest / 10
        digits[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest &- next &* 10)
        rest = next
      }
    }
  }

  /// Trailing zeros are left out, so 30.5 is `30.5` and 30.0 is `30`.
  mutating func append(degrees: Double) {
    guard let decimals = coordinateDecimals else { return append(shortest: degrees) }
    let scaled = scaledDegrees(degrees)
    if scaled < 0 { append(byte: UInt8(ascii: "-")) }
    let scale = UInt(powersOfTen[decimals])
    append(digits: scaled.magnitude / scale)
    var fraction = scaled.magnitude % scale
    if fraction == 0 { return }
    append(byte: UInt8(ascii: "."))
    var width = decimals
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    append(digits: fraction, width: width)
  }

  /// Degrees in steps of the last decimal written.
  func scaledDegrees(_ degrees: Double) -> Int {
    let scaled = degrees * powersOfTen[coordinateDecimals ?? 9]
    return Int(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
  }
}

extension JSONValue {
  /// As UTF-8, on one line, without blanks.
  public var utf8: [UInt8] {
    var writer = JSONWriter()
    writer.append(self)
    return writer.finish()
  }
}
