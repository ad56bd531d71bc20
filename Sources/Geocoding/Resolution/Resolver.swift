internal import Gazetteer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Decides which place each name means: territories first, then everything in the light of the others.
struct Resolver<Sum: FeatureSum> where Sum.Feature == ResolutionFeature {
  let model: LinearModel<ResolutionFeature>
  let bias: UserBias

  /// - Parameters:
  ///   - placed: spans that are places, which vouch for each other.
  ///   - others: all other spans to decide; they listen to the first ones and vouch for none.
  func resolve(_ around: SpanSurroundings, _ placed: [Int], others: [Int]) -> Resolutions {
    var groups = around.groups(of: placed)
    let vouching = groups.count
    groups += around.groups(of: others)
    var starts = [0]
    starts.reserveCapacity(groups.count + 1)
    for group in groups { starts.append(starts[starts.count - 1] + group.senses.count) }
    let collector = ResolutionEvidence<Sum>(around: around, groups: groups, model: model, bias: bias)
    // Where there is one sense nothing needs to be weighed.
    let isOpen = groups.map { Sum.isTraced || $0.senses.count > 1 }
    var alone: [Sum] = []
    alone.reserveCapacity(starts[groups.count])
    for (index, group) in groups.enumerated() {
      if isOpen[index] {
        collector.addAlone(group, to: &alone)
      } else {
        alone.append(contentsOf: repeatElement(Sum(model), count: group.senses.count))
      }
    }
    var probabilities = [Double](repeating: 0, count: alone.count)
    var isDecided = [Bool](repeating: false, count: groups.count)
    func decide(_ index: Int, _ sums: [Sum]) {
      Self.softmax(sums, starts[index]..<starts[index + 1], groups[index], &probabilities)
      isDecided[index] = true
    }
    for index in 0..<vouching where groups[index].isTerritory { decide(index, alone) }
    var sums = alone
    for pass in 0..<3 {
      let isLast = pass == 2
      let context = ContextPoints(groups, starts, probabilities, isDecided)
      if pass > 0 { sums.replaceSubrange(sums.indices, with: alone) }
      for index in 0..<(isLast ? groups.count : vouching) {
        if isOpen[index] { collector.addContext(context, to: &sums, from: starts[index], index) }
        decide(index, sums)
      }
    }
    return Resolutions(
      groups: groups, starts: starts, probabilities: probabilities,
      scores: Sum.isTraced ? sums.map(\.score) : [],
      contributions: Sum.isTraced ? sums.map(\.contributions) : [])
  }

  private static func softmax(
    _ sums: [Sum], _ senses: Range<Int>, _ group: NameGroup, _ probabilities: inout [Double]
  ) {
    let start = senses.lowerBound
    if senses.count == 1 {
      probabilities[start] = group.refused.contains(0) ? 0 : 1
      return
    }
    var most = -Double.infinity
    for index in senses where !group.refused.contains(index - start) { most = max(most, sums[index].score) }
    guard most.isFinite else {
      for index in senses { probabilities[index] = 0 }
      return
    }
    var sum = 0.0
    for index in senses {
      probabilities[index] = group.refused.contains(index - start) ? 0 : exp(sums[index].score - most)
      sum += probabilities[index]
    }
    for index in senses { probabilities[index] /= sum }
  }
}

extension NameGroup {
  /// `true` when the name is a country's or a region's.
  fileprivate var isTerritory: Bool {
    senses.contains { $0.place.featureClass == .country || $0.place.featureClass == .region }
  }
}
