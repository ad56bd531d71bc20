internal import ArgumentParser
internal import CordonKit

/// Where names come from, for every command that takes one.
struct DataOptions: ParsableArguments {
  @Option(
    name: .customLong("sites"),
    help: ArgumentHelp(
      "A table of your own sites, in the form of data/sites.csv; may be repeated, later ones win.",
      valueName: "file"))
  var siteFiles: [String] = []

  @Option(
    name: .customLong("data"),
    help: ArgumentHelp("The data folder, instead of CORDON_DATA or the one installed.", valueName: "folder"))
  var folder: String?

  func workspace() -> Workspace {
    Workspace(dataFolder: folder, siteFiles: siteFiles)
  }
}
