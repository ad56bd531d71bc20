internal import ArgumentParser
internal import CordonKit
internal import Gazetteer
internal import Proximity
internal import Reading

struct Map: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read reports and write what happened, and where, as layers and a report.",
    discussion: """
      INPUT is a file (.txt, .md, .html, .json, .jsonl), a folder of them, or - for standard input. What cannot \
      be read is told, and the rest goes on. DIR gets the GeoJSON layers, incidents.json, report.html and report.md. A former \
      case in DIR is replaced; any other folder that is not empty is left alone without --force.

      EXAMPLES:
        cordon map reports/ --out case
        cordon map monday.jsonl tuesday.jsonl --sites our-sites.csv --out case
        cat report.txt | cordon map - --out case
      """)

  @Argument(help: "Files, folders, or - for standard input.")
  var input: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the case is written.", valueName: "dir"))
  var out: String

  @Flag(help: "Write into DIR even if it holds something that is not a case.")
  var force = false

  @OptionGroup var data: DataOptions

  func run() async throws {
    let folder = CaseFolder(path: out)
    try folder.checkBeforeWriting(force: force)
    let workspace = data.workspace()
    for problem in try workspace.sites().problems { tell("cordon: \(SafeText.line(problem.description))") }
    var leftOut = LeftOut()
    let found = try await Pipeline(workspace: workspace).run(input) { leftOut.add($0) }
    let read = found.documents.count { $0.leftOut == nil }
    // Nothing to go on with: a former case is not replaced by an empty one.
    if read == 0 { return try leftOut.end(documentsRead: 0) }
    let written = try folder.write(found, dataFolder: try workspace.gazetteer().dataFolder)
    for line in CaseSummary(found, folder: out, written: written).lines { tell(line) }
    try leftOut.end(documentsRead: read)
    if try !workspace.sites().problems.isEmpty { throw ExitCode(ExitStatus.inputLeftOut.rawValue) }
  }
}
