internal import GeoModel

/// Numbers as the sentences of a footprint write them.
enum ReasonText {
  /// "100 m", "1,500 m", "25 km": metres up to 10 km, kilometres beyond.
  static func meters(_ length: Meters) -> String {
    if length.value >= 10_000 { return "\(grouped(length.value / 1000)) km" }
    return "\(grouped(length.value)) m"
  }

  /// "21–30 m".
  static func span(_ low: Meters, _ high: Meters) -> String {
    let (least, most) = (meters(low), meters(high))
    if least == most { return most }
    guard let unit = most.split(separator: " ").last, least.hasSuffix(" \(unit)") else {
      return "\(least)–\(most)"
    }
    return "\(least.dropLast(unit.count + 1))–\(most)"
  }

  /// A whole number with its thousands set off.
  static func grouped(_ value: Double) -> String {
    let rounded = Int(value.rounded())
    if rounded == 0, value > 0 { return "under 1" }
    var digits = String(rounded)
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
      index -= 3
    }
    return digits
  }
}
