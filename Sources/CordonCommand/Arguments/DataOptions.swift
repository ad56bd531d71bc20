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
    name: .customLong("gazetteer"),
    help: ArgumentHelp(
      "An imported gazetteer, instead of CORDON_GAZETTEER or the one that ships ('default').",
      valueName: "name"))
  var gazetteer: String?

  @OptionGroup var folder: DataFolderOption

  func workspace() -> Workspace {
    let line = ProgressLine()
    return Workspace(dataFolder: folder.folder, siteFiles: siteFiles, gazetteerName: gazetteer) {
      line.show($0)
    }
  }
}

/// Where the tables of places and sites and the lexicons are.
struct DataFolderOption: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp("The data folder, instead of CORDON_DATA or the one installed.", valueName: "folder"))
  var folder: String?
}
