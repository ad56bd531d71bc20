internal import ArgumentParser

@main
enum Main {
  /// Errors of parsing are the parser's to tell (64, with the usage); all others are told in one
  /// sentence, with the status `ExitStatus` has for them.
  static func main() async {
    StandardOutput.outliveClosedPipes()
    var command: any ParsableCommand
    do {
      command = try Cordon.typed()
    } catch {
      Cordon.exit(withError: error)
    }
    do {
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard let failure = Failure(telling: error) else { Cordon.exit(withError: error) }
      tell("cordon: \(SafeText.line(failure.description))")
      Cordon.exit(withError: ExitCode(failure.status.rawValue))
    }
  }
}
