internal import Gazetteer

/// Where the other names of a document most likely are.
struct ContextPoints {
  struct Point {
    let group: Int
    let place: PlaceTraits
    let probability: Double
    /// What it says of places within 500 km, and of those nearer: nothing for a continent; a country's point says
    /// little of where in it something is.
    let far: Double
    let near: Double
    /// Rows as numbers that compare as fast as distances; `PlaceTraits.none` where there is none.
    let country: Double
    let region: Double

    init(group: Int, place: PlaceTraits, probability: Double) {
      self.group = group
      self.place = place
      self.probability = probability
      far = place.featureClass == .continent ? 0 : probability
      near = place.featureClass == .country ? 0 : far
      country = Double(place.country)
      region = Double(place.region)
    }
  }

  private(set) var points: [Point] = []
  private(set) var groupCount = 0

  /// More names than this add time and no knowledge.
  private static let mostGroups = 48

  /// - Parameters:
  ///   - starts: by group, where its senses begin in `probabilities`.
  ///   - isDecided: by group, whether its probabilities are known yet.
  init(_ groups: [NameGroup], _ starts: [Int], _ probabilities: [Double], _ isDecided: [Bool]) {
    points.reserveCapacity(min(groups.count, Self.mostGroups) * 2)
    for (index, group) in groups.enumerated() where isDecided[index] && !group.senses.isEmpty {
      guard groupCount < Self.mostGroups else { break }
      groupCount += 1
      // The three likeliest; of equals those named first.
      let first = points.count
      for (sense, candidate) in group.senses.enumerated() {
        let probability = probabilities[starts[index] + sense]
        if probability <= 0.08 { continue }
        var place = points.count
        while place > first, points[place - 1].probability < probability { place -= 1 }
        if place >= first + 3 { continue }
        points.insert(Point(group: index, place: candidate.place, probability: probability), at: place)
        if points.count > first + 3 { points.removeLast() }
      }
    }
  }
}
