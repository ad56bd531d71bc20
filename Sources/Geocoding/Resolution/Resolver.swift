internal import Gazetteer
internal import GeoModel

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
    let names = NameGroups(around, placed, others)
    let groups = UnsafeBufferPointer(names.groups)
    let collector = ResolutionEvidence<Sum>(around: around, model: model, bias: bias)
    let alone = [Sum](unsafeUninitializedCapacity: names.senseCount) { sums, count in
      for group in groups {
        if isOpen(group) {
          collector.addAlone(group, to: sums)
        } else {
          for sense in group.senses.indices {
            sums.initializeElement(at: group.start + sense, to: Sum(model))
          }
        }
      }
      count = names.senseCount
    }
    var probabilities = [Double](filledWith: 0, count: alone.count)
    var sums = alone
    var context = ContextPoints()
    probabilities.withUnsafeMutableBufferPointer { probabilities in
      for index in 0..<names.vouchingCount where groups[index].isTerritory {
        alone.withUnsafeBufferPointer { decide(groups[index], $0, probabilities) }
      }
      for pass in 0..<3 {
        let vouching = UnsafeBufferPointer(rebasing: groups[..<names.vouchingCount])
        context.take(vouching, UnsafeBufferPointer(probabilities)) { pass > 0 || $0.isTerritory }
        context.points.withUnsafeBufferPointer { points in
          sums.withUnsafeMutableBufferPointer { sums in
            for index in 0..<(pass == 2 ? groups.count : names.vouchingCount) {
              let group = groups[index]
              if isOpen(group) {
                let own = UnsafeMutableBufferPointer(
                  rebasing: sums[group.start..<group.start + group.senses.count])
                if pass > 0 {
                  for sense in own.indices { own[sense] = alone[group.start + sense] }
                }
                collector.addContext(group, index, points, own)
              }
              decide(group, UnsafeBufferPointer(sums), probabilities)
            }
          }
        }
      }
    }
    return Resolutions(
      names, probabilities: probabilities, scores: Sum.isTraced ? sums.map(\.score) : [],
      contributions: Sum.isTraced ? sums.map(\.contributions) : [])
  }

  /// Where there is one sense nothing needs to be weighed.
  @inline(__always)
  private func isOpen(_ group: NameGroup) -> Bool { Sum.isTraced || group.senses.count > 1 }

  /// Turns scores into probabilities.
  ///
  /// - Parameters:
  ///   - sums: of the senses of all groups.
  ///   - probabilities: the same, of which those of the group are written.
  private func decide(
    _ group: NameGroup, _ sums: UnsafeBufferPointer<Sum>, _ probabilities: UnsafeMutableBufferPointer<Double>
  ) {
    let (senses, start, refused) = (group.senses, group.start, group.refused)
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

extension NameGroup {
  /// `true` when the name is a country's or a region's.
  fileprivate var isTerritory: Bool {
    senses.contains { $0.place.featureClass == .country || $0.place.featureClass == .region }
  }
}
