public import GeoModel

/// Sites that lie outside the town they are named after.
public enum OutlyingSites {
  /// How far beyond the town a site of a kind may lie: nine in ten airports lie within 25 km of the middle of the
  /// town they serve, works with tanks at its edge, and a county around the town it is called after; `nil` for what
  /// lies in the town.
  ///
  /// - Parameter kind: a tag of the lexicon's `facility` section.
  public static func reach(of kind: String) -> Meters? { table[kind] }

  private static let table: [String: Meters] = [
    "airport": Meters(20_000), "air_base": Meters(20_000), "oil_depot": Meters(8_000),
    "oil_refinery": Meters(8_000), "power_plant": Meters(8_000), "port": Meters(8_000),
    "oil_field": Meters(20_000), "county": Meters(40_000),
  ]

  /// `true` for a second-level region, which holds the town that it is called after.
  public static func isAround(_ kind: String) -> Bool { kind == ComposedName.Kind.county.rawValue }

  /// All kinds with such a reach.
  static var kinds: Set<String> { Set(table.keys) }
}
