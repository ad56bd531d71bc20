/// A file of points that cannot be read at all.
public struct JoinInputError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// It does not exist or cannot be read.
    case missing
    /// It is not in the form it must have.
    case malformed
  }

  public let kind: Kind
  public let path: String
  public let reason: String

  public init(kind: Kind, path: String, reason: String) {
    self.kind = kind
    self.path = path
    self.reason = reason
  }

  public var description: String { "\(path): \(reason)" }
}
