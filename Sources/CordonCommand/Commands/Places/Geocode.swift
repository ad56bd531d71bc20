internal import ArgumentParser
internal import CordonKit
internal import GeoModel
internal import Geocoding
internal import Reading

struct Geocode: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the places and sites that texts name.",
    discussion: """
      FILE is a text, Markdown, HTML, JSON or JSON Lines file, a folder of them, or - for standard input, which is \
      also read when no FILE is given. START and END count Unicode characters (scalars) of the text, from 0. With \
      jsonl there is one line for each document, as soon as it is ready.

      EXAMPLES:
        cordon geocode report.txt
        echo "A blast shook Aden, Yemen." | cordon geocode --explain
        cordon geocode reports.jsonl --format jsonl > toponyms.jsonl
      """)

  @Argument(help: "Files, folders, or - for standard input.")
  var file: [String] = []

  @Option(name: .shortAndLong, help: "How to print them.")
  var format: GeocodeFormat = .table

  @Flag(help: "Also print names that stand for a government or are part of another name.")
  var allMentions = false

  @Flag(help: "Also print adjectives and peoples, such as Ukrainian.")
  var demonyms = false

  @Flag(help: "Also print what spoke for each.")
  var explain = false

  @OptionGroup var data: DataOptions

  func run() async throws {
    if file.isEmpty, isStandardInputATerminal {
      tell("cordon: reading what you type; end it with Ctrl-D on a line of its own")
    }
    let workspace = data.workspace()
    let geocoder = try workspace.geocoder()
    let toponyms = ToponymReader(gazetteer: try workspace.gazetteer())
    let stream = DocumentStream(
      inputs: file.isEmpty ? ["-"] : file, reader: DocumentReader(lexicons: try workspace.lexicons()))
    var printer = ToponymPrinter(format: format, list: ToponymList(roles: roles, explains: explain))
    var leftOut = LeftOut()
    var read = 0
    try await stream.forEach(
      transform: { document, _ in
        (document.id, toponyms.toponyms(geocoder.mentions(in: document), in: document))
      },
      leftOut: { leftOut.add($0) },
      receive: { id, found in
        read += 1
        try printer.add(document: id, found)
      })
    try printer.finish()
    try leftOut.end(documentsRead: read)
  }

  private var roles: Set<Mention.Role> {
    var roles: Set<Mention.Role> = [.place, .site]
    if demonyms || allMentions { roles.insert(.demonym) }
    if allMentions { roles.formUnion([.metonym, .namePart]) }
    return roles
  }
}
