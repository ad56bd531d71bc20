internal import Gazetteer
internal import GeoModel

/// English names for sites that nobody registered, from the labels of the table of kinds.
struct SiteNaming {
  let kinds: SiteKindTable
  let knowledge: any PlaceKnowledge

  /// "Embassy of Sweden in Baghdad"; what is not known is left out ("Embassy of Sweden").
  func mission(kind: String, operatorCountry: String?, place: PlaceFacts?) -> String {
    var label = kinds.entry(kind).label
    if let state = operatorCountry.flatMap(stateName) {
      label = label.replacingBytes(of: "{operator}", with: state)
    } else {
      label = label.replacingBytes(of: " of {operator}", with: "")
    }
    guard let place else { return label.replacingBytes(of: " in {place}", with: "") }
    return label.replacingBytes(
      of: "{place}", with: withArticle(place.name, isState: place.level == .country))
  }

  func stateName(_ code: String) -> String? {
    knowledge.country(code).flatMap { knowledge.facts(of: $0) }.map { withArticle($0.name, isState: true) }
  }

  /// English gives an article to states named by a common noun or in the plural.
  private func withArticle(_ name: String, isState: Bool) -> String {
    guard isState, !name.hasPrefix("The ") else { return name }
    let nouns = [
      "States", "Kingdom", "Emirates", "Republic", "Federation", "Islands", "Netherlands", "Philippines",
      "Bahamas", "Gambia", "Maldives", "Comoros", "Congo",
    ]
    return nouns.contains { name.hasSuffix($0) } ? "the \(name)" : name
  }
}
