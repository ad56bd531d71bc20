/// A file of words or a template that cannot be used: which, why, and the way out.
public struct ReportResourceError: Error, Hashable, Sendable, CustomStringConvertible {
  public let file: String
  public let reason: String

  public var description: String { "\(file): \(reason); restore the file from where Cordon was installed" }
}
