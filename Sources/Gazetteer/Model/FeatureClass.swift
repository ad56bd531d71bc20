/// What sort of thing a place is.
public enum FeatureClass: UInt8, Sendable, CaseIterable {
  case settlement
  case country
  /// First-level administrative region.
  case region
  /// Second-level administrative region.
  case district
  case continent
  /// An area that news names and no state is: "Middle East", "Donbas".
  case worldRegion
  /// Ocean, sea, gulf, strait, channel, canal or lake.
  case water
  case river
  case island
  case mountains
  /// Desert, peninsula, reef and what has no class of its own.
  case other

  /// The class as a word, as lists and files have it.
  var word: String {
    switch self {
    case .settlement: "settlement"
    case .country: "country"
    case .region: "region"
    case .district: "district"
    case .continent: "continent"
    case .worldRegion: "worldRegion"
    case .water: "water"
    case .river: "river"
    case .island: "island"
    case .mountains: "mountains"
    case .other: "other"
    }
  }

  /// The class of a `kind` word of `features.tsv`.
  init(featureKind kind: String) {
    switch kind {
    case "continent": self = .continent
    case "world_region": self = .worldRegion
    case "ocean", "sea", "gulf", "bay", "strait", "channel", "canal", "lake", "reservoir": self = .water
    case "river": self = .river
    case "island", "archipelago": self = .island
    case "mountains", "mountain": self = .mountains
    default: self = .other
    }
  }
}
