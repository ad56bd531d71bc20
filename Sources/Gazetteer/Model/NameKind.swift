/// In what way a name names its place. Raw values are those of the compiled index.
public enum NameKind: UInt8, Sendable, CaseIterable, Comparable {
  /// The name the tables give first, or another spelling of it ("Misrata" where they have "Misratah").
  case primary
  /// An everyday short form: "US", "Britain", "ОАЭ".
  case shortForm
  case alternate
  /// "Tex.", "NSW".
  case abbreviation
  /// "Azerbaijani", "азербайджанский".
  case adjective
  /// The people: "Azerbaijanis".
  case people

  /// `true` for the adjective and the people, which name the place only indirectly.
  public var isDemonym: Bool { self == .adjective || self == .people }

  public static func < (a: NameKind, b: NameKind) -> Bool { a.rawValue < b.rawValue }
}
