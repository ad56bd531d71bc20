/// One line of a table: its fields, in the order of the columns asked for.
struct TableRow {
  let path: String
  let columns: [String]
  var line = 0
  var fields: [UnsafeBufferPointer<UInt8>] = []

  init(path: String, columns: [String]) {
    self.path = path
    self.columns = columns
  }

  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> { fields[index] }

  func text(_ index: Int) -> String { String(decoding: fields[index], as: UTF8.self) }

  func required(_ index: Int) throws(GazetteerError) -> String {
    guard !fields[index].isEmpty else { throw failure("'\(columns[index])' is empty") }
    return text(index)
  }

  /// A whole number from 0 up; empty means 0.
  func count(_ index: Int) throws(GazetteerError) -> UInt32 {
    var value: UInt64 = 0
    for byte in fields[index] {
      guard byte >= 0x30, byte <= 0x39, value < 1 << 40 else { throw notA("whole number", index) }
      value = value * 10 + UInt64(byte - 0x30)
    }
    guard let result = UInt32(exactly: value) else { throw notA("whole number below 4294967296", index) }
    return result
  }

  /// A decimal number; `nil` when the field is empty.
  func number(_ index: Int) throws(GazetteerError) -> Double? {
    if fields[index].isEmpty { return nil }
    guard let value = Double(text(index)), value.isFinite else { throw notA("number", index) }
    return value
  }

  /// Degrees within ±`limit`, as ten-millionths; more decimals are rounded.
  func degreesE7(_ index: Int, limit: Int) throws(GazetteerError) -> Int32 {
    guard let value = DecimalDegrees.parseE7(fields[index]), abs(value) <= limit * 10_000_000 else {
      throw notA("number within ±\(limit) degrees", index)
    }
    return Int32(value)
  }

  func country(_ index: Int) throws(GazetteerError) -> UInt16 {
    guard let code = CountryCode.pack(fields[index]) else { throw notA("two-letter country code", index) }
    return code
  }

  func failure(_ problem: String) -> GazetteerError { .malformed(path: path, line: line, problem: problem) }

  private func notA(_ what: String, _ index: Int) -> GazetteerError {
    failure("'\(columns[index])' is '\(text(index))', not a \(what)")
  }
}

/// Exact reading of decimal degrees.
enum DecimalDegrees {
  /// Ten-millionths of a degree; `nil` unless the text is an optional sign, digits and at most one point.
  static func parseE7(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = 0
    var isNegative = false
    if let first = text.first, first == 0x2D || first == 0x2B {
      isNegative = first == 0x2D
      position = 1
    }
    var value = 0
    var decimals = -1
    var digits = 0
    while position < text.count {
      let byte = text[position]
      position += 1
      if byte == 0x2E, decimals < 0 {
        decimals = 0
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      digits += 1
      if decimals < 0 {
        guard value < 1000 else { return nil }
      } else {
        decimals += 1
        if decimals == 8, byte >= 0x35 { value += 1 }
        if decimals > 7 { continue }
      }
      value = value * 10 + Int(byte - 0x30)
    }
    guard digits > 0 else { return nil }
    for _ in max(0, min(7, decimals))..<7 { value *= 10 }
    return isNegative ? -value : value
  }
}
