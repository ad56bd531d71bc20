internal import GeoModel
internal import Reading

/// A layer on its way into a GeoJSON file, a few rows at a time.
///
/// The same columns in the same order in every feature, one feature a line, at most seven decimals; the same rows
/// always give the same bytes.
struct LayerStream {
  private let file: AtomicFileStream
  private var rows: LayerRows
  private(set) var count = 0

  /// - Parameters:
  ///   - layer: without rows.
  ///   - quoted: columns whose texts are written in quotation marks; see ``TimeLookalike``.
  /// - Throws: ``FileWriteError``.
  init(_ layer: Layer, to path: String, quoted: Set<Int> = []) throws(FileWriteError) {
    rows = LayerRows(layer, quoted: quoted)
    file = try AtomicFileStream(path)
  }

  /// The columns that GIS programs would take for times, of the rows so far.
  var suspicious: Set<Int> { rows.suspicious }

  /// - Throws: ``FileWriteError``.
  mutating func append(_ rows: [Layer.Row]) throws(FileWriteError) {
    for row in rows { try append { $0.append(row) } }
  }

  /// - Parameter write: writes one row.
  /// - Throws: ``FileWriteError``.
  mutating func append(_ write: (inout LayerRows) -> Void) throws(FileWriteError) {
    write(&rows)
    count += 1
    try file.write(from: &rows.json)
  }

  /// - Throws: ``FileWriteError``.
  mutating func commit() throws(FileWriteError) {
    rows.end()
    try file.writeAll(from: &rows.json)
    try file.commit()
  }
}

extension Layer {
  /// The layer as a GeoJSON FeatureCollection, as ``CaseWriter`` writes it.
  public var geoJSON: [UInt8] {
    var watch = TimeLookalike.Watch(self)
    for row in rows { watch.see(row) }
    var written = LayerRows(self, quoted: watch.suspicious)
    for row in rows { written.append(row) }
    written.end()
    return written.json.finish()
  }
}
