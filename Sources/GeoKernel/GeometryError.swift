/// What went wrong with a geometry, in which operation, and what to do about it.
public struct GeometryError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: Hashable, Sendable {
    /// A radius, distance or angle outside the range the operation documents.
    case valueOutOfRange
    /// The geometry breaks the rules of its kind, such as a ring of three positions.
    case invalidGeometry
    /// A well-formed geometry that this operation cannot treat, such as the hull of no points.
    case unsupported
    /// The geometry engine gave up.
    case engine
  }

  public let code: Code
  /// The operation, as a noun: "buffer", "union".
  public let operation: String
  /// One sentence part with the offending value, the engine's own words and the way out.
  public let detail: String

  init(_ code: Code, _ operation: String, _ detail: String) {
    self.code = code
    self.operation = operation
    self.detail = detail
  }

  public var description: String { "\(operation): \(detail)" }
}
