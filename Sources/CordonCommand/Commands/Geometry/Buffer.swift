internal import ArgumentParser
internal import CordonKit
internal import GeoKernel
internal import GeoModel
internal import Proximity

struct Buffer: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the area within given distances of WHERE as GeoJSON.",
    discussion: """
      One feature for each radius, the largest first so that the smaller ones are drawn on top. The rings are \
      geodesic: every vertex is exactly the radius away, with at least 72 vertices, 180 from 5 km up. Rings over \
      a pole or the antimeridian are cut as RFC 7946 asks.

      EXAMPLES:
        cordon buffer az-emb-kyiv --radius 500m,1km > rings.geojson
        cordon buffer geo:50.46,30.49 --radius 5km --fit circumscribed
        cordon buffer Odesa --radius 10km --format geojsonl --rs
      """)

  @Argument(help: "A site, a place or geo:LAT,LON.")
  var `where`: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Distances, separated by commas.", valueName: "distances"),
    transform: distances)
  var radius: [[Meters]]

  @Option(help: "The vertices on the circle, the whole ring inside it, or the whole ring outside it.")
  var fit: Fit = .vertices

  @Option(name: .shortAndLong, help: "One collection, or one feature a line.")
  var format: GeoJSONFormat = .geojson

  @Flag(name: .customLong("rs"), help: "With geojsonl: a record separator before each feature (RFC 8142).")
  var recordSeparators = false

  @OptionGroup var data: DataOptions

  func validate() throws {
    if recordSeparators, format != .geojsonl {
      throw ValidationError("--rs goes with --format geojsonl.")
    }
  }

  func run() throws {
    let center = try LocationFinder(workspace: data.workspace()).find(`where`)
    explainChoice(center, asked: `where`)
    let features = try Set(radius.joined()).sorted(by: >).map { try feature(center, $0) }
    var output = StandardOutput()
    switch format {
    case .geojson:
      let collection = FeatureCollection(
        name: "rings", description: "Distance rings around \(center.name), geodesic, WGS 84",
        features: features)
      output.write(bytes: collection.utf8)
    case .geojsonl:
      for feature in features {
        output.write(
          bytes: GeoJSONSequence.record(feature, framing: recordSeparators ? .recordSeparators : .lines))
      }
    }
    try output.flush()
  }

  private func feature(_ center: Location, _ radius: Meters) throws -> Feature {
    let disc = GeodesicDisc(center: center.coordinate, radius: radius)
    return Feature(
      id: "ring-\(radius.compact)m",
      geometry: try disc.outline(fit: fit.outline),
      properties: [
        "label": .string(radius.distanceLabel),
        "center": .string(center.name),
        "radius_m": .double(radius.value),
        "uncertainty_m": .double(center.uncertainty.value),
        "fit": .string(fit.rawValue),
      ])
  }
}
