internal import GeoModel

/// Numbers as the sentences of a footprint write them.
enum ReasonText {
  /// "100 m", "1,500 m", "25 km": metres up to 10 km, kilometres beyond.
  static func meters(_ length: Meters) -> String {
    length.value >= 10_000 ? "\(grouped(length.value / 1000)) km" : "\(grouped(length.value)) m"
  }

  /// "21–30 m", "5–15 km".
  static func span(_ low: Meters, _ high: Meters) -> String {
    let isLong = high.value >= 10_000
    let scale = isLong ? 1000.0 : 1
    let (least, most) = (grouped(low.value / scale), grouped(high.value / scale))
    return (least == most ? most : "\(least)–\(most)") + (isLong ? " km" : " m")
  }

  /// A whole number with its thousands set off; a small one with one decimal, so that it is not 0.
  static func grouped(_ value: Double) -> String {
    if value > 0, value < 1 { return "\((value * 10).rounded() / 10)" }
    var digits = String(Int(value.rounded()))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
      index -= 3
    }
    return digits
  }
}
