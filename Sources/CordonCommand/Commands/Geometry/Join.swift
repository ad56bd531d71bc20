internal import ArgumentParser
internal import CordonKit
internal import GeoKernel
internal import GeoModel
internal import Proximity

struct Join: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join two files of points by distance: every pair within one, or the nearest.",
    discussion: """
      A and B are comma-separated values with columns lat and lon (or latitude and longitude, y and x), GeoJSON (a \
      collection, or one feature a line), or a layer of a GeoPackage (FILE.gpkg:LAYER); - is standard input. \
      Distances are those of the WGS 84 ellipsoid, and so is what is within and what is nearest; a point at \
      exactly the distance is within. Rows without a position are told, left out, and remembered in the exit \
      status.

      Of a row with the column or the property id the pairs give that; of others the line, or the feature's number. \
      The rows come in the order of A, and of B where --within finds B to be the larger file; those of one \
      row with the nearest first.

      EXAMPLES:
        cordon join incidents.csv sites.csv --within 5km > pairs.csv
        cordon join incidents.geojson sites.csv --nearest 3 --format csv
        cordon join incidents.csv --self --within 100m
        cordon join out/footprints.geojson sites.csv --from-footprints --within 1km --format geojsonl
      """)

  @Argument(help: ArgumentHelp("A file of points, or of footprints.", valueName: "a"))
  var first: String

  @Argument(help: ArgumentHelp("Another file of points.", valueName: "b"))
  var second: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Every pair at most so far apart.", valueName: "distance"),
    transform: distance)
  var within: Meters?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("For each of A the nearest so many of B.", valueName: "count"))
  var nearest: Int?

  @Flag(
    name: .customLong("self"), help: "Join A with itself; each pair comes once, and no point with itself.")
  var withItself = false

  @Flag(help: "A holds areas and lines: give the nearest and the farthest distance to each point of B.")
  var fromFootprints = false

  @Flag(
    help: ArgumentHelp(
      "With --from-footprints: edges are straight in longitude and latitude.",
      discussion: """
        As RFC 7946 has them, and so Cordon's own footprints. Else they are shortest ways over the ellipsoid. \
        Distances are exact to 10 micrometres either way.
        """))
  var straightEdges = false

  @Option(
    name: .shortAndLong,
    help: "The ids and the distance, all columns of both files, or lines between the two as GeoJSON.")
  var format: JoinFormatName = .pairs

  @Option(help: ArgumentHelp("Decimals of the distances in metres, 0 to 6.", valueName: "count"))
  var decimals = 3

  @Option(help: ArgumentHelp("End when there are more pairs than this.", valueName: "count"))
  var maxPairs = 100_000_000

  @Option(help: ArgumentHelp("How many processors to use, instead of all.", valueName: "count"))
  var threads: Int?

  func validate() throws {
    guard (within == nil) != (nearest == nil) else {
      throw ValidationError("Give either --within DISTANCE or --nearest COUNT.")
    }
    if let nearest, nearest < 1 { throw ValidationError("--nearest must be 1 or more.") }
    if withItself, second != nil {
      throw ValidationError("--self joins one file with itself; leave out the second.")
    }
    if !withItself, second == nil { throw ValidationError("Name a second file, or --self.") }
    if first == "-", second == "-" { throw ValidationError("Only one of the files can be standard input.") }
    if !(0...6).contains(decimals) { throw ValidationError("--decimals must be 0 to 6.") }
    if maxPairs < 0 { throw ValidationError("--max-pairs must be 0 or more.") }
    if let threads, threads < 1 { throw ValidationError("--threads must be 1 or more.") }
    if fromFootprints, withItself {
      throw ValidationError("--from-footprints needs a second file, of points.")
    }
    if straightEdges, !fromFootprints {
      throw ValidationError("--straight-edges goes with --from-footprints: points have no edges.")
    }
  }

  func run() async throws {
    let rule: JoinRule
    if let within { rule = .within(within) } else { rule = .nearest(nearest ?? 1) }
    var join = PointJoin(rule: rule, format: format.format)
    join.decimals = decimals
    join.isFromFootprints = fromFootprints
    join.edges = straightEdges ? .straight : .geodesic
    join.greatestCount = maxPairs
    if let threads { join.width = threads }
    let line = ProgressLine()
    var output = StandardOutput()
    var told: [String: Int] = [:]
    let report: PointJoin.Report
    do {
      report = try await join.run(
        first, second,
        problem: { file, problem in
          told[file, default: 0] += 1
          guard told[file, default: 0] <= Self.toldProblems else { return }
          line.clear()
          tell(
            "cordon: \(SafeText.line(file)): \(problem.place) is left out: \(SafeText.line(problem.reason))")
        },
        progress: { line.show($0) },
        output: { try output.write(directly: $0) })
    } catch {
      line.clear()
      try? output.flush()
      throw error
    }
    line.clear()
    try output.flush()
    for (file, count) in told.sorted(by: { $0.key < $1.key }) where count > Self.toldProblems {
      tell("cordon: \(SafeText.line(file)): \(count) rows are left out in all")
    }
    if report.strays > 0 {
      tell(
        "cordon: \(counted(report.strays, "feature")) with properties that the first ones lack: "
          + "these are left out of the table; --format geojsonl keeps them")
    }
    if report.leftOut + report.strays > 0 { throw ExitCode(ExitStatus.inputLeftOut.rawValue) }
  }

  private static let toldProblems = 10
}

/// The words of `--format` that make sense for a join.
enum JoinFormatName: String, ExpressibleByArgument, CaseIterable {
  case pairs, csv, geojsonl

  var format: JoinFormat {
    switch self {
    case .pairs: .pairs
    case .csv: .csv
    case .geojsonl: .links
    }
  }
}
