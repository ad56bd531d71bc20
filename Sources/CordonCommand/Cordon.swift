import ArgumentParser

@main
struct Cordon: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "cordon")
}
