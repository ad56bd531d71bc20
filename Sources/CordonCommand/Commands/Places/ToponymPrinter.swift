internal import CordonKit
internal import GeoModel

/// Prints toponyms document by document, so that memory stays bounded and the first line comes early.
struct ToponymPrinter {
  private let format: GeocodeFormat
  private let list: ToponymList
  private var output = StandardOutput()
  private var collection = FeatureCollectionWriter(
    name: "toponyms", description: "Places and sites that the documents name")
  private var documents = 0

  init(format: GeocodeFormat, list: ToponymList) {
    self.format = format
    self.list = list
    if format == .json { output.write("[") }
  }

  mutating func add(_ found: FoundToponyms) throws {
    defer { documents += 1 }
    switch format {
    case .table: addTable(found)
    case .jsonl:
      output.write(bytes: found.line)
      output.line()
    case .json:
      output.write(documents == 0 ? "\n" : ",\n")
      output.write(bytes: found.line)
    case .geojson:
      for feature in list.features(document: found.document, found.toponyms) { collection.append(feature) }
      output.write(bytes: collection.take())
    }
    try output.flushFullBlocks()
  }

  private mutating func addTable(_ found: FoundToponyms) {
    if documents > 0 { output.line() }
    output.line(SafeText.line(found.document))
    var table = TextTable(ToponymList.columns)
    list.add(found.toponyms, to: &table)
    for line in table.isEmpty ? ["no places"] : table.lines() { output.line("  " + line) }
    let notes = list.notes(found.toponyms)
    if !notes.isEmpty { output.line() }
    for line in notes { output.line("  " + line) }
    for line in list.explanations(found.explained) { output.line("  " + line) }
  }

  /// To be called before more input is waited for: a reader at the other end of a pipe wants whole lines.
  mutating func pause() throws {
    if case .jsonl = format { try output.flush() }
  }

  mutating func finish() throws {
    switch format {
    case .json: output.write("\n]\n")
    case .geojson: output.write(bytes: collection.finish())
    case .table, .jsonl: break
    }
    try output.flush()
  }
}
