internal import GeoModel

/// What one JSON record says of a document.
struct DocumentRecord {
  var id: String?
  var title: String?
  /// UTF-8.
  var text: [UInt8]
  var published: String?
  var language: String?
  var source: String?
  var url: String?
}

/// Reads documents from JSON.
enum JSONRecords {
  /// The records of a `.json` file: one object, a list of objects, or one object per line.
  static func records(of bytes: [UInt8], file: String, id: String) throws(ReadingError) -> [RawDocument] {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      let lines = bytes.split(separator: 0x0A).filter { $0.contains { $0 > 0x20 } }
      guard lines.count > 1, let first = lines.first, (try? JSONValue(parsing: first))?.object != nil else {
        throw ReadingError(.badData, file: file, line: error.line, "broken JSON: \(error.reason)")
      }
      return lineRecords(bytes, file: file, id: id)
    }
    if let object = value.object {
      return [RawDocument(id: id, file: file, line: nil, content: .record(object))]
    }
    guard let list = value.array, !list.isEmpty else {
      throw ReadingError(.badData, file: file, "holds no record; a record is an object with a \"text\"")
    }
    return list.enumerated().map { index, value in
      RawDocument(
        id: "\(id)#\(index + 1)", file: "\(file)#\(index + 1)", line: nil,
        content: .record(value.object ?? JSONObject()))
    }
  }

  private static func lineRecords(_ bytes: [UInt8], file: String, id: String) -> [RawDocument] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      guard line.contains(where: { $0 > 0x20 }) else { return nil }
      return RawDocument(
        id: "\(id)#\(index + 1)", file: file, line: index + 1, content: .line(Array(line)))
    }
  }

  /// The record of one line of JSON Lines.
  static func record(ofLine bytes: [UInt8], in raw: RawDocument) throws(ReadingError) -> DocumentRecord {
    let read: Result<(object: JSONObject?, text: [UInt8]?), JSONParseError> = bytes.withUnsafeBufferPointer {
      bytes in
      do throws(JSONParseError) {
        return .success(try JSONObject.parsing(bytes, lifting: "text", keeping: fieldNames.contains))
      } catch {
        return .failure(error)
      }
    }
    switch read {
    case .failure(let error):
      throw ReadingError(
        .badData, file: raw.file, line: raw.line, "broken JSON at column \(error.column): \(error.reason)")
    case .success((nil, _)):
      throw ReadingError(
        .badData, file: raw.file, line: raw.line, "is no record; a record is an object with a \"text\"")
    case .success((let object?, let text)): return try record(object, text, in: raw)
    }
  }

  static func record(_ object: JSONObject, in raw: RawDocument) throws(ReadingError) -> DocumentRecord {
    try record(object, object["text"]?.string.map { Array($0.utf8) }, in: raw)
  }

  private static func record(
    _ object: JSONObject, _ text: [UInt8]?, in raw: RawDocument
  ) throws(ReadingError) -> DocumentRecord {
    guard let text, text.contains(where: { $0 > 0x20 }) else {
      throw ReadingError(
        .badData, file: raw.file, line: raw.line, "the record has no \"text\"; every record needs one")
    }
    return fields(of: object, text: text)
  }

  /// The members of a record that say something besides its text.
  private static let fieldNames: Set<String> = ["id", "title", "published", "language", "source", "url"]

  /// What the members of a record say besides its text.
  static func fields(of object: JSONObject, text: [UInt8] = []) -> DocumentRecord {
    func field(_ name: String) -> String? {
      guard let value = object[name] else { return nil }
      let words = value.string ?? value.int.map(String.init)
      return words.flatMap { $0.isEmpty ? nil : $0 }
    }
    return DocumentRecord(
      id: field("id"), title: field("title"), text: text, published: field("published"),
      language: field("language"), source: field("source"), url: field("url"))
  }
}
