internal import ArgumentParser
internal import CordonKit
internal import GeoModel
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

struct Near: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the incidents of a case by their distance from WHERE.",
    discussion: """
      An incident is listed when it may have been within the distance, given how well its own place and that of \
      WHERE are known. It is certain when all of its possible places are within, likely when its best estimate \
      is, possible when only some of them are. Nothing found is no error.

      EXAMPLES:
        cordon near "Embassy of Azerbaijan in Kyiv" --within 500m --case out
        cordon near geo:50.46,30.49 --within 5km --since 2025-08-01 --kind missile_strike,drone_attack --case case.gpkg
        cordon near Odesa --within 30km --case out --format geojson > odesa.geojson
      """)

  @Argument(help: "A site, a place or geo:LAT,LON.")
  var `where`: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("How near an incident must possibly be.", valueName: "distance"),
    transform: distance)
  var within: Meters

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("The case, or the folder that 'cordon map' wrote.", valueName: "case"))
  var caseFolder = "."

  @Option(help: ArgumentHelp("Leave out what ended before this day.", valueName: "day"), transform: day)
  var since: CalendarDate?

  @Option(help: ArgumentHelp("Leave out what began after this day.", valueName: "day"), transform: day)
  var until: CalendarDate?

  @Option(
    help: ArgumentHelp("Only these kinds, separated by commas.", valueName: "kinds"), transform: incidentKinds
  )
  var kind: [[IncidentKind]] = []

  @Option(name: .shortAndLong, help: "How to print them.")
  var format: ListFormat = .table

  @OptionGroup var data: DataOptions

  func validate() throws {
    if let since, let until, until < since {
      throw ValidationError("--until \(until) lies before --since \(since).")
    }
  }

  func run() throws {
    let stored = try StoredCase(path: caseFolder).opened()
    // A site of the case needs no register.
    let isSite = data.siteFiles.isEmpty && !`where`.hasPrefix("geo:")
    let own = isSite ? try stored.site(named: `where`) : nil
    let center = try own.map { Location($0) } ?? LocationFinder(workspace: data.workspace()).find(`where`)
    explainChoice(center, asked: `where`)
    let query = NearQuery(
      target: center.target, within: within, since: since, until: until, kinds: Set(kind.joined()))
    let hits = query.hits(
      in: try stored.incidents(around: center.coordinate, within: within + center.uncertainty))
    if hits.isEmpty {
      tell("cordon: no incident within \(within.distanceLabel) of \(SafeText.line(center.name))")
    }
    var output = StandardOutput()
    try HitList(
      center: center, within: within, hits: hits,
      documents: format == .table ? [:] : try stored.documents(of: hits.map(\.incident))
    ).write(format, to: &output)
    try output.flush()
  }
}
