internal import GeoModel

extension StandardOutput {
  /// A JSON text for people and programs: indented, ending with a line end.
  mutating func json(_ value: JSONValue) {
    var writer = JSONWriter()
    writer.append(indented: value)
    write(bytes: writer.bytes)
    line()
  }

  /// One JSON text on a line of its own.
  mutating func jsonLine(_ value: JSONValue) {
    write(bytes: value.utf8)
    line()
  }
}
