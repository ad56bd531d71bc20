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

  mutating func add(document: String, _ toponyms: [Toponym]) throws {
    defer { documents += 1 }
    switch format {
    case .table: addTable(document, toponyms)
    case .jsonl:
      output.jsonLine(list.record(document: document, toponyms))
      // A reader at the other end of a pipe waits for whole lines.
      try output.flush()
    case .json:
      output.write(documents == 0 ? "\n" : ",\n")
      output.write(bytes: list.record(document: document, toponyms).utf8)
    case .geojson:
      for feature in list.features(document: document, toponyms) { collection.append(feature) }
      output.write(bytes: collection.take())
    }
    try output.flushFullBlocks()
  }

  private mutating func addTable(_ document: String, _ toponyms: [Toponym]) {
    if documents > 0 { output.line() }
    output.line(SafeText.line(document))
    var table = TextTable(ToponymList.columns)
    list.add(toponyms, to: &table)
    for line in table.isEmpty ? ["no places"] : table.lines() { output.line("  " + line) }
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
