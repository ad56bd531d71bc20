public import GeoModel
public import Geocoding
public import Reading

extension ToponymReader {
  /// Writes a mention as the JSON object that `cordon geocode` prints, without making a `Toponym` of it.
  ///
  /// - Parameter document: the one it was found in.
  public func append(_ mention: Mention, of document: Document, to writer: inout JSONWriter) {
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
    if case .unresolved(let reason) = mention.referent {
      ToponymMeaning.nothing.write(to: &writer)
      return finish(mention, because: mention.reasons + [reason], to: &writer)
    }
    let meaning = meaning(of: mention.referent, in: document.published?.date.year)
    meaning.write(to: &writer)
    let isPlaced = meaning.coordinate != nil
    finish(
      mention, because: isPlaced ? nil : mention.reasons + [meaning.reason].compactMap(\.self), to: &writer)
  }

  /// - Parameter reasons: why it has no position; `nil` for what has one.
  private func finish(_ mention: Mention, because reasons: [String]?, to writer: inout JSONWriter) {
    writer.append(raw: mention.role.member)
    Self.append(thousandths: mention.likelihood, to: &writer)
    guard let reasons else {
      return writer.append(raw: mention.isAnaphoric ? ",\"anaphoric\":true}" : ",\"anaphoric\":false}")
    }
    writer.append(raw: mention.isAnaphoric ? ",\"anaphoric\":true" : ",\"anaphoric\":false")
    writer.append(raw: ",\"reasons\":")
    writer.append(list: reasons) { $0.append($1) }
    writer.append(raw: "}")
  }

  /// As `JSONValue.decimal` of three places has it.
  private static func append(thousandths value: Double, to writer: inout JSONWriter) {
    let scaled = (value * 1000).rounded()
    if scaled == 1000 { return writer.append(raw: "1.0") }
    guard scaled > 0, scaled < 1000 else { return writer.append(JSONValue.decimal(value, places: 3)) }
    let number = Int(scaled)
    writer.append(fixed: scaled / 1000, decimals: number % 100 == 0 ? 1 : number % 10 == 0 ? 2 : 3)
  }
}

extension Mention.Role {
  /// As a member of a JSON object, with what stands before and behind it.
  fileprivate var member: StaticString {
    switch self {
    case .place: ",\"role\":\"place\",\"probability\":"
    case .site: ",\"role\":\"site\",\"probability\":"
    case .demonym: ",\"role\":\"demonym\",\"probability\":"
    case .metonym: ",\"role\":\"metonym\",\"probability\":"
    case .namePart: ",\"role\":\"name_part\",\"probability\":"
    }
  }
}
