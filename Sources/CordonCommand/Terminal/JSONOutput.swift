internal import GeoModel

extension StandardOutput {
  /// A JSON text for people and programs: indented, ending with a line end.
  mutating func json(_ value: JSONValue) { write(JSONOutput.text(value)) }

  /// One JSON text on a line of its own.
  mutating func jsonLine(_ value: JSONValue) {
    write(bytes: value.utf8)
    line()
  }
}

enum JSONOutput {
  /// Indented, ending with a line end.
  static func text(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.append(indented: value)
    return String(decoding: writer.finish(), as: UTF8.self) + "\n"
  }
}
