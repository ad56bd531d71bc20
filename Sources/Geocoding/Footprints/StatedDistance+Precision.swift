public import GeoModel

/// A unit of length or of walking, with the metres one of it may be.
public struct DistanceUnit: Hashable, Sendable {
  /// Tag of the lexicon's `units` section.
  public let tag: String
  /// In English, as reasons write it; plural.
  public let plural: String
  public let best: Double
  public let low: Double
  public let high: Double
  /// Why `low` and `high` differ, else `nil`.
  public let note: String?

  private init(_ tag: String, _ plural: String, _ best: Double, _ range: ClosedRange<Double>, _ note: String)
  {
    self.tag = tag
    self.plural = plural
    self.best = best
    low = range.lowerBound
    high = range.upperBound
    self.note = note
  }

  private init(_ tag: String, _ plural: String, _ meters: Double) {
    self.tag = tag
    self.plural = plural
    best = meters
    low = meters
    high = meters
    note = nil
  }

  /// Lengths are those of the international yard and pound agreement and of ISO 80000-3. A step is 0.6–0.85 m
  /// (an adult's walking step); a block 80–160 m (Manhattan's short blocks to 10 blocks a mile); a minute's
  /// walk 67–90 m (4–5.4 km/h).
  static let all: [DistanceUnit] = [
    DistanceUnit("metre", "metres", 1),
    DistanceUnit("kilometre", "kilometres", 1000),
    DistanceUnit("mile", "miles", 1609.344),
    DistanceUnit("nautical_mile", "nautical miles", 1852),
    DistanceUnit("yard", "yards", 0.9144),
    DistanceUnit("foot", "feet", 0.3048),
    DistanceUnit("step", "steps", 0.725, 0.6...0.85, "a step is 0.6–0.85 m"),
    DistanceUnit("block", "blocks", 120, 80...160, "a block is 80–160 m"),
    DistanceUnit("minute_walk", "minutes' walk", 80, 67...90, "a minute's walk is 67–90 m"),
  ]

  public static func tagged(_ tag: String) -> DistanceUnit? { all.first { $0.tag == tag } }
}

extension StatedDistance {
  /// A number of units as metres, with the uncertainty its digits and its unit leave.
  ///
  /// The point-radius method (Wieczorek, Guo & Hijmans 2004, doi:10.1080/13658810412331280211): a whole number
  /// is known to half of the power of ten it is a multiple of (50 m: ±5 m; 100 m: ±50 m; 35 steps: ±0.5), a
  /// decimal to one part in the denominator of its fraction (10.5 km: ±0.5 km; 2.25: ±0.25; 3.4: ±0.1).
  /// Never more than half of the number, so that "half a mile" is not zero.
  ///
  /// - Parameter value: positive and finite.
  public init(_ value: Double, _ unit: DistanceUnit, text: String) {
    let uncertainty = Self.uncertainty(ofDigits: value)
    self.init(
      best: Meters(value * unit.best), low: Meters((value - uncertainty) * unit.low),
      high: Meters((value + uncertainty) * unit.high), text: text)
  }

  /// "40–50 metres": from the least of the first to the greatest of the second.
  public init(from low: Double, to high: Double, _ unit: DistanceUnit, text: String) {
    let least = low - Self.uncertainty(ofDigits: low)
    let most = high + Self.uncertainty(ofDigits: high)
    self.init(
      best: Meters((low + high) / 2 * unit.best), low: Meters(least * unit.low),
      high: Meters(most * unit.high), text: text)
  }

  /// How far a number may be off, by the digits it is written with.
  static func uncertainty(ofDigits value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    let fraction = value - value.rounded(.down)
    let step: Double
    if fraction < 1e-9 {
      var power = 1.0
      while value.truncatingRemainder(dividingBy: power * 10) == 0 { power *= 10 }
      step = power / 2
    } else if let denominator = [2.0, 3, 4].first(where: { isWhole(fraction * $0) }) {
      step = 1 / denominator
    } else {
      var digits = 1.0
      while digits < 1e6, !isWhole(value * digits) { digits *= 10 }
      step = 1 / digits
    }
    return min(step, value / 2)
  }

  private static func isWhole(_ x: Double) -> Bool { abs(x - x.rounded()) < 1e-6 * max(1, abs(x)) }
}
