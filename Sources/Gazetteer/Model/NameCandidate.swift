/// A place that goes by a name.
public struct NameCandidate: Hashable, Sendable {
  public let place: PlaceID
  public let kind: NameKind
  /// The languages that the tables give the name for; no member when they do not say.
  public let languages: LanguageSet
}

/// Languages of one gazetteer, as bits in the order of `Gazetteer.languages`.
public struct LanguageSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}
