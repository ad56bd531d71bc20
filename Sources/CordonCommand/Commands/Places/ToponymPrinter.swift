internal import CordonKit
internal import GeoModel
internal import Reading

/// Prints toponyms document by document, so that memory stays bounded and the first line comes early.
struct ToponymPrinter {
  private let format: GeocodeFormat
  private let list: ToponymList
  private var output = StandardOutput()
  private var collection = FeatureCollectionWriter(
    name: "toponyms", description: "Places and sites that the documents name")
  private var documents = 0
  /// Of a document that comes in parts and has not ended: its last part so far, and whether it has a toponym.
  private var pending: (part: FoundToponyms, hasToponym: Bool)?

  init(format: GeocodeFormat, list: ToponymList) {
    self.format = format
    self.list = list
    if format == .json { output.write("[") }
  }

  mutating func add(_ found: FoundToponyms) throws {
    if found.part?.isFirst ?? true { closePending() }
    switch format {
    case .table: addTable(found)
    case .jsonl, .json: addLine(found)
    case .geojson:
      for feature in list.features(document: found.document, found.toponyms) { collection.append(feature) }
      output.write(bytes: collection.take())
    }
    if found.part?.isLast ?? true { closePending() }
    try output.flushFullBlocks()
  }

  private mutating func addLine(_ found: FoundToponyms) {
    if found.part?.isFirst ?? true {
      if format == .json { output.write(documents == 0 ? "\n" : ",\n") }
      documents += 1
    }
    guard let part = found.part else {
      output.write(bytes: found.line)
      if format == .jsonl { output.line() }
      return
    }
    if part.isFirst { output.write(bytes: list.opening(found)) }
    let hadToponym = pending?.hasToponym ?? false
    output.write(bytes: found.line.dropFirst(hadToponym ? 0 : 1))
    pending = (found, hadToponym || !found.line.isEmpty)
  }

  /// Ends a document that came in parts, also one whose last part never came.
  private mutating func closePending() {
    guard let (part, _) = pending else { return }
    output.write(bytes: list.closing(part))
    if format == .jsonl { output.line() }
    pending = nil
  }

  private mutating func addTable(_ found: FoundToponyms) {
    if found.part?.isFirst ?? true {
      if documents > 0 { output.line() }
      documents += 1
      output.line(SafeText.line(found.document))
    }
    output.write(bytes: found.line)
  }

  /// To be called before more input is waited for: a reader at the other end of a pipe wants whole lines.
  mutating func pause() throws {
    if case .jsonl = format { try output.flush() }
  }

  mutating func finish() throws {
    closePending()
    switch format {
    case .json: output.write("\n]\n")
    case .geojson: output.write(bytes: collection.finish())
    case .table, .jsonl: break
    }
    try output.flush()
  }
}
