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

  /// The same for a part of some text, which is quick for what most numbers in tables look like.
  ///
  /// - Parameter base: readable from eight bytes before `to`, when `to` is that much or more.
  @inline(__always)
  public static func parse(_ base: UnsafePointer<UInt8>, from: Int, to: Int) -> Double? {
    var at = from
    let isNegative = at < to && base[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var whole: UInt64 = 0
    let start = at
    while at < to, base[at] &- UInt8(ascii: "0") <= 9 {
      whole = whole &* 10 &+ UInt64(base[at] &- UInt8(ascii: "0"))
      at += 1
    }
    let decimals = to - at - 1
    // Three digits before the point and eight behind it are an exact double, and so is the power of ten.
    if at > start, at - start <= 3, decimals > 0, decimals <= 8, base[at] == UInt8(ascii: "."), to >= 8 {
      let last = UnsafeRawPointer(base + to - 8).loadUnaligned(as: UInt64.self)
      let cut = UInt64(8 - decimals) * 8
      let zeros: UInt64 = 0x3030_3030_3030_3030
      // The digits in the highest bytes, and zeros before them.
      var text = (UInt64(littleEndian: last) &>> cut) &<< cut
      text |= cut == 0 ? 0 : zeros &>> (64 - cut)
      if (text & 0xF0F0_F0F0_F0F0_F0F0) == zeros,
        ((text &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) == zeros
      {
        text &-= zeros
        text = text &* 10 &+ text &>> 8
        text =
          ((text & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
            &+ (text &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001) &>> 32
        let scale = powersOfTen[decimals]
        let value = Double(whole &* UInt64(scale) &+ text) / scale
        return isNegative ? -value : value
      }
    }
    return parse(UnsafeBufferPointer(start: base + from, count: to - from))
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
