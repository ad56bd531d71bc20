/// A line of a dump that was left out, and why.
public struct DumpProblem: Hashable, Sendable, CustomStringConvertible {
  /// The file, or archive and entry.
  public let file: String
  /// From 1.
  public let line: Int
  public let reason: String

  public var description: String { "\(file):\(line): \(reason); the line is left out" }
}

/// The bad lines of one piece of a dump: all are counted, the first of them kept.
struct DumpProblems: Sendable {
  static let kept = 20
  private(set) var first: [(line: Int, reason: String)] = []
  private(set) var count = 0

  mutating func add(_ line: Int, _ reason: @autoclosure () -> String) {
    if count < Self.kept { first.append((line, reason())) }
    count += 1
  }
}
