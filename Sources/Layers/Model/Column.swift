/// A column of a layer: its name and the one type all its values have.
public struct Column: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case text, integer, real, boolean
    /// A day, `YYYY-MM-DD`.
    case date
    /// A moment in UTC, `YYYY-MM-DDTHH:MM:SSZ`.
    case dateTime
    /// A list or an object.
    case json
  }

  /// Lower-case ASCII with underscores; the unit is the last part ("distance_m").
  public let name: String
  public let kind: Kind

  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
