public import GeoModel
public import Geocoding
public import Reading

extension ToponymReader {
  /// Writes a mention as the JSON object that `cordon geocode` prints, without making a `Toponym` of it.
  ///
  /// - Parameter document: the one it was found in.
  public func append(_ mention: Mention, of document: Document, to writer: inout JSONWriter) {
    let meaning = meaning(of: mention.referent, in: document.published?.date.year)
    let scalars = document.text.scalarRange(ofBytes: mention.range)
    let start = document.part?.start ?? 0
    writer.append(raw: "{\"start\":")
    writer.append(start + scalars.lowerBound)
    writer.append(raw: ",\"end\":")
    writer.append(start + scalars.upperBound)
    writer.append(raw: ",\"text\":")
    document.text.utf8.withUnsafeBufferPointer {
      writer.append(string: UnsafeBufferPointer(rebasing: $0[mention.range]))
    }
    meaning.members.withUnsafeBufferPointer { writer.append(raw: $0) }
    writer.append(raw: ",\"role\":")
    writer.append(mention.role.rawValue)
    writer.append(raw: ",\"probability\":")
    Self.append(thousandths: mention.probability, to: &writer)
    writer.append(raw: mention.isAnaphoric ? ",\"anaphoric\":true" : ",\"anaphoric\":false")
    if meaning.coordinate == nil {
      writer.append(raw: ",\"reasons\":")
      let reasons = mention.reasons + [meaning.reason].compactMap(\.self)
      writer.append(JSONValue.array(reasons.map(JSONValue.string)))
    }
    writer.append(raw: "}")
  }

  /// As `JSONValue.decimal` of three places has it.
  private static func append(thousandths value: Double, to writer: inout JSONWriter) {
    let scaled = (value * 1000).rounded()
    guard scaled > 0, scaled < 1000 else { return writer.append(JSONValue.decimal(value, places: 3)) }
    let number = Int(scaled)
    writer.append(fixed: scaled / 1000, decimals: number % 100 == 0 ? 1 : number % 10 == 0 ? 2 : 3)
  }
}
