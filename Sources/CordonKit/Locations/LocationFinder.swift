internal import GeoModel

/// Finds the position that words name: a `geo:` URI, a site, or a place.
///
/// The sites and the gazetteer are opened only when a name asks for them.
public struct LocationFinder: Sendable {
  private let workspace: Workspace

  public init(workspace: Workspace) {
    self.workspace = workspace
  }

  /// - Parameter phrase: `geo:50.46,30.49`; a site's id, name or alias; a place's name, with or
  ///   without what it lies in (`Paris, Texas`).
  /// - Throws: `NotationError` for a `geo:` URI that is not one, `LocationError` for two bare numbers
  ///   and for a name nobody has, and what opening the sites and the gazetteer throws.
  public func find(_ phrase: String) throws -> Location {
    if phrase.prefix(4).lowercased() == "geo:" { return try position(phrase) }
    if let (first, second) = BarePair.numbers(in: phrase) {
      throw LocationError.barePair(phrase, first, second)
    }
    throw LocationError.unknown(phrase, suggestions: [])
  }

  private func position(_ text: String) throws(NotationError) -> Location {
    let uri = try GeoURI(parsing: text)
    return Location(
      name: GeoURI(coordinate: uri.coordinate).description, coordinate: uri.coordinate,
      uncertainty: uri.uncertainty ?? .zero, origin: .position)
  }
}
