public import GeoModel
public import Proximity
internal import Reading

/// `documents.json`: what was read and what was left out, with the reason.
public enum DocumentsFile {
  public static let name = "documents.json"
  public static let format = "cordon-document/1"

  /// A JSON array, one document a line.
  public static func encode(_ documents: [DocumentRecord]) -> [UInt8] {
    var writer = JSONWriter()
    writer.append(raw: "[")
    for (index, document) in documents.enumerated() {
      writer.append(raw: index == 0 ? "\n" : ",\n")
      writer.append(document.fileValue)
    }
    writer.append(raw: "\n]\n")
    return writer.take()
  }

  /// Reads what ``encode(_:)`` wrote.
  ///
  /// - Throws: ``CaseFileError`` with the document and the member.
  public static func read(from path: String) throws(CaseFileError) -> [DocumentRecord] {
    try CaseFileError.list(in: path, of: "document") { (fields) throws(FieldError) in
      let format = try fields.string("format")
      guard format == Self.format else {
        throw fields.error(
          "format", "is \"\(format)\", and this version reads \"\(Self.format)\" only")
      }
      return try DocumentRecord(fields)
    }
  }
}

extension DocumentRecord {
  /// As `documents.json` and the report as JSON have it.
  public var fileValue: JSONValue {
    [
      "format": .string(DocumentsFile.format),
      "id": .string(id),
      "title": JSONValue(title),
      "published": JSONValue(published?.description),
      "language": .string(language),
      "source": JSONValue(source),
      "url": JSONValue(url),
      "notices": .array(notices.map(JSONValue.string)),
      "left_out": JSONValue(leftOut),
    ]
  }

  fileprivate init(_ fields: Fields) throws(FieldError) {
    self.init(
      id: try fields.string("id"), title: try fields.optionalString("title"),
      published: try fields.optionalString("published") == nil ? nil : try fields.date("published"),
      language: try fields.string("language"), source: try fields.optionalString("source"),
      url: try fields.optionalString("url"), notices: try fields.strings("notices"),
      leftOut: try fields.optionalString("left_out"))
  }
}
