internal import Gazetteer

/// Where the other names of a document most likely are.
struct ContextPoints {
  struct Point {
    let group: Int
    let place: PlaceTraits
    let probability: Double
  }

  private(set) var points: [Point] = []
  private(set) var groupCount = 0

  /// More names than this add time and no knowledge.
  private static let mostGroups = 48

  /// - Parameters:
  ///   - probabilities: per group, per sense; empty for a group that is not decided yet.
  ///   - peoples: the countries of adjectives and peoples, which vouch for what is near them.
  init(_ groups: [NameGroup], _ probabilities: [[Double]], peoples: [PlaceTraits]) {
    for country in peoples { points.append(Point(group: -1, place: country, probability: 0.5)) }
    for (index, group) in groups.enumerated() where !probabilities[index].isEmpty {
      guard groupCount < Self.mostGroups else { break }
      groupCount += 1
      if group.senses.count == 1 {
        let probability = probabilities[index][0]
        if probability > 0.08 {
          points.append(Point(group: index, place: group.senses[0].place, probability: probability))
        }
        continue
      }
      var best: [(sense: Int, probability: Double)] = []
      for (sense, probability) in probabilities[index].enumerated() where probability > 0.08 {
        best.append((sense, probability))
      }
      best.sort { $0.probability > $1.probability }
      for (sense, probability) in best.prefix(3) {
        points.append(Point(group: index, place: group.senses[sense].place, probability: probability))
      }
    }
  }
}
