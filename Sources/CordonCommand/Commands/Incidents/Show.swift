internal import ArgumentParser
internal import CordonKit
internal import Incidents
internal import Layers

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain an incident: every sentence, rule and choice it rests on.",
    discussion: """
      ID is the name an incident has in 'incidents.json' and in the list of 'cordon near', or enough of its \
      beginning to tell it from the others. Offsets count Unicode characters of the document as read.

      EXAMPLES:
        cordon show 2025-11-14-kyiv-embassy-of-azerbaijan-missile-strike --case out
        cordon show 2024-12-25 --case out
      """)

  @Argument(help: "The id of an incident, or the beginning of one.")
  var id: String

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("The case, or the folder that 'cordon map' wrote.", valueName: "case"))
  var caseFolder = "."

  func run() throws {
    let incidents = try StoredCase(path: caseFolder).incidents(named: id)
    var output = StandardOutput()
    output.write(IncidentExplanation(try incident(among: incidents)).text)
    try output.flush()
  }

  private func incident(among incidents: [Incident]) throws -> Incident {
    let fitting = incidents
    if fitting.count == 1 { return fitting[0] }
    let asked = SafeText.line(id)
    if fitting.isEmpty {
      throw ValidationError("No incident of this case is named '\(asked)'; 'cordon near' lists their ids.")
    }
    let names = fitting.prefix(5).map(\.id).joined(separator: ", ")
    throw ValidationError(
      "'\(asked)' is the beginning of \(fitting.count) incidents (\(names)); give more of it.")
  }
}
