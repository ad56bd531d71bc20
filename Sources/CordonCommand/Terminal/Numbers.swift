internal import GeoModel

extension Double {
  /// Rounded half away from zero to `decimals` places (0 ... 9), without an exponent, never "-0".
  func fixed(_ decimals: Int) -> String {
    guard isFinite, abs(self) < 1e9 else { return description }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int64((abs(self) * scale).rounded())
    let digits = String(scaled)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = self < 0 && scaled != 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}

extension Meters {
  /// The bare number, without a needless ".0".
  var compact: String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
