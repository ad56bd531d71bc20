internal import GeoModel

extension JSONWriter {
  /// A field of comma-separated values, in quotes where it must be (RFC 4180).
  mutating func append(csvField field: [UInt8]) {
    guard
      field.contains(where: {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
      })
    else { return field.withUnsafeBufferPointer { append(raw: $0) } }
    append(byte: UInt8(ascii: "\""))
    for byte in field {
      if byte == UInt8(ascii: "\"") { append(byte: byte) }
      append(byte: byte)
    }
    append(byte: UInt8(ascii: "\""))
  }

  /// A field as JSON: a number when it is written as JSON writes numbers, null when it is empty, else a string.
  mutating func append(typed field: [UInt8]) {
    if field.isEmpty { return append(raw: "null") }
    field.withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes, from: 0, to: bytes.count)
      // Longer ones are codes more often than numbers, and doubles would not hold them.
      if bytes.count <= 17, (try? cursor.number()) != nil, cursor.at == bytes.count {
        append(raw: bytes)
      } else if let repaired = String(validating: bytes, as: UTF8.self) {
        append(repaired)
      } else {
        append(String(decoding: bytes, as: UTF8.self))
      }
    }
  }
}
