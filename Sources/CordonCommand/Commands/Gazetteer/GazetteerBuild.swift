internal import ArgumentParser
internal import CordonKit
internal import Gazetteer

struct GazetteerBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile the tables of the data folder into the index, if it is not up to date.",
    discussion: """
      Any command that needs the index builds it when there is none or the tables changed. Building beforehand \
      spares the first of them the wait. Imported gazetteers are not touched.

      EXAMPLES:
        cordon gazetteer build
        CORDON_CACHE=/var/cache/cordon cordon gazetteer build --force
      """)

  @Flag(help: "Build it even if it is up to date.")
  var force = false

  @OptionGroup var data: DataFolderOption

  func run() throws {
    let line = ProgressLine()
    let gazetteer = try Gazetteer.open(data: data.folder, named: "default", rebuild: force) { line.show($0) }
    tell("cordon: the index \(gazetteer.wasBuilt ? "was built" : "is up to date"): \(gazetteer.indexPath)")
  }
}
