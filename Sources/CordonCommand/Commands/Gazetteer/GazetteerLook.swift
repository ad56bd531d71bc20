internal import ArgumentParser
internal import CordonKit
internal import Gazetteer
internal import GeoKernel
internal import GeoModel

struct GazetteerLook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "look",
    abstract: "Show the places that go by a name, or those nearest to a position.",
    discussion: """
      The likeliest comes first: the one another command takes when it is given the bare name. Any of the others \
      is named by what it lies in ("Paris, Texas") or by its key.

      EXAMPLES:
        cordon gazetteer look Paris
        cordon gazetteer look "Paris, Texas"
        cordon gazetteer look geo:50.46,30.49 --limit 3
      """)

  @Argument(help: "A name in any language, a key such as geonames:698740, or geo:LAT,LON.")
  var name: String

  @Option(help: "How many at most.")
  var limit = 10

  @Option(name: .shortAndLong, help: "How to print them.")
  var format: ListFormat = .table

  @OptionGroup var data: DataOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
  }

  func run() throws {
    let finder = LocationFinder(workspace: data.workspace())
    let found = try finder.places(name, limit: limit)
    if found.isEmpty { tell("cordon: no place goes by '\(SafeText.line(name))'") }
    var output = StandardOutput()
    try PlaceList(places: found).write(format, to: &output)
    try output.flush()
  }
}
