internal import ArgumentParser
internal import Reading

/// The inputs that gave no document: each is told at once and remembered in the exit status.
struct LeftOut {
  private(set) var problems: [ReadingError] = []

  mutating func add(_ problem: ReadingError) {
    problems.append(problem)
    tell("cordon: \(SafeText.line(problem.description))")
  }

  /// The status when not a single document was read: bad data before what is not there.
  var statusWithoutDocuments: ExitStatus {
    problems.contains { $0.category == .badData } ? .badData : .noInput
  }

  /// Ends the program with the status that the problems ask for, if there were any.
  func end(documentsRead: Int) throws(ExitCode) {
    if problems.isEmpty { return }
    let status = documentsRead == 0 ? statusWithoutDocuments : .inputLeftOut
    throw ExitCode(status.rawValue)
  }
}
