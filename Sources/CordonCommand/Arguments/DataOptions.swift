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

  @OptionGroup var folder: DataFolderOption

  func workspace() -> Workspace {
    let line = ProgressLine()
    return Workspace(dataFolder: folder.folder, siteFiles: siteFiles) { line.show($0) }
  }
}

/// Where the tables of places and sites and the lexicons are.
struct DataFolderOption: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp("The data folder, instead of CORDON_DATA or the one installed.", valueName: "folder"))
  var folder: String?
}
