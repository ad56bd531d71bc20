internal import Gazetteer

/// Where the other names of a document most likely are.
struct ContextPoints {
  struct Point {
    let group: Int
    /// Among the senses of the group, which must outlive it.
    let sense: UnsafePointer<NameSense>
    let probability: Float
    /// What it says of places within 500 km, and of those nearer: nothing for a continent; a country's point says
    /// little of where in it something is.
    let far: Float
    let near: Float
    /// Rows; `PlaceTraits.none` where there is none.
    let country: UInt32
    let region: UInt32
    let x, y, z: Float

    init(group: Int, sense: UnsafePointer<NameSense>, probability: Double) {
      self.group = group
      self.sense = sense
      let place = sense.pointee.place
      self.probability = Float(probability)
      far = place.featureClass == .continent ? 0 : self.probability
      near = place.featureClass == .country ? 0 : far
      (country, region) = (place.country, place.region)
      (x, y, z) = (place.position.x, place.position.y, place.position.z)
    }
  }

  private(set) var points: [Point] = []
  /// More names than this add time and no knowledge.
  private static let mostGroups = 48

  /// Takes the points of names in place of those there were. "The city of Guatemala" says nothing of where another
  /// "Guatemala" is.
  ///
  /// - Parameters:
  ///   - probabilities: of the senses of all groups.
  ///   - isDecided: whether the probabilities of a group are known yet.
  mutating func take(
    _ groups: UnsafeBufferPointer<NameGroup>, _ probabilities: UnsafeBufferPointer<Double>,
    where isDecided: (NameGroup) -> Bool
  ) {
    points.removeAll(keepingCapacity: true)
    var groupCount = 0
    points.reserveCapacity(min(groups.count, Self.mostGroups) * 2)
    for index in groups.indices
    where !groups[index].isOperator && !groups[index].hasTownWord && isDecided(groups[index]) {
      let (senses, start) = (groups[index].senses, groups[index].start)
      guard let base = senses.baseAddress, !senses.isEmpty else { continue }
      guard groupCount < Self.mostGroups else { break }
      groupCount += 1
      // The three likeliest; of equals those named first.
      let first = points.count
      for sense in senses.indices {
        let probability = probabilities[start + sense]
        if probability <= 0.08 { continue }
        let point = Point(group: index, sense: base + sense, probability: probability)
        var place = points.count
        while place > first, points[place - 1].probability < point.probability { place -= 1 }
        if place >= first + 3 { continue }
        if points.count < first + 3 { points.append(point) }
        for last in stride(from: points.count - 1, to: place, by: -1) { points[last] = points[last - 1] }
        points[place] = point
      }
    }
  }
}
