internal import ArgumentParser
internal import CordonKit
internal import Gazetteer
internal import GeoModel

struct SitesImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn tables of other makers into a table of sites for --sites.",
    discussion: """
      FILE is CSV with commas or semicolons, whose columns are found by name (the Database of Embassies' own file is \
      read as it is), or GeoJSON points. Countries may be codes or names. The table goes to standard output; a row \
      that cannot be used is told with its line, and the status is then 1.

      EXAMPLES:
        cordon sites import embassies.csv > our-sites.csv
        cordon sites import offices.geojson --accuracy 50m --format geojson
      """)

  @Argument(help: "CSV or GeoJSON files.")
  var file: [String]

  @Option(
    help: ArgumentHelp("The radius taken where a table gives none.", valueName: "distance"),
    transform: distance)
  var accuracy: Meters = Meters(500)

  @Option(name: .shortAndLong, help: "How to print them.")
  var format: ListFormat = .csv

  @OptionGroup var data: DataFolderOption

  func run() throws {
    guard accuracy > .zero else { throw ValidationError("--accuracy should be above 0 m.") }
    let gazetteer = try Workspace(dataFolder: data.folder).gazetteer()
    var sites: [Site] = []
    var problems: [SiteProblem] = []
    for path in file {
      var reader = SiteImport(gazetteer: gazetteer, accuracy: accuracy)
      let found = try reader.sites(in: path)
      sites += found.sites
      problems += found.problems
    }
    for problem in problems { tell("cordon: \(SafeText.line(problem.description))") }
    var output = StandardOutput()
    try SiteList(sites: sites).write(format, to: &output)
    try output.flush()
    tell("cordon: \(counted(sites.count, "site")), \(counted(problems.count, "problem"))")
    guard !problems.isEmpty else { return }
    throw ExitCode((sites.isEmpty ? ExitStatus.badData : .inputLeftOut).rawValue)
  }
}
