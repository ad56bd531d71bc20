internal import ArgumentParser
internal import CordonKit
internal import Gazetteer

struct GazetteerImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a larger gazetteer from GeoNames dumps.",
    discussion: """
      FILE is a main table of GeoNames (UA.txt, allCountries.txt, cities500.txt), as text or zipped. Populated \
      places (class P), water (H), mountains and islands (T), regions and parks (L) are taken, and the points \
      and names of countries and their first two levels of divisions (A). What ships stays part of it; a row \
      with the GeoNames id of a settlement that ships takes its place.

      The result lies beside the default index, under the name of the first FILE unless --name or --out says \
      otherwise. Other commands use it with --gazetteer NAME or with CORDON_GAZETTEER set.

      Wrong lines are told, counted and left out; the exit status is then 1.

      EXAMPLES:
        cordon gazetteer import UA.zip
        cordon gazetteer import allCountries.zip --alternate-names alternateNamesV2.zip --languages en,uk,ru
        cordon gazetteer look Bakhmut --gazetteer UA
      """)

  @Argument(help: ArgumentHelp("Main tables of GeoNames, as text or zipped.", valueName: "file"))
  var files: [String]

  @Option(
    name: .customLong("alternate-names"),
    help: ArgumentHelp("GeoNames' alternateNamesV2.txt, as text or zipped.", valueName: "file"))
  var alternateNames: String?

  @Option(
    help: ArgumentHelp(
      "Take alternate names of these languages only, such as en,uk,ru; needs --alternate-names.",
      valueName: "codes"))
  var languages: String?

  @Option(help: "The name to know it by.")
  var name: String?

  @Option(name: .customLong("out"), help: ArgumentHelp("Write the index to this file.", valueName: "file"))
  var output: String?

  @Flag(help: "Take buildings, airports and other spots, and roads, too (classes S and R).")
  var spots = false

  @Flag(help: "Replace an import of that name.")
  var force = false

  @OptionGroup var data: DataFolderOption

  func validate() throws {
    if name != nil, output != nil { throw ValidationError("Give --name or --out, not both.") }
    if languages != nil, alternateNames == nil {
      throw ValidationError("--languages needs --alternate-names: the main table names no languages.")
    }
  }

  func run() throws {
    var job = GazetteerImport(dumps: files)
    job.alternateNames = alternateNames
    job.languages = languages?.split(separator: ",").map { $0.lowercased() }
    job.name = name
    job.output = output
    job.includesSpots = spots
    job.overwrites = force
    let line = ProgressLine()
    let report: ImportReport
    do {
      report = try job.run(data: data.folder) { line.show($0) }
    } catch {
      line.clear()
      throw error
    }
    for problem in report.problems { tell("cordon: \(SafeText.line(problem.description))") }
    let counts = report.counts
    if counts.badRows > report.problems.count {
      tell("cordon: \(counts.badRows - report.problems.count) more wrong lines are left out")
    }
    var output = StandardOutput()
    for line in labelled(Self.table(report)) { output.line(line) }
    try output.flush()
    if counts.badRows > 0 { throw ExitCode(ExitStatus.inputLeftOut.rawValue) }
  }

  private static func table(_ report: ImportReport) -> [(String, String)] {
    let counts = report.counts
    return [
      ("index", report.indexPath),
      ("lines", String(counts.rows)),
      ("settlements", "\(counts.settlements), \(counts.replaced) that ship replaced"),
      ("features", "\(counts.features), \(counts.featuresMerged) more are among those that ship"),
      ("divisions", "\(counts.divisionsUpdated) updated, \(counts.divisionsAdded) added"),
      ("alternate names", String(counts.alternateNames)),
      ("other classes", String(counts.otherClasses)),
      ("wrong lines", String(counts.badRows)),
    ]
  }
}
