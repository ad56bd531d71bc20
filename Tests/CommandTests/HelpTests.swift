import Foundation
import Testing

struct HelpTests {
  /// A command of the program, as the argument parser describes it.
  struct Description: Decodable {
    struct Root: Decodable { let command: Description }

    let commandName: String
    let superCommands: [String]?
    let abstract: String?
    let discussion: String?
    let subcommands: [Description]?

    var path: [String] { (superCommands ?? []) + [commandName] }

    var all: [Description] {
      [self] + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap(\.all)
    }
  }

  private func commands() throws -> [Description] {
    let dump = try Program.run(["--experimental-dump-help"])
    return try JSONDecoder().decode(Description.Root.self, from: Data(dump.output.utf8)).command.all
  }

  @Test func everyCommandHasHelpWithAnExample() throws {
    let commands = try commands()
    #expect(commands.count > 2)
    for command in commands {
      let name = command.path.joined(separator: " ")
      #expect(command.abstract?.hasSuffix(".") == true, "\(name) lacks a sentence that says what it does")
      #expect(command.discussion?.contains("EXAMPLES:\n  cordon ") == true, "\(name) lacks an example")
      let help = try Program.run(Array(command.path.dropFirst()) + ["--help"])
      #expect(help.status == 0)
      #expect(help.output.contains("USAGE:"))
      #expect(help.errors.isEmpty)
    }
  }

  @Test func rootHelpNamesEveryExitStatus() throws {
    let help = try Program.run(["--help"]).output
    for status in [0, 1, 64, 65, 66, 70, 73] { #expect(help.contains("\n  \(status)  ")) }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsNameEveryCommand(shell: String) throws {
    let script = try Program.run(["--generate-completion-script", shell])
    #expect(script.status == 0)
    for command in try commands() { #expect(script.output.contains(command.commandName)) }
  }

  @Test func theBashCompletionIsAScript() throws {
    let script = try Program.run(["--generate-completion-script", "bash"])
    let check = try Program.run(
      ["-n", "/dev/stdin"], executable: URL(filePath: "/bin/bash"), input: script.output)
    #expect(check.status == 0, "\(check.errors)")
  }
}
