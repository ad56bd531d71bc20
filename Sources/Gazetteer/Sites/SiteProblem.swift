/// A row of a register of sites that could not be used.
public struct SiteProblem: Hashable, Sendable, CustomStringConvertible {
  public let file: String
  /// Counts from 1; the line on which the row begins.
  public let line: Int
  public let problem: String

  public init(file: String, line: Int, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  public var description: String { "\(file):\(line): \(problem); the row was left out" }
}
