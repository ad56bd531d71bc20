public import GeoModel

/// How far a settlement reaches from its point, from its population alone.
///
/// The built-up area of a town grows about as its population does, so the radius goes with the square root:
/// 0.28 km × √(inhabitants ÷ 1000), at least 1 km and at most 30 km; 1.5 km when the population is unknown.
/// The radius of the circle that has the area of the municipality, for comparison:
///
///     city     inhabitants  area (km²)  circle   here
///     Kyiv      2,950,000      839      16.3 km  15.2 km
///     Kharkiv   1,430,000      350      10.6 km  10.6 km
///     Odesa     1,010,000      162       7.2 km   8.9 km
///     Lviv        720,000      149       6.9 km   7.5 km
///     Berlin    3,430,000      891      16.8 km  16.4 km
///     London    8,960,000    1,572      22.4 km  26.5 km
///     Munich    1,260,000      311       9.9 km   9.9 km
///
/// It is an estimate within a factor of about 1.5 for most cities, more for those whose municipality holds
/// much open land.
public enum SettlementRadius {
  public static func of(population: Int) -> Meters {
    guard population > 0 else { return Meters(1500) }
    return Meters(min(30_000, max(1000, 280 * (Double(population) / 1000).squareRoot())))
  }
}
