internal import CordonKit
internal import GeoModel
internal import Geocoding

extension JSONWriter {
  /// The members of a toponym behind `"start":`, with the closing brace: the same as `ToponymList.record` gives,
  /// without making values of them.
  mutating func append(_ toponym: Toponym) {
    append(toponym.start)
    append(raw: ",\"end\":")
    append(toponym.end)
    append(raw: ",\"text\":")
    append(toponym.text)
    toponym.meaningMembers.withUnsafeBufferPointer { append(raw: $0) }
    append(raw: ",\"role\":")
    append(toponym.role.rawValue)
    append(raw: ",\"probability\":")
    append(thousandths: toponym.probability)
    append(raw: toponym.isAnaphoric ? ",\"anaphoric\":true" : ",\"anaphoric\":false")
    if toponym.coordinate == nil {
      append(raw: ",\"reasons\":")
      append(JSONValue.array(toponym.reasons.map(JSONValue.string)))
    }
    append(raw: "}")
  }

  /// As `JSONValue.decimal` of three places has it.
  private mutating func append(thousandths value: Double) {
    let scaled = (value * 1000).rounded()
    guard scaled > 0, scaled < 1000 else { return append(JSONValue.decimal(value, places: 3)) }
    let number = Int(scaled)
    append(fixed: scaled / 1000, decimals: number % 100 == 0 ? 1 : number % 10 == 0 ? 2 : 3)
  }
}
