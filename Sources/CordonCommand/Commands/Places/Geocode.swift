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

      A text of more than 1 MiB may be of any length: it is read in parts of 64 KiB, each of them understood by \
      itself. Without parts, that is with --explain and --spans and for HTML, the limit is 64 MiB.

      A name that several places fit equally has no position; its reason says which they are. --explain prints for \
      each name what it may mean, what spoke for and against each place, and by how much the first one wins; with \
      json and jsonl as the member "spans".

      EXAMPLES:
        cordon geocode report.txt
        echo "A blast shook Aden, Yemen." | cordon geocode --explain
        cordon geocode reports.jsonl --format jsonl > toponyms.jsonl
        cordon geocode reports.jsonl --format jsonl --demonyms --metonyms
        cordon geocode reports.jsonl --format jsonl --spans spans.jsonl
        cordon geocode report.txt --country LB,SY --near geo:34.43,35.84
        cordon geocode report.txt --places own-names.tsv
      """)

  @Argument(help: "Files, folders, or - for standard input.")
  var file: [String] = []

  @Option(name: .shortAndLong, help: "How to print them.")
  var format: GeocodeFormat = .table

  @Flag(
    help:
      "Also print adjectives, names that stand for a government are part of another name, and \"the embassy\"."
  )
  var allMentions = false

  @Flag(help: "Also print adjectives and peoples, such as Ukrainian.")
  var demonyms = false

  @Flag(help: "Also print countries and capitals that stand for their government, as in 'Moscow said'.")
  var metonyms = false

  @Flag(help: "Also print what each name may mean, with what spoke for and against it.")
  var explain = false

  @Option(
    help: ArgumentHelp(
      "Resolve these spans and no others: JSON Lines {\"id\", \"toponyms\": [{\"start\", \"end\"}]}.",
      valueName: "file"))
  var spans: String?

  @OptionGroup var placeOptions: PlaceOptions

  @OptionGroup var data: DataOptions

  func run() async throws {
    if file.isEmpty, isStandardInputATerminal {
      tell("cordon: reading what you type; end it with Ctrl-D on a line of its own")
    }
    let workspace = data.workspace()
    let given = try spans.map { file throws(Failure) in try SpansFile(file: file) }
    let geocoder = try workspace.geocoder(options: try placeOptions.options(workspace))
    let toponyms = ToponymReader(gazetteer: try workspace.gazetteer())
    let explains = explain
    let stream = DocumentStream(
      inputs: file.isEmpty ? ["-"] : file, reader: DocumentReader(lexicons: try workspace.lexicons()),
      inParts: !explain && spans == nil)
    let list = ToponymList(roles: Array(roles), anaphora: allMentions, explains: explain)
    let format = format
    let writesLines = format == .jsonl || format == .json
    var printer = ToponymPrinter(format: format, list: list)
    var leftOut = LeftOut()
    var read = 0
    try await stream.forEach(
      transform: { document, _ in
        let spans = given?.ranges(in: document)
        let mentions =
          if let spans { geocoder.mentions(in: document, at: spans) } else { geocoder.mentions(in: document) }
        if writesLines, !explains {
          let line = list.line(mentions, in: document, toponyms)
          return FoundToponyms(
            document: document.id, part: document.part, toponyms: [], explained: [], line: line)
        }
        let chosen = toponyms.toponyms(mentions, in: document, where: list.isChosen)
        let explained =
          explains ? toponyms.explained(geocoder.explain(document, at: spans), in: document) : []
        var found = FoundToponyms(
          document: document.id, part: document.part, toponyms: chosen, explained: explained)
        switch format {
        case .table:
          found.line = list.table(chosen, explained, isPart: document.part != nil)
          found.letGo()
        case .json, .jsonl:
          found.line = list.record(found).utf8
          found.letGo()
        case .geojson: break
        }
        return found
      },
      leftOut: { leftOut.add($0) },
      receive: { found in
        if found.part?.isLast ?? true { read += 1 }
        try printer.add(found)
      },
      pause: { try printer.pause() })
    try printer.finish()
    try leftOut.end(documentsRead: read)
  }

  private var roles: Set<Mention.Role> {
    if allMentions || spans != nil { return [.place, .site, .demonym, .metonym, .namePart] }
    var roles: Set<Mention.Role> = [.place, .site]
    if demonyms { roles.insert(.demonym) }
    if metonyms { roles.insert(.metonym) }
    return roles
  }
}

/// What was found in a document.
struct FoundToponyms: Sendable {
  let document: String
  /// Of a long document.
  let part: DocumentPart?
  /// Those to print.
  var toponyms: [Toponym]
  /// Empty unless asked for.
  var explained: [ExplainedName]
  /// What is printed of it: the record as JSON, or the lines of a table.
  var line: [UInt8] = []

  /// Keeps no more than is printed.
  mutating func letGo() { (toponyms, explained) = ([], []) }
}
