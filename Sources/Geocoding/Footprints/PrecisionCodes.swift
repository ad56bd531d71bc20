public import GeoModel

/// The two precision codes that conflict data sets use.
public struct PrecisionCodes: Hashable, Sendable {
  /// UCDP GED `where_prec`: 1 the exact place, 2 within about 25 km of a known point, 3 a second-level
  /// region, 4 a first-level region, 5 a line or an area without sharp bounds, 6 a country,
  /// 7 international waters or airspace.
  public let gedCode: Int
  /// ACLED `geo_precision`: 1 the town or site, 2 near it or a part of a region, 3 a region.
  public let geo: Int

  /// The codes of something inside a place.
  public static func inside(_ level: PlaceFacts.Level) -> PrecisionCodes {
    switch level {
    case .settlement: PrecisionCodes(gedCode: 1, geo: 1)
    case .district: PrecisionCodes(gedCode: 3, geo: 2)
    case .region: PrecisionCodes(gedCode: 4, geo: 3)
    case .area, .line: PrecisionCodes(gedCode: 5, geo: 3)
    case .country: PrecisionCodes(gedCode: 6, geo: 3)
    case .water: PrecisionCodes(gedCode: 7, geo: 3)
    }
  }

  /// At a site: its town is known.
  public static let site = PrecisionCodes(gedCode: 1, geo: 1)

  /// At most `distance` beside a known point, with everything within `radius` of the best estimate.
  ///
  /// GED draws the line at about 25 km. Up to one kilometre from a site its town is still known, which is
  /// what code 1 of both means.
  public static func beside(isSite: Bool, radius: Meters, distance: Meters) -> PrecisionCodes {
    if isSite, distance.value <= 1_000 { return .site }
    if radius.value <= 25_000 { return PrecisionCodes(gedCode: 2, geo: 2) }
    return PrecisionCodes(gedCode: 5, geo: radius.value <= 100_000 ? 2 : 3)
  }

  /// "Near" a known point without a number: by definition code 2 of both, but for a site's own surroundings.
  static func near(isSite: Bool, distance: Meters) -> PrecisionCodes {
    isSite && distance.value <= 1_000 ? .site : PrecisionCodes(gedCode: 2, geo: 2)
  }
}
