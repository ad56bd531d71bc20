internal import GeoModel
internal import Proximity

/// How far the maps around a site reach.
enum MapReach {
  /// One map, or two when what came close would be a dot on the first.
  ///
  /// - Parameters:
  ///   - accuracy: of the site.
  ///   - rings: ascending.
  static func choose(rows: [SiteRow], accuracy: Meters, rings: [Meters]) -> [Meters] {
    let least = max((rings.first?.value ?? 100) * 1.3, accuracy.value * 1.6)
    let most = max((rings.last?.value ?? 5_000) * 1.1, least)
    let spreads = rows.compactMap { row -> Double? in
      let exposure = row.exposure
      if row.isOwn || exposure.farthest.value <= most { return min(exposure.farthest.value, most) }
      // What was elsewhere and may have been anywhere does not decide how much is shown, only its likeliest place.
      return exposure.best.value <= most ? exposure.best.value : nil
    }
    let wide = min(max((spreads.max() ?? 0) * 1.15, least), most)
    let close = spreads.filter { $0 * 1.2 * 4 <= wide }.max().map { max($0 * 1.2, least) }
    guard let close, close * 3 <= wide else { return [Meters(rounded(wide))] }
    return [Meters(rounded(wide)), Meters(rounded(close))]
  }

  /// Up to two digits.
  private static func rounded(_ reach: Double) -> Double {
    var step = 1.0
    while step * 100 <= reach { step *= 10 }
    return (reach / step).rounded(.up) * step
  }
}
