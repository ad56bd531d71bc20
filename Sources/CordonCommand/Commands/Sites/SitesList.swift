internal import ArgumentParser
internal import CordonKit
internal import Gazetteer

struct SitesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the registered sites.",
    discussion: """
      A site is listed when it agrees with everything that is given. A kind stands for its family: consulate finds \
      honorary consulates too.

      EXAMPLES:
        cordon sites list
        cordon sites list --operator AZ --kind consulate
        cordon sites list --host UA --format geojson > ukraine.geojson
      """)

  @Option(
    name: .customLong("operator"),
    help: ArgumentHelp("Who runs it, as a two-letter country code.", valueName: "country"))
  var operatorCountry: String?

  @Option(
    name: .customLong("host"),
    help: ArgumentHelp("Where it is, as a two-letter country code.", valueName: "country"))
  var hostCountry: String?

  @Option(help: "What it is: embassy, consulate, airport ...")
  var kind: String?

  @Option(help: "The city it is in.")
  var city: String?

  @Option(name: .shortAndLong, help: "How to print them.")
  var format: ListFormat = .table

  @OptionGroup var data: DataOptions

  func run() throws {
    let registry = try data.workspace().sites()
    for problem in registry.problems { tell("cordon: \(SafeText.line(problem.description))") }
    let found = registry.sites(
      kind: kind, operatorCountry: operatorCountry?.uppercased(), hostCountry: hostCountry?.uppercased(),
      city: city)
    if found.isEmpty { tell("cordon: no site agrees with that") }
    var output = StandardOutput()
    try SiteList(sites: found).write(format, to: &output)
    try output.flush()
    if !registry.problems.isEmpty { throw ExitCode(ExitStatus.inputLeftOut.rawValue) }
  }
}
