extension JSONParser {
  /// Reads a number; the cursor stands on its sign or first digit.
  mutating func number() throws(JSONParseError) -> JSONValue {
    let start = at
    let isNegative = bytes[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var mantissa: UInt64 = 0
    var overflows = false
    var digits = 0
    /// Adds the digits at the cursor to the mantissa.
    func run(_ parser: inout JSONParser) -> Int {
      let from = parser.at
      while parser.at < parser.bytes.count, case let digit = parser.bytes[parser.at] &- UInt8(ascii: "0"),
        digit <= 9
      {
        if digits < 19 {
          mantissa = mantissa * 10 + UInt64(digit)
          // Leading zeros are not significant.
          if mantissa > 0 { digits += 1 }
        } else {
          overflows = true
        }
        parser.at += 1
      }
      return parser.at - from
    }
    let first = at
    let whole = run(&self)
    if whole == 0 { throw error("a digit should stand here, not \(found())") }
    if whole > 1, bytes[first] == UInt8(ascii: "0") {
      throw error("a number may not begin with 0 and another digit", at: start)
    }
    var isInteger = true
    var decimals = 0
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      isInteger = false
      at += 1
      decimals = run(&self)
      if decimals == 0 { throw error("a digit should follow the decimal point, not \(found())") }
    }
    var exponent = 0
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      exponent = try exponentPart()
    }
    if isInteger, !overflows {
      if !isNegative, mantissa <= UInt64(Int.max) { return .int(Int(mantissa)) }
      if isNegative, mantissa > 0, mantissa <= UInt64(Int.max) + 1 {
        return .int(Int(truncatingIfNeeded: 0 &- mantissa))
      }
    }
    let power = exponent - decimals
    if !overflows, mantissa < 1 << 53, abs(power) <= 22 {
      // Both are exact doubles, so one rounding gives the nearest one.
      let size = Double(mantissa)
      let value = power < 0 ? size / powersOfTen[-power] : size * powersOfTen[power]
      return .double(isNegative ? -value : value)
    }
    return .double(try slowNumber(from: start))
  }

  private mutating func exponentPart() throws(JSONParseError) -> Int {
    at += 1
    var sign = 1
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      if bytes[at] == UInt8(ascii: "-") { sign = -1 }
      at += 1
    }
    let from = at
    var value = 0
    while at < bytes.count, case let digit = bytes[at] &- UInt8(ascii: "0"), digit <= 9 {
      value = min(value * 10 + Int(digit), 1_000_000)
      at += 1
    }
    if at == from { throw error("a digit should follow the exponent sign, not \(found())") }
    return sign * value
  }

  private func slowNumber(from start: Int) throws(JSONParseError) -> Double {
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw error("this number is beyond the range of a double", at: start)
    }
    return value
  }
}
