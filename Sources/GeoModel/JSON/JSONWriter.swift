/// Writes JSON as UTF-8 bytes; the same values always give the same bytes.
///
/// Numbers are written with the fewest digits that read back as the same double, or, for coordinates, with at
/// most seven decimals. A number that is not finite becomes `null`.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// Hands over what was written so far and starts afresh; keeps memory bounded in long streams.
  public mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Text that is JSON already, such as punctuation.
  public mutating func append(raw text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  /// On one line, without blanks.
  public mutating func append(_ value: JSONValue) {
    switch value {
    case .null: append(raw: "null")
    case .bool(let value): value ? append(raw: "true") : append(raw: "false")
    case .int(let value): append(value)
    case .double(let value): append(value)
    case .string(let value): append(value)
    case .array(let elements):
      append(byte: UInt8(ascii: "["))
      for (i, element) in elements.enumerated() {
        if i > 0 { append(byte: UInt8(ascii: ",")) }
        append(element)
      }
      append(byte: UInt8(ascii: "]"))
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
    bytes.append(contentsOf: value.description.utf8)
  }

  /// A JSON string; only what must be escaped is.
  public mutating func append(_ text: String) {
    append(byte: UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var from = 0
      for (i, byte) in utf8.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(contentsOf: utf8[from..<i])
        appendEscape(byte)
        from = i + 1
      }
      bytes.append(contentsOf: utf8[from...])
    }
    append(byte: UInt8(ascii: "\""))
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

  private mutating func append(digits value: UInt) {
    if value < 10 { return append(byte: UInt8(ascii: "0") + UInt8(value)) }
    let start = bytes.count
    var rest = value
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    bytes[start...].reverse()
  }

  /// Seven decimals are 1.1 cm at most; trailing zeros are left out, so 30.5 is `30.5` and 30.0 is `30`.
  mutating func append(degrees: Double) {
    let scaled = scaledDegrees(degrees)
    if scaled < 0 { append(byte: UInt8(ascii: "-")) }
    append(digits: scaled.magnitude / 10_000_000)
    var fraction = scaled.magnitude % 10_000_000
    if fraction == 0 { return }
    append(byte: UInt8(ascii: "."))
    var place: UInt = 1_000_000
    while fraction > 0 {
      append(byte: UInt8(ascii: "0") + UInt8(fraction / place))
      fraction %= place
      place /= 10
    }
  }
}

/// Degrees in steps of 1e-7, the resolution of everything written.
func scaledDegrees(_ degrees: Double) -> Int { Int((degrees * 1e7).rounded()) }

extension JSONValue {
  /// As UTF-8, on one line, without blanks.
  public var utf8: [UInt8] {
    var writer = JSONWriter()
    writer.append(self)
    return writer.bytes
  }
}
