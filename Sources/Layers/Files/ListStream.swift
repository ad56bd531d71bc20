internal import GeoModel

/// A JSON array on its way into a file, one element a line.
struct ListStream {
  private let file: AtomicFileStream
  private var json = JSONWriter()
  private var isEmpty = true

  /// - Throws: ``FileWriteError``.
  init(to path: String) throws(FileWriteError) {
    file = try AtomicFileStream(path)
    json.append(raw: "[")
  }

  /// - Throws: ``FileWriteError``.
  mutating func append(_ write: (inout JSONWriter) -> Void) throws(FileWriteError) {
    json.append(raw: isEmpty ? "\n" : ",\n")
    isEmpty = false
    write(&json)
    try file.write(from: &json)
  }

  /// - Throws: ``FileWriteError``.
  mutating func commit() throws(FileWriteError) {
    json.append(raw: "\n]\n")
    try file.writeAll(from: &json)
    try file.commit()
  }
}
