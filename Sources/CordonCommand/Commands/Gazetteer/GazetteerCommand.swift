internal import ArgumentParser

struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Look into the places that names are found in, import more, and build their index.",
    discussion: """
      EXAMPLES:
        cordon gazetteer info
        cordon gazetteer look Odesa
        cordon gazetteer build
        cordon gazetteer import UA.zip --alternate-names alternateNamesV2.zip
      """,
    subcommands: [
      GazetteerInfoCommand.self, GazetteerLook.self, GazetteerBuild.self, GazetteerImportCommand.self,
    ])
}
