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
  /// For people: whole metres below 10 km, then kilometres; a zero stays a zero.
  var forPeople: String {
    switch abs(value) {
    case ..<10_000: value.fixed(0) + " m"
    case ..<100_000: (value / 1000).fixed(1) + " km"
    default: (value / 1000).fixed(0) + " km"
    }
  }

  /// A radius as its user gave it: "500 m", "1.5 km".
  var label: String { value < 1000 ? "\(value.short) m" : "\((value / 1000).short) km" }

  /// The bare number, without a needless ".0".
  var compact: String { value.short }
}

extension Double {
  /// The fewest digits, without a needless ".0".
  fileprivate var short: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
