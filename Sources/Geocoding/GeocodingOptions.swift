public import GeoModel

/// What a user knows beyond the texts.
public struct GeocodingOptions: Sendable {
  /// The user's own names.
  public var overrides: PlaceOverrides
  /// ISO 3166 alpha-2 of the countries the texts are likely about; a parent named beside a name still wins.
  public var countries: Set<String>
  /// Where the texts are likely about; places within 500 km of it are preferred.
  public var near: Coordinate?
  /// Below this probability a name is left open, and where two places are as likely as each other; 0 chooses one
  /// always.
  public var leastProbability: Double

  /// Chosen on the curve that `scripts/train_ranker.py` prints: on held-out parts of the development corpora, what
  /// lies below is right once in eight times, and what lies above nine times in ten.
  public static let standardLeastProbability = 0.3

  public init(
    overrides: PlaceOverrides = PlaceOverrides(), countries: Set<String> = [], near: Coordinate? = nil,
    leastProbability: Double = standardLeastProbability
  ) {
    self.overrides = overrides
    self.countries = countries
    self.near = near
    self.leastProbability = leastProbability
  }
}
