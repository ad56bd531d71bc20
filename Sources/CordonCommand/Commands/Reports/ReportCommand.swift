internal import ArgumentParser
internal import CordonKit
internal import Gazetteer
internal import GeoModel
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading
internal import Reports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report on a case: what matters first, then site by site, then the evidence.",
    discussion: """
      CASE is a folder or a file (case.gpkg) that 'cordon map' wrote. Without --out the report goes to standard output. The page, as \
      html or md, is bounded and says what it leaves out; csv and json hold everything. With --out the csv gets \
      a .csvt and a .prj file beside it, with which a GIS opens it as points.

      EXAMPLES:
        cordon report out --out morning.html
        cordon report out --site "Embassy of Azerbaijan in Kyiv" --since 2025-08-01 --lang uk --out kyiv.html
        cordon report out --operator AZ --kind missile_strike,drone_attack --within 1km --format csv --out az.csv
        cordon report out --format json
      """)

  @Argument(help: ArgumentHelp("The file or the folder of the case.", valueName: "case"))
  var path: String

  @Option(help: ArgumentHelp("Only what may concern this site; may be repeated.", valueName: "site"))
  var site: [String] = []

  @Option(
    name: .customLong("operator"),
    help: ArgumentHelp("Only sites this country runs, as a two-letter code.", valueName: "country"),
    transform: countryCode)
  var operatorCountry: String?

  @Option(help: ArgumentHelp("Leave out what ended before this day.", valueName: "day"), transform: day)
  var since: CalendarDate?

  @Option(help: ArgumentHelp("Leave out what began after this day.", valueName: "day"), transform: day)
  var until: CalendarDate?

  @Option(
    help: ArgumentHelp("Only these kinds, separated by commas.", valueName: "kinds"), transform: incidentKinds
  )
  var kind: [[IncidentKind]] = []

  @Option(
    help: ArgumentHelp("Leave out what cannot have come this near to a site.", valueName: "distance"),
    transform: distance)
  var within: Meters?

  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      "The language of the report's own words: en, ro, ru, uk or az.", valueName: "language"),
    transform: reportLanguage)
  var language: ReportLanguage = .en

  @Option(name: .shortAndLong, help: "What to write; told from the name of --out unless given.")
  var format: ReportFormat?

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var out: String?

  @Flag(help: "Begin the csv with a byte order mark, as spreadsheets want it.")
  var bom = false

  @OptionGroup var data: DataOptions

  func validate() throws {
    if let since, let until, until < since {
      throw ValidationError("--until \(until) lies before --since \(since).")
    }
    if out?.isEmpty == true { throw ValidationError("--out needs the name of a file.") }
    if bom, chosenFormat != .csv { throw ValidationError("--bom goes with --format csv.") }
  }

  private var chosenFormat: ReportFormat {
    format ?? out.flatMap { ReportFormat(fileName: $0) } ?? .html
  }

  func run() throws {
    let stored = try StoredCase(path: path).opened()
    let workspace = data.workspace()
    var filter = ReportFilter()
    filter.sites = try sites(of: stored, workspace)
    filter.operatorCountry = operatorCountry
    filter.since = since
    filter.until = until
    filter.kinds = Set(kind.joined())
    filter.within = within
    let report = try stored.report(
      filter, isPage: chosenFormat.isBounded, language: language, dataFolder: try workspace.dataFolderPath())
    if report.content.incidents.isEmpty { tell("cordon: no incident of the case agrees with that") }
    try write(report)
  }

  /// The sites asked for: those of the case first, which need no register, then those of the register.
  private func sites(of stored: StoredCase, _ workspace: Workspace) throws -> [Site] {
    var found: [Site] = []
    for phrase in site {
      if data.siteFiles.isEmpty, let own = try stored.site(named: phrase) {
        found.append(own)
        continue
      }
      let finder = LocationFinder(workspace: workspace)
      guard let site = try finder.sites(phrase).first else {
        let suggestions = try workspace.sites().suggestions(for: phrase)
        throw LocationError.unknownSite(phrase, suggestions: suggestions)
      }
      found.append(site)
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.id).inserted }
  }

  private func write(_ report: Report) throws {
    let text =
      switch chosenFormat {
      case .html: try HTMLReport.text(report)
      case .md: try MarkdownReport.text(report)
      case .csv: (bom ? "\u{FEFF}" : "") + CSVReport.text(report)
      case .json: JSONOutput.text(JSONReport.value(report))
      }
    guard let out, out != "-" else {
      var output = StandardOutput()
      output.write(text)
      return try output.flush()
    }
    try AtomicFile.write(Array(text.utf8), to: out)
    guard chosenFormat == .csv else { return }
    let base = out.lowercased().hasSuffix(".csv") ? String(out.dropLast(4)) : out
    try AtomicFile.write(Array(CSVReport.types.utf8), to: base + ".csvt")
    try AtomicFile.write(Array(CSVReport.projection.utf8), to: base + ".prj")
  }
}
