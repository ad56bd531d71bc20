internal import GeoModel

/// One document as it was found, not yet read: small steps in order here, the heavy work in
/// `DocumentReader.read`, which may run on many documents at once.
public struct RawDocument: Sendable {
  enum Content: Sendable {
    case file([UInt8], DocumentFormat)
    /// One line of JSON Lines.
    case line([UInt8])
    case record(JSONObject)
    /// UTF-8 text.
    case part([UInt8], DocumentFormat)
  }

  /// The id unless a record carries its own: the file name, with `#line` for the records of a file.
  public let id: String
  /// The file as the user named it.
  public let file: String
  public let line: Int?
  let content: Content
  /// Of a long document that is read in parts.
  public var part: DocumentPart?

  /// The size of what is to be read, in bytes; 0 for a record that is parsed already.
  public var byteCount: Int {
    switch content {
    case .file(let bytes, _), .line(let bytes), .part(let bytes, _): bytes.count
    case .record: 0
    }
  }
}

/// How a file is to be read.
enum DocumentFormat: Sendable {
  case text, markdown, html, json, jsonLines

  /// Endings that Cordon reads, as its messages list them.
  static let endings = ".txt, .md, .html, .htm, .json, .jsonl"

  /// `nil` for an ending that is none of a document.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    default: return nil
    }
  }

  /// Told by the first bytes, for input without a name.
  init(content: some Collection<UInt8>) {
    let start = Array(content.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix(1 << 16))
    switch start.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let firstLine = start.prefix { $0 != 0x0A }
      self = (try? JSONValue(parsing: firstLine))?.object == nil ? .json : .jsonLines
      let inner = start.dropFirst().first { $0 > 0x20 }
      // "[Updated] …" is text: JSON goes on with a value, a name or the end.
      let opens = Array("{[]}\"-0123456789tfn".utf8)
      if let inner, !opens.contains(inner) { self = .text }
    case UInt8(ascii: "<"): self = .html
    default: self = .text
    }
  }
}
