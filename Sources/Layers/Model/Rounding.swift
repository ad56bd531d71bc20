package import GeoModel

/// How many digits the numbers of the layers have.
package enum Rounding {
  /// A tenth of a metre, which is finer than anything known; `nil` for what is not finite.
  package static func meters(_ length: Meters?) -> Double? {
    guard let length, length.value.isFinite else { return nil }
    return (length.value * 10).rounded() / 10
  }

  /// - Parameter places: a power of ten.
  package static func degrees(_ angle: Double, places: Double = 1e7) -> Double {
    (angle * places).rounded() / places
  }

  /// A chance or a confidence, to four decimals.
  package static func share(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }
}
