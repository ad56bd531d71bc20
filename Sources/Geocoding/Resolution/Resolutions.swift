internal import Gazetteer

/// What the names of a document were decided to mean, with everything they might have meant.
///
/// An object, since all mentions of a name share it. The senses of all names lie in one row.
final class Resolutions {
  private let names: NameGroups
  /// By sense; those of a group add up to 1, or are 0 when all are refused.
  let probabilities: [Double]
  /// By sense; empty unless traced.
  let scores: [Double]
  let contributions: [[Contribution]]
  /// By group the likeliest sense; -1 when there is none.
  private let likeliest: [Int]

  init(
    _ names: NameGroups, probabilities: [Double], scores: [Double] = [], contributions: [[Contribution]] = []
  ) {
    self.names = names
    self.probabilities = probabilities
    self.scores = scores
    self.contributions = contributions
    likeliest = probabilities.withUnsafeBufferPointer { probabilities in
      names.groups.map { group in
        let end = group.start + group.senses.count
        let own = UnsafeBufferPointer(rebasing: probabilities[group.start..<end])
        return group.likeliest(own).map { group.countryRather(than: group.corrected($0), own) } ?? -1
      }
    }
  }

  /// Must not outlive it.
  var groups: UnsafeBufferPointer<NameGroup> { UnsafeBufferPointer(names.groups) }

  /// Index of the likeliest sense of a group; `nil` when there is none.
  func best(_ group: Int) -> Int? { likeliest[group] < 0 ? nil : likeliest[group] }

  /// How likely it is that the name means a sense or what lies around it.
  func probabilityNear(_ sense: Int, of group: Int) -> Double {
    withProbabilities(group) { groups[group].probabilityNear(sense, $0) }
  }

  /// `true` when a place elsewhere is nearly as likely as a sense.
  func hasRival(_ sense: Int, of index: Int) -> Bool {
    guard groups[index].senses.count > 1 else { return false }
    let group = groups[index]
    return withProbabilities(index) { probabilities in
      let least = Self.nearly * group.probabilityNear(sense, probabilities)
      // No place elsewhere has the sense near it, so that all of them have no more than the rest.
      if 1 - probabilities[sense] < least - 1e-9 { return false }
      return group.senses.indices.contains { other in
        !group.refused.contains(other) && !group.areNear(sense, other)
          && group.probabilityNear(other, probabilities) >= least
      }
    }
  }

  private static let nearly = 0.9

  func withProbabilities<Result>(_ group: Int, _ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
    let group = groups[group]
    return probabilities.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[group.start..<group.start + group.senses.count]))
    }
  }
}

extension NameGroup {
  /// A city and the region of its name do not contradict each other: senses within 161 km speak with one voice.
  fileprivate func probabilityNear(_ sense: Int, _ probabilities: UnsafeBufferPointer<Double>) -> Double {
    var sum = 0.0
    let chord = Self.chord161
    let position = senses[sense].place.position
    for other in senses.indices
    where other == sense || position.chordSquared(to: senses[other].place.position) < chord {
      sum += probabilities[other]
    }
    return min(1, sum)
  }

  fileprivate func areNear(_ a: Int, _ b: Int) -> Bool {
    a == b || senses[a].place.chordSquared(to: senses[b].place) < Self.chord161
      || isPart(b, of: a)
  }

  /// The country instead of a town or region in it that goes by the same name and is hardly likelier: no more is said.
  fileprivate func countryRather(than best: Int, _ probabilities: UnsafeBufferPointer<Double>) -> Int {
    senses.indices.first {
      isPart(best, of: $0) && !refused.contains($0) && probabilities[$0] >= probabilities[best] / 2
    } ?? best
  }

  /// Whether a capital or region lies in a country; of Hong Kong and Luxembourg the two say the same.
  private func isPart(_ part: Int, of country: Int) -> Bool {
    let (inner, outer) = (senses[part].place, senses[country].place)
    return outer.featureClass == .country && inner.isInside(outer)
      && (inner.isCapital || inner.isAdministrative)
      && inner.chordSquared(to: outer) > Self.chord20
  }

  private static let chord20 = PlaceTraits.chordSquared(kilometers: 20)

  /// The likeliest sense of the likeliest neighbourhood; `nil` when all are refused.
  fileprivate func likeliest(_ probabilities: UnsafeBufferPointer<Double>) -> Int? {
    guard senses.count > 1 else { return senses.isEmpty || refused.contains(0) ? nil : 0 }
    var top: Int?
    for sense in senses.indices where !refused.contains(sense) {
      if top.map({ probabilities[$0] < probabilities[sense] }) ?? true { top = sense }
    }
    guard let top else { return nil }
    // No neighbourhood without it can have more.
    if probabilities[top] >= 0.5 { return top }
    // In the order of their own probability, so that the likeliest speaks for its neighbours.
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.mostRanked) { ranked in
      var count = 0
      let refused = refused
      for sense in senses.indices where !refused.contains(sense) {
        var place = count
        while place > 0, probabilities[ranked[place - 1]] < probabilities[sense] { place -= 1 }
        guard place < Self.mostRanked else { continue }
        count = min(count + 1, Self.mostRanked)
        var last = count - 1
        while last > place {
          ranked[last] = ranked[last - 1]
          last -= 1
        }
        ranked[place] = sense
      }
      var best: (sense: Int, near: Double)?
      for sense in ranked[..<count] {
        // Brno stays Brno, although a village between it and its namesakes has more of them in reach.
        if let best, areNear(sense, best.sense) { continue }
        let near = probabilityNear(sense, probabilities)
        if near > (best?.near ?? -1) + 1e-9 { best = (sense, near) }
      }
      return best?.sense
    }
  }

  private static let mostRanked = 8
  private static let chord161 = PlaceTraits.chordSquared(kilometers: 161)
}
