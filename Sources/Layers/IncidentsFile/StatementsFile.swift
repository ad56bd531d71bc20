public import GeoModel
public import Incidents

/// `statements.json`: what the documents say that is no incident of its own, with the words and the reason.
public enum StatementsFile {
  public static let name = "statements.json"
  public static let format = "cordon-statement/1"

  /// A JSON array, one statement a line.
  public static func encode(_ statements: [Statement]) -> [UInt8] {
    var writer = JSONWriter()
    writer.append(raw: "[")
    for (index, statement) in statements.enumerated() {
      writer.append(raw: index == 0 ? "\n" : ",\n")
      writer.append(statement.fileValue)
    }
    writer.append(raw: "\n]\n")
    return writer.take()
  }

  /// Reads what ``encode(_:)`` wrote.
  ///
  /// - Throws: ``CaseFileError`` with the statement and the member.
  public static func read(from path: String) throws(CaseFileError) -> [Statement] {
    try CaseFileError.list(in: path, of: "statement") { (fields) throws(FieldError) in try Statement(fields) }
  }

  /// One statement as the file has it, for other files that hold statements.
  public static func value(of statement: Statement) -> JSONValue { statement.fileValue }
}

extension Statement {
  var fileValue: JSONValue {
    [
      "format": .string(StatementsFile.format),
      "reason": .string(reason.rawValue),
      "evidence": evidence.jsonValue,
      "may_concern": .array(mayConcern.map(JSONValue.string)),
    ]
  }

  init(_ fields: Fields) throws(FieldError) {
    let format = try fields.string("format")
    guard format == StatementsFile.format else {
      throw fields.error(
        "format", "is \"\(format)\", and this version reads \"\(StatementsFile.format)\" only")
    }
    self.init(
      reason: try fields.word("reason", as: Statement.Reason.self),
      evidence: try Evidence(try fields.fields("evidence")), mayConcern: try fields.strings("may_concern"))
  }
}
