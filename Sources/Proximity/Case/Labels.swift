public import GeoModel
internal import Geocoding
public import Incidents

extension Incident {
  /// "Missile strike: Embassy of Azerbaijan in Kyiv"; starts with a word, never with a number.
  public var title: String {
    let what = kind.label.prefix(1).uppercased() + kind.label.dropFirst()
    guard let place = siteName ?? placeName ?? Optional(footprint.anchorName), !place.isEmpty else {
      return what
    }
    return "\(what): \(place)"
  }
}

extension Meters {
  /// For people: "500 m", "5 km", "1.5 km"; below 1 km in metres.
  public var distanceLabel: String {
    let parts = Self.parts(value)
    return "\(parts.number) \(parts.unit)"
  }

  /// For people, about as exact as it is meant: whole metres below a kilometre, tenths of kilometres below a
  /// hundred, else whole kilometres.
  public var roundedLabel: String {
    let parts = roundedParts
    return "\(parts.number) \(parts.unit)"
  }

  /// The number and the unit, `m` or `km`, of ``roundedLabel``, for languages with a decimal mark of their own.
  public var roundedParts: (number: String, unit: String) { Self.parts(roundedMeters) }

  /// The same as a number, and the unit with a blank before it.
  public var roundedNumber: (number: Double, unit: StaticString) {
    let meters = roundedMeters
    return meters < 1000 ? (meters, " m") : (meters / 1000, " km")
  }

  private var roundedMeters: Double {
    if value.rounded() < 1000 { return value.rounded() }
    let places = value < 100_000 ? 10.0 : 1.0
    return ((value / 1000 * places).rounded() / places) * 1000
  }

  private static func parts(_ meters: Double) -> (number: String, unit: String) {
    func shortest(_ number: Double) -> String {
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
    return meters < 1000 ? (shortest(meters), "m") : (shortest(meters / 1000), "km")
  }
}

extension Exposure {
  /// "about 50 m (45 to 130 m)", each as exact as it is known.
  public var label: String {
    let known = asKnown
    return
      "about \(known.best.roundedLabel) (\(known.nearest.roundedLabel) to \(known.farthest.roundedLabel))"
  }

  /// The best distance rounded to an eighth of the stretch that is possible or finer (1, 2 or 5 and zeros), the
  /// least and the greatest outwards to two digits: what is said always holds what is known.
  public var asKnown: (best: Meters, nearest: Meters, farthest: Meters) {
    let least = nearest.roundedToTwoDigits(.down)
    let most = farthest.roundedToTwoDigits(.up)
    let finest = max(1, (farthest - nearest).value / 8)
    let decade = finest.powerOfTenBelow
    let step = 5 * decade <= finest ? 5 * decade : 2 * decade <= finest ? 2 * decade : decade
    let rounded = Meters((best.value / step).rounded() * step)
    return (min(max(rounded, least), most), least, most)
  }
}

extension Meters {
  /// Whole metres below 100 m.
  fileprivate func roundedToTwoDigits(_ rule: FloatingPointRoundingRule) -> Meters {
    let step = max(1, value.powerOfTenBelow / 10)
    // A decimetre, finer than anything known, must not push a round number to the next one.
    let hair = rule == .up ? -0.1 : 0.1
    return Meters(max(0, ((value + hair) / step).rounded(rule) * step))
  }
}

extension Double {
  /// The greatest power of ten that is not greater; 1 for anything below 10.
  fileprivate var powerOfTenBelow: Double {
    var power = 1.0
    while power * 10 <= self { power *= 10 }
    return power
  }
}
