internal import Gazetteer
internal import Reading

/// Says in words what spoke for the place that was chosen.
enum PlaceReasons {
  static func phrases(_ resolution: Resolution, _ best: Int, _ around: SpanSurroundings) -> [String] {
    let group = resolution.group
    let sense = group.senses[best]
    var phrases: [String] = []
    if let parent = group.parents.first(where: { around.spans[$0].embraces(sense.place) }) {
      phrases.append("'\(around.text.document.text[around.spans[parent].range])' is named beside it")
    }
    let rivals = group.senses.count - group.refused.count - 1
    phrases.append(rivals < likeliest.count ? likeliest[rivals] : likeliest(of: rivals + 1))
    if around.named.countryCount(sense.place) > 0, sense.place.featureClass != .country {
      phrases.append("its country is named in the document")
    } else if around.named.demonymCount(sense.place) > 0 {
      phrases.append("its people are named in the document")
    }
    if around.named.regionCount(sense.place) > 0, sense.place.featureClass == .settlement {
      phrases.append("its region is named in the document")
    }
    return phrases
  }

  /// By the number of rivals: sentences that nearly every place needs.
  private static let likeliest =
    ["the only place of that name"] + (2...64).map { likeliest(of: $0) }

  private static func likeliest(of count: Int) -> String { "the likeliest of \(count) places of that name" }

  /// Why none of several places was chosen.
  static func tie(_ resolution: Resolution, _ gazetteer: Gazetteer) -> String {
    let ranked = resolution.probabilities.indices.sorted {
      resolution.probabilities[$0] > resolution.probabilities[$1]
    }
    let names = ranked.prefix(3).map { index in
      let place = gazetteer.place(resolution.group.senses[index].place.id)
      let outer = [place.parentRegion, place.parentCountry].compactMap(\.self).map {
        gazetteer.place($0).name
      }
      return ([place.name] + outer).joined(separator: ", ")
    }
    return "several places fit equally: \(names.joined(separator: "; "))"
  }
}
