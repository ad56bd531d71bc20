internal import ArgumentParser
internal import CordonKit
internal import Gazetteer
internal import GeoModel

struct GazetteerInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Say where the places come from and how many there are.",
    discussion: """
      EXAMPLES:
        cordon gazetteer info
        cordon gazetteer info --verify --format json
        cordon gazetteer info --gazetteer UA
      """)

  @Flag(help: "Compare the whole index with its checksums; a damaged one ends with status 65.")
  var verify = false

  @Option(name: .shortAndLong, help: "How to print it.")
  var format: TableOrJSON = .table

  @OptionGroup var data: DataOptions

  func run() throws {
    let gazetteer = try data.workspace().gazetteer()
    var output = StandardOutput()
    switch format {
    case .table: for line in labelled(Self.table(gazetteer.info)) { output.line(line) }
    case .json: output.json(Self.json(gazetteer.info))
    }
    try output.flush()
    guard verify else { return }
    let damaged = gazetteer.damagedSections()
    guard damaged.isEmpty else {
      throw Failure(
        .badData,
        "\(gazetteer.indexPath): damaged in \(damaged.joined(separator: ", ")); "
          + (gazetteer.info.importedFiles.isEmpty
            ? "run 'cordon gazetteer build --force'" : "import it again with --force"))
    }
    tell("cordon: the index is whole")
  }

  private static func table(_ info: GazetteerInfo) -> [(String, String)] {
    [
      ("data", info.dataFolder),
      ("index", info.indexPath),
    ]
      + info.importedFiles.map { ("imported", $0) }
      + (info.isOutdated ? [("note", "the data folder has changed since; import again to take that up")] : [])
      + [
        ("size", "\((Double(info.indexBytes) / 1e6).fixed(1)) MB"),
        ("format", String(info.formatVersion)),
        ("names", String(info.nameCount)),
        ("languages", info.languages.joined(separator: " ")),
      ]
      + FeatureClass.allCases.compactMap { kind in
        info.placeCounts[kind].map { ("\(kind)", String($0)) }
      }
  }

  private static func json(_ info: GazetteerInfo) -> JSONValue {
    [
      "data": .string(info.dataFolder),
      "index": .string(info.indexPath),
      "imported": .array(info.importedFiles.map(JSONValue.string)),
      "outdated": .bool(info.isOutdated),
      "index_bytes": .int(info.indexBytes),
      "format": .int(info.formatVersion),
      "names": .int(info.nameCount),
      "postings": .int(info.postingCount),
      "languages": .array(info.languages.map(JSONValue.string)),
      "places": .object(
        JSONObject(
          FeatureClass.allCases.compactMap { kind in
            info.placeCounts[kind].map { ("\(kind)", JSONValue.int($0)) }
          })),
    ]
  }
}
