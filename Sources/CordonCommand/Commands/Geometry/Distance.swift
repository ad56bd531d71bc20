internal import ArgumentParser
internal import CordonKit
internal import GeoModel
internal import Proximity

struct Distance: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure from A to B along the WGS 84 ellipsoid, with bearings.",
    discussion: """
      The distance is the geodesic between the two points, good to a few nanometres. Where a site or a place \
      is only known to some metres, the least and the greatest possible distance are given too.

      EXAMPLES:
        cordon distance geo:50,30 geo:51,31
        cordon distance "Embassy of Azerbaijan in Kyiv" "Artem plant"
        cordon distance Odesa az-emb-kyiv --format json
      """)

  @Argument(help: "From: a site, a place or geo:LAT,LON.")
  var a: String

  @Argument(help: "To: a site, a place or geo:LAT,LON.")
  var b: String

  @Option(name: .shortAndLong, help: "How to print it.")
  var format: TableOrJSON = .table

  @OptionGroup var data: DataOptions

  func run() throws {
    let finder = LocationFinder(workspace: data.workspace())
    let from = try finder.find(a)
    let to = try finder.find(b)
    explainChoice(from, asked: a)
    explainChoice(to, asked: b)
    let span = LocationSpan(from: from, to: to)
    var output = StandardOutput()
    switch format {
    case .table: for line in Self.table(span) { output.line(line) }
    case .json: output.json(Self.json(span))
    }
    try output.flush()
  }

  private static func table(_ span: LocationSpan) -> [String] {
    var pairs = [
      ("from", describe(span.from)),
      ("to", describe(span.to)),
      ("distance", span.best.value.fixed(3) + " m"),
    ]
    if span.nearest != span.farthest {
      pairs.append(("possible", "\(span.nearest.roundedLabel) to \(span.farthest.roundedLabel)"))
    }
    pairs.append(
      ("bearing", "\(span.bearing.value.fixed(1))° there, \(span.bearingBack.value.fixed(1))° back"))
    return labelled(pairs)
  }

  private static func describe(_ location: Location) -> String {
    let position = GeoURI(coordinate: location.coordinate).description
    let within = location.uncertainty > .zero ? ", within \(location.uncertainty.roundedLabel)" : ""
    return location.name == position ? position + within : "\(location.name) (\(position)\(within))"
  }

  private static func json(_ span: LocationSpan) -> JSONValue {
    [
      "distance_m": .double(span.best.value),
      "nearest_m": .double(span.nearest.value),
      "farthest_m": .double(span.farthest.value),
      "bearing_deg": .double(span.bearing.value),
      "bearing_back_deg": .double(span.bearingBack.value),
      "from": json(span.from),
      "to": json(span.to),
    ]
  }

  private static func json(_ location: Location) -> JSONValue {
    [
      "name": .string(location.name),
      "lat": .double(location.coordinate.latitude),
      "lon": .double(location.coordinate.longitude),
      "uncertainty_m": .double(location.uncertainty.value),
    ]
  }
}
