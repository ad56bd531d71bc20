internal import GeoModel
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
    let bytes = try CaseFileError.bytes(of: path)
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw CaseFileError(path: path, place: "", reason: "it is not JSON any more: \(error)")
    }
    do throws(FieldError) {
      guard let list = value.array else {
        throw FieldError(place: "", reason: "it should be a list of statements, not \(value.kindName)")
      }
      var statements: [Statement] = []
      for (index, element) in list.enumerated() {
        statements.append(try Statement(try Fields(element, at: "statement \(index + 1)")))
      }
      return statements
    } catch {
      throw CaseFileError(path: path, place: error.place, reason: error.reason)
    }
  }
}

extension Statement {
  fileprivate var fileValue: JSONValue {
    [
      "format": .string(StatementsFile.format),
      "reason": .string(reason.rawValue),
      "evidence": evidence.jsonValue,
      "may_concern": .array(mayConcern.map(JSONValue.string)),
    ]
  }

  fileprivate init(_ fields: Fields) throws(FieldError) {
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
