import GeoKernel
import GeoModel

@main
enum Main {
  static let usage = """
    spatial-benchmarks JOB ...
      distances PAIRS.f64 RUNS               geod_inverse and the closed form, per pair
      within INCIDENTS.f64 SITES.f64 METRES RUNS [PAIRS.csv]
      nearest INCIDENTS.f64 SITES.f64 COUNT RUNS [ROWS.csv]
      rings SITES.f64 METRES SEGMENTS RUNS [RINGS.geojson]
      read FEATURES.geojson RUNS
      write INCIDENTS.csv FEATURES.geojson RUNS
    """

  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      print("spatial-benchmarks: \(error)")
      exitWithFailure()
    }
  }

  private static func run(_ words: [String]) throws {
    guard let job = words.first else { throw Problem(usage) }
    let rest = Array(words.dropFirst())
    func number(_ i: Int) throws -> Double {
      guard i < rest.count, let value = Double(rest[i]) else { throw Problem(usage) }
      return value
    }
    func file(_ i: Int) throws -> String {
      guard i < rest.count else { throw Problem(usage) }
      return rest[i]
    }
    switch job {
    case "distances": try distances(file(0), runs: Int(number(1)))
    case "within":
      try within(
        points(file(0)), points(file(1)), radius: Meters(number(2)), runs: Int(number(3)),
        output: rest.count > 4 ? rest[4] : nil)
    case "nearest":
      try nearest(
        points(file(0)), points(file(1)), count: Int(number(2)), runs: Int(number(3)),
        output: rest.count > 4 ? rest[4] : nil)
    case "rings":
      try rings(
        points(file(0)), radius: Meters(number(1)), segments: Int(number(2)), runs: Int(number(3)),
        output: rest.count > 4 ? rest[4] : nil)
    case "read": try readFeatures(file(0), runs: Int(number(1)))
    case "write": try writeFeatures(file(0), file(1), runs: Int(number(2)))
    default: throw Problem(usage)
    }
  }
}
