public import GeoModel

/// Comma-separated values as RFC 4180 has them, in UTF-8.
public enum CSV {
  /// - Parameter rows: texts, numbers and null, which is an empty field.
  public static func text(titles: [String], rows: [[JSONValue]]) -> String {
    var text = ""
    for cells in [titles] + rows.map({ $0.map(field) }) {
      text += cells.map(quoted).joined(separator: ",") + "\r\n"
    }
    return text
  }

  private static func field(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    default: String(decoding: value.utf8, as: UTF8.self)
    }
  }

  /// A text that a spreadsheet would take for a formula is led by an apostrophe: documents are untrusted.
  private static func quoted(_ text: String) -> String {
    var text = text
    if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first), Double(text) == nil { text = "'" + text }
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
