internal import ArgumentParser
internal import CaseStore
internal import CordonKit
internal import Reading

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add the events of other data sets to a case, as incidents of their own.",
    discussion: """
      FILE is a CSV export of ACLED or UCDP GED, told by its columns, or GeoJSON points with a date. Each event keeps \
      its own precision codes and source, and is not merged with others; columns are taken by name. A row that cannot \
      be used is told with its line, and the rest goes on. An event that is there already changes nothing, a revised \
      one takes the place of the former.

      EXAMPLES:
        cordon import acled.csv --case case.gpkg
        cordon import ged.csv geolocated.geojson --case case.gpkg
      """)

  @Argument(help: "CSV of ACLED or UCDP GED, or GeoJSON points.")
  var file: [String]

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("The case to add to; made if there is none.", valueName: "file"))
  var caseFile: String

  @OptionGroup var data: DataOptions

  func run() throws {
    let progress = RunProgressLine()
    let interrupt = Interrupt()
    var leftOut = LeftOut()
    let target = CaseFile(path: caseFile)
    var signals = Pipeline.Signals()
    signals.isStopped = { interrupt.isAsked }
    signals.progress = { progress.show($0) }
    signals.leftOut = {
      progress.clear()
      leftOut.add($0)
    }
    signals.waiting = { holder in
      progress.clear()
      tell("cordon: \(SafeText.line("\(target.path): waiting for \(holder), which is writing to the case"))")
    }
    let changes = try Pipeline(workspace: data.workspace()).importEvents(file, to: target, signals: signals)
    progress.clear()
    guard let changes else { return try leftOut.end(documentsRead: 0) }
    for line in CaseSummary.lines(changes, file: target.path, things: "event") { tell(line) }
    try leftOut.end(documentsRead: 1)
  }
}
