internal import ArgumentParser
internal import CordonKit
internal import Gazetteer

struct SitesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong in tables of sites.",
    discussion: """
      Every row that cannot be used is told with its line; then the status is 65. Sites that may be there twice, lie \
      far from their city, in the sea or among the towns of another country, and codes of no country are told too, \
      and do not change the status. Without FILE the table that ships is checked.

      EXAMPLES:
        cordon sites check our-sites.csv
        cordon sites check
      """)

  @Argument(help: "Tables in the form of data/sites.csv.")
  var file: [String] = []

  @OptionGroup var data: DataFolderOption

  func run() throws {
    let gazetteer = try Workspace(dataFolder: data.folder).gazetteer()
    let files = file.isEmpty ? [gazetteer.dataFolder + "/sites.csv"] : file
    var problems = 0
    for file in files {
      let registry = try SiteRegistry.load(files: [file], folding: gazetteer.folding)
      for problem in registry.problems { tell("cordon: \(SafeText.line(problem.description))") }
      tell(
        "cordon: \(file): \(counted(registry.sites.count, "site")), \(counted(registry.problems.count, "problem"))"
      )
      for finding in SiteCheck(gazetteer: gazetteer).findings(registry.sites) {
        tell("cordon: \(SafeText.line("\(file): \(finding)"))")
      }
      problems += registry.problems.count
    }
    if problems > 0 { throw ExitCode(ExitStatus.badData.rawValue) }
  }
}
