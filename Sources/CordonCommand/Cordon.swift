internal import ArgumentParser

struct Cordon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cordon",
    abstract: "Reads reports and works out what happened, where, and how close to whom.",
    usage: "cordon <subcommand> ...",
    discussion: """
      Data goes to standard output, everything else to standard error. \
      WHERE is a site ("Embassy of Azerbaijan in Kyiv", az-emb-kyiv), a place (Odesa; "Paris, Texas") \
      or a position (geo:50.46,30.49). A distance has a unit (500m, 5km, 2mi, 1nmi, 300ft); \
      a bare number is metres.

      EXAMPLES:
        cordon map reports/ --out case
        cordon near "Embassy of Azerbaijan in Kyiv" --within 500m --case case
        cordon report case --operator AZ --out morning.html
        cordon distance "Embassy of Azerbaijan in Kyiv" "Artem plant"

      EXIT STATUS:
      \(ExitStatus.allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n"))

      ENVIRONMENT:
        CORDON_DATA       the folder with places, sites and lexicons
        CORDON_CACHE      the folder for the indexes compiled from it
        CORDON_GAZETTEER  the name of an imported gazetteer to use
      """,
    version: "0.1.0",
    subcommands: [
      Map.self, ImportCommand.self, Near.self, ReportCommand.self, Show.self, Geocode.self, Distance.self,
      Buffer.self, Join.self,
      SitesCommand.self,
      GazetteerCommand.self,
    ])

  /// What was typed as a command to run.
  ///
  /// To describe all commands to the parser takes longer than most of them do, so the one that is named is asked
  /// first. What it does not understand, such as --help, is for the whole to answer.
  ///
  /// - Throws: what the parser throws.
  static func typed() throws -> any ParsableCommand {
    let arguments = CommandLine.arguments.dropFirst()
    if let command = arguments.first.flatMap(named),
      let parsed = try? command.parseAsRoot(Array(arguments.dropFirst())), type(of: parsed) == command
    {
      return parsed
    }
    return try parseAsRoot()
  }

  /// A command without commands of its own.
  private static func named(_ name: String) -> (any ParsableCommand.Type)? {
    switch name {
    case "map": Map.self
    case "import": ImportCommand.self
    case "near": Near.self
    case "report": ReportCommand.self
    case "show": Show.self
    case "geocode": Geocode.self
    case "distance": Distance.self
    case "buffer": Buffer.self
    case "join": Join.self
    default: nil
    }
  }
}
