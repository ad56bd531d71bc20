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
    let open = groups.indices.map { OpenName<Sum>(groups[$0], starts[$0]) }
    var alone: [Sum] = []
    alone.reserveCapacity(starts[groups.count])
    for (index, group) in groups.enumerated() {
      if open[index].isOpen {
        collector.addAlone(group, to: &alone)
      } else {
        alone.append(contentsOf: repeatElement(Sum(model), count: group.senses.count))
      }
    }
    var probabilities = [Double](repeating: 0, count: alone.count)
    var isDecided = [Bool](repeating: false, count: groups.count)
    for index in 0..<vouching where groups[index].isTerritory {
      open[index].decide(alone, &probabilities)
      isDecided[index] = true
    }
    var sums = alone
    for pass in 0..<3 {
      let context = ContextPoints(groups, starts, probabilities, isDecided)
      context.points.withUnsafeBufferPointer { points in
        sums.withUnsafeMutableBufferPointer { sums in
          for index in 0..<(pass == 2 ? groups.count : vouching) {
            let name = open[index]
            if name.isOpen {
              let own = UnsafeMutableBufferPointer(
                rebasing: sums[name.start..<name.start + name.senses.count])
              if pass > 0 {
                for sense in own.indices { own[sense] = alone[name.start + sense] }
              }
              collector.addContext(name.senses, index, points, own)
            }
            name.decide(UnsafeBufferPointer(sums), &probabilities)
            isDecided[index] = true
          }
        }
      }
    }
    return Resolutions(
      groups: groups, starts: starts, probabilities: probabilities,
      scores: Sum.isTraced ? sums.map(\.score) : [],
      contributions: Sum.isTraced ? sums.map(\.contributions) : [])
  }
}

/// A name while it is decided: of its group what is asked for again and again.
private struct OpenName<Sum: FeatureSum> {
  let senses: UnsafeBufferPointer<NameSense>
  /// Where its senses begin in the row of all.
  let start: Int
  let refused: SenseSet
  /// Where there is one sense nothing needs to be weighed.
  let isOpen: Bool

  init(_ group: NameGroup, _ start: Int) {
    senses = group.senses
    self.start = start
    refused = group.refused
    isOpen = Sum.isTraced || group.senses.count > 1
  }

  func decide(_ sums: [Sum], _ probabilities: inout [Double]) {
    sums.withUnsafeBufferPointer { decide($0, &probabilities) }
  }

  /// Turns scores into probabilities.
  func decide(_ sums: UnsafeBufferPointer<Sum>, _ probabilities: inout [Double]) {
    probabilities.withUnsafeMutableBufferPointer { probabilities in
      if senses.count == 1 {
        probabilities[start] = refused.contains(0) ? 0 : 1
        return
      }
      var most = -Double.infinity
      for sense in senses.indices where !refused.contains(sense) {
        most = max(most, sums[start + sense].score)
      }
      guard most.isFinite else {
        for sense in senses.indices { probabilities[start + sense] = 0 }
        return
      }
      var sum = 0.0
      for sense in senses.indices {
        let share = refused.contains(sense) ? 0 : exp(sums[start + sense].score - most)
        probabilities[start + sense] = share
        sum += share
      }
      for sense in senses.indices { probabilities[start + sense] /= sum }
    }
  }
}

extension NameGroup {
  /// `true` when the name is a country's or a region's.
  fileprivate var isTerritory: Bool {
    senses.contains { $0.place.featureClass == .country || $0.place.featureClass == .region }
  }
}
