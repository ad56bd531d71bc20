internal import ArgumentParser

struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Look into the places that names are found in, and build their index.",
    discussion: """
      EXAMPLES:
        cordon gazetteer info
        cordon gazetteer look Odesa
        cordon gazetteer build
      """,
    subcommands: [GazetteerInfoCommand.self, GazetteerLook.self, GazetteerBuild.self])
}
