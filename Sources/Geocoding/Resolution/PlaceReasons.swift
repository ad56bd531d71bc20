internal import Gazetteer
internal import Reading

/// Says in words what spoke for the place that was chosen.
enum PlaceReasons {
  /// What spoke for a place, to be put in words when somebody asks.
  struct Choice: Sendable {
    /// The words beside the name that name what it lies in.
    var parent: String?
    /// Other places of the name.
    var rivals: Int
    var namesCountry: Bool
    var namesPeople: Bool
    var namesRegion: Bool

    var phrases: [String] {
      var phrases: [String] = []
      if let parent { phrases.append("'\(parent)' is named beside it") }
      phrases.append(
        rivals < PlaceReasons.likeliest.count
          ? PlaceReasons.likeliest[rivals] : PlaceReasons.likeliest(of: rivals + 1))
      if namesCountry {
        phrases.append("its country is named in the document")
      } else if namesPeople {
        phrases.append("its people are named in the document")
      }
      if namesRegion { phrases.append("its region is named in the document") }
      return phrases
    }
  }

  static func choice(_ group: NameGroup, _ best: Int, _ around: SpanSurroundings) -> Choice {
    let place = group.senses[best].place
    let parent = group.parents.first { around.spans[$0].embraces(place) }
    return Choice(
      parent: parent.map { around.text.document.text[around.spans[$0].range] },
      rivals: group.senses.count - group.refused.count - 1,
      namesCountry: around.named.countryCount(place) > 0 && place.featureClass != .country,
      namesPeople: around.named.demonymCount(place) > 0,
      namesRegion: around.named.regionCount(place) > 0 && place.featureClass == .settlement)
  }

  /// By the number of rivals: sentences that nearly every place needs.
  private static let likeliest =
    ["the only place of that name"] + (2...64).map { likeliest(of: $0) }

  private static func likeliest(of count: Int) -> String { "the likeliest of \(count) places of that name" }

  /// Why none of several places was chosen: says which the three likeliest are.
  static func tie(
    _ resolutions: Resolutions, _ index: Int, _ gazetteer: Gazetteer, _ names: PlaceNames
  ) -> String {
    let group = resolutions.groups[index]
    var ranked: [Int] = []
    resolutions.withProbabilities(index) { probabilities in
      // Of equals the first.
      for sense in group.senses.indices {
        var place = ranked.count
        while place > 0, probabilities[ranked[place - 1]] < probabilities[sense] { place -= 1 }
        if place >= 3 { continue }
        ranked.insert(sense, at: place)
        if ranked.count > 3 { ranked.removeLast() }
      }
    }
    let places = ranked.map { names.name(of: group.senses[$0].place.id, gazetteer) }
    return "several places fit equally: \(places.joined(separator: "; "))"
  }
}
