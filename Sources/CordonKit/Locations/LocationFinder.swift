public import Gazetteer
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
  ///   without what it lies in (`Paris, Texas`); words for a site as in a report (`US embassy in Cairo`).
  /// - Throws: `NotationError` for a `geo:` URI that is not one, `LocationError` for two bare numbers
  ///   and for a name nobody has, and what opening the sites and the gazetteer throws.
  public func find(_ phrase: String) throws -> Location {
    if isURI(phrase) { return try position(phrase) }
    if let (first, second) = BarePair.numbers(in: phrase) {
      throw LocationError.barePair(phrase, first, second)
    }
    let sites = try workspace.sites()
    if let site = sites.site(id: phrase) { return Location(site) }
    let named = sites.sites(named: phrase)
    if let site = named.first { return Location(site, alternatives: named.dropFirst().map(\.name)) }
    let gazetteer = try workspace.gazetteer()
    let finder = PlaceFinder(gazetteer: gazetteer)
    let places = finder.places(phrase)
    guard let place = places.first else {
      let described = try DescribedSite(workspace).meaning(of: phrase)
      if case .registered(let site) = described { return Location(site) }
      let suggestions = sites.suggestions(for: phrase)
      if suggestions.isEmpty, case .unregistered(let name, let place?) = described {
        throw LocationError.unregistered(phrase, name: name, place: place.name)
      }
      throw LocationError.unknown(phrase, suggestions: suggestions)
    }
    return Location(
      name: finder.fullName(place), coordinate: place.coordinate,
      uncertainty: gazetteer.radius(of: place.id), origin: .place(place),
      alternatives: finder.rivals(places).map(finder.fullName))
  }

  /// The site with an id, else those that go by the name or alias, else the one that words as in a report mean.
  public func sites(_ phrase: String) throws -> [Site] {
    let registry = try workspace.sites()
    if let site = registry.site(id: phrase) { return [site] }
    let named = registry.sites(named: phrase)
    guard named.isEmpty, case .registered(let site) = try DescribedSite(workspace).meaning(of: phrase) else {
      return named
    }
    return [site]
  }

  /// The places a name may mean, the likeliest first; for a `geo:` URI the settlements nearest to it.
  public func places(_ phrase: String, limit: Int) throws -> [FoundPlace] {
    let gazetteer = try workspace.gazetteer()
    let finder = PlaceFinder(gazetteer: gazetteer)
    func found(_ place: Place, _ distance: Meters? = nil) -> FoundPlace {
      FoundPlace(
        place: place, fullName: finder.fullName(place), extent: gazetteer.extent(of: place.id),
        distance: distance)
    }
    guard isURI(phrase) else { return finder.places(phrase).prefix(limit).map { found($0) } }
    return gazetteer.nearestSettlements(to: try GeoURI(parsing: phrase).coordinate, limit: limit)
      .map { found(gazetteer.place($0.place), $0.distance) }
  }

  private func isURI(_ phrase: String) -> Bool { phrase.prefix(4).lowercased() == "geo:" }

  private func position(_ text: String) throws(NotationError) -> Location {
    let uri = try GeoURI(parsing: text)
    return Location(
      name: GeoURI(coordinate: uri.coordinate).description, coordinate: uri.coordinate,
      uncertainty: uri.uncertainty ?? .zero, origin: .position)
  }
}
