internal import ArgumentParser
internal import CaseStore
internal import CordonKit
internal import Gazetteer
internal import Proximity
internal import Reading

struct Map: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read reports and write what happened, and where, as layers and a report.",
    discussion: """
      INPUT is a file (.txt, .md, .html, .json, .jsonl), a folder of them, or - for standard input. What cannot \
      be read is told, and the rest goes on. DIR gets the case (case.gpkg), the GeoJSON layers, incidents.json, \
      report.html and report.md. A former case in DIR is replaced, but for what an analyst changed in it; any other folder that is \
      not empty is left alone without --force.

      With --case the reports are added to a case: a document is known by its content, incidents keep their \
      names, and what an analyst changed in the layer of incidents is kept. With --out too, DIR gets the layers of \
      the whole case. Ctrl-C ends the reading; what was read is kept.

      EXAMPLES:
        cordon map reports/ --out case
        cordon map monday.jsonl tuesday.jsonl --sites our-sites.csv --out case
        cordon map wednesday.jsonl --case case/case.gpkg
        cat report.txt | cordon map - --out case
      """)

  @Argument(help: "Files, folders, or - for standard input.")
  var input: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the layers are written.", valueName: "dir"))
  var out: String?

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("The case to add to; made if there is none.", valueName: "file"))
  var caseFile: String?

  @Flag(help: "Write into DIR even if it holds something that is not a case.")
  var force = false

  @OptionGroup var data: DataOptions

  func validate() throws {
    if out == nil, caseFile == nil {
      throw ValidationError("Say where to write: --out DIR for a folder of layers, --case FILE for a case.")
    }
    if input.isEmpty, out == nil || caseFile == nil {
      throw ValidationError("Name the reports to read; without any, --case and --out write a case's layers.")
    }
  }

  func run() async throws {
    let folder = out.map(CaseFolder.init)
    try folder?.checkBeforeWriting(force: force)
    let workspace = data.workspace()
    for problem in try workspace.sites().problems { tell("cordon: \(SafeText.line(problem.description))") }
    var leftOut = LeftOut()
    var changes: CaseAddition.Changes?
    let isNew = folder?.isThere == false
    let file = try CaseFile(path: caseFile ?? folder?.makeCase() ?? CaseFile.name)
    if input.isEmpty {
      try file.check()
    } else {
      changes = try await add(to: file, workspace, &leftOut)
      // Nothing to go on with: a former case is not replaced by an empty one.
      if changes == nil {
        if isNew { folder?.removeIfEmpty() }
        return try leftOut.end(documentsRead: 0)
      }
    }
    if let folder {
      let written = try folder.write(
        file, sites: workspace.sites().sites, dataFolder: workspace.gazetteer().dataFolder,
        with: caseFile == nil ? [CaseFile.name] : [])
      for line in CaseSummary(changes, folder: folder.path, written: written).lines { tell(line) }
    } else if let changes {
      for line in CaseSummary.lines(changes, file: file.path) { tell(line) }
    }
    try leftOut.end(documentsRead: 1)
    if try !workspace.sites().problems.isEmpty { throw ExitCode(ExitStatus.inputLeftOut.rawValue) }
  }

  private func add(
    to file: CaseFile, _ workspace: Workspace, _ leftOut: inout LeftOut
  ) async throws -> CaseAddition.Changes? {
    let progress = RunProgressLine()
    let interrupt = Interrupt()
    var problems = leftOut
    var signals = Pipeline.Signals()
    signals.isStopped = { interrupt.isAsked }
    signals.progress = { progress.show($0) }
    signals.leftOut = {
      progress.clear()
      problems.add($0)
    }
    signals.waiting = { holder in
      progress.clear()
      tell("cordon: \(SafeText.line("\(file.path): waiting for \(holder), which is writing to the case"))")
    }
    defer {
      progress.clear()
      leftOut = problems
    }
    let changes = try await Pipeline(workspace: workspace).add(
      input, to: file, replacing: caseFile == nil, signals: signals)
    if interrupt.isAsked {
      progress.clear()
      tell("cordon: stopped; what was read until then is kept")
    }
    return changes
  }
}
