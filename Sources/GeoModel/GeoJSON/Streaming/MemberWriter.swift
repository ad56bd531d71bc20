/// Adds members to a JSON object that is being written, straight from bytes and numbers.
public struct MemberWriter {
  var json: JSONWriter
  private var isFirst = true

  init(json: JSONWriter) { self.json = json }

  private mutating func open(_ name: StaticString) {
    if !isFirst { json.append(byte: UInt8(ascii: ",")) }
    isFirst = false
    json.append(byte: UInt8(ascii: "\""))
    json.append(raw: name)
    json.append(raw: "\":")
  }

  /// - Parameters:
  ///   - name: as it stands between the quotes.
  ///   - text: UTF-8.
  public mutating func add(_ name: StaticString, string text: UnsafeBufferPointer<UInt8>) {
    open(name)
    json.append(string: text)
  }

  public mutating func add(_ name: StaticString, _ value: Int) {
    open(name)
    json.append(value)
  }

  /// With the fewest digits that read back as the same double.
  public mutating func add(_ name: StaticString, _ value: Double) {
    open(name)
    json.append(shortest: value)
  }

  /// - Parameter text: JSON of any kind.
  public mutating func add(_ name: StaticString, raw text: UnsafeBufferPointer<UInt8>) {
    open(name)
    json.append(raw: text)
  }
}
