/// Numbers in decimal digits, read and written without text in between.
public enum DecimalNumber {
  /// The double nearest to what the bytes say: digits with an optional sign, point and exponent, and nothing else.
  ///
  /// `nil` when they say no number or one beyond the range of doubles.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var at = 0
    var isNegative = false
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      at = 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var hasPoint = false
    while at < bytes.count {
      let digit = bytes[at] &- UInt8(ascii: "0")
      if digit <= 9 {
        // Wraps after 19 digits, and is not used then.
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits += 1
        if hasPoint { decimals += 1 }
      } else if bytes[at] == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      at += 1
    }
    if digits == 0 { return nil }
    // Both are exact doubles, so one rounding gives the nearest one.
    if at == bytes.count, digits <= 19, mantissa < 1 << 53, decimals <= 22 {
      let value = decimals == 0 ? Double(mantissa) : Double(mantissa) / powersOfTen[decimals]
      return isNegative ? -value : value
    }
    return slow(bytes, exponentAt: at)
  }

  private static func slow(_ bytes: UnsafeBufferPointer<UInt8>, exponentAt start: Int) -> Double? {
    var at = start
    if at < bytes.count {
      guard bytes[at] | 0x20 == UInt8(ascii: "e") else { return nil }
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") { at += 1 }
      guard at < bytes.count, bytes[at...].allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 }) else { return nil }
    }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }
}
