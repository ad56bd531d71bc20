internal import Gazetteer
internal import Reading

/// Says in words what spoke for the place that was chosen.
enum PlaceReasons {
  static func phrases(_ resolution: Resolution, _ best: Int, _ around: SpanSurroundings) -> [String] {
    let group = resolution.group
    let sense = group.senses[best]
    var phrases: [String] = []
    if let parent = group.parents.first(where: { around.spans[$0].contains(sense.place) }) {
      phrases.append("'\(around.text.document.text[around.spans[parent].range])' is named beside it")
    }
    let rivals = group.senses.count - 1
    phrases.append(
      rivals == 0 ? "the only place of that name" : "the likeliest of \(rivals + 1) places of that name")
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
}
