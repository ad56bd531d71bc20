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
        alone.withUnsafeBufferPointer {
          decide(groups[index].range, groups[index].refused, $0, probabilities)
        }
      }
      for pass in 0..<3 {
        let vouching = UnsafeBufferPointer(rebasing: groups[..<names.vouchingCount])
        context.take(vouching, UnsafeBufferPointer(probabilities)) { pass > 0 || $0.isTerritory }
        context.points.withUnsafeBufferPointer { points in
          sums.withUnsafeMutableBufferPointer { sums in
            for index in 0..<(pass == 2 ? groups.count : names.vouchingCount) {
              // Nothing is taken of a group but what is needed: it is large.
              let range = groups[index].range
              if Sum.isTraced || range.count > 1 {
                let own = UnsafeMutableBufferPointer(rebasing: sums[range])
                if pass > 0 { for sense in own.indices { own[sense] = alone[range.lowerBound + sense] } }
                collector.addContext(
                  groups[index].senses, hasAdminWord: groups[index].hasAdminWord, index, points, own)
              }
              decide(range, groups[index].refused, UnsafeBufferPointer(sums), probabilities)
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
  ///   - senses: where those of the group are.
  ///   - refused: which of them are, from 0.
  ///   - sums: of the senses of all groups.
  ///   - probabilities: the same, of which those of the group are written.
  private func decide(
    _ senses: Range<Int>, _ refused: SenseSet, _ sums: UnsafeBufferPointer<Sum>,
    _ probabilities: UnsafeMutableBufferPointer<Double>
  ) {
    let start = senses.lowerBound
    if senses.count == 1 {
      probabilities[start] = refused.contains(0) ? 0 : 1
      return
    }
    let isAny = !refused.isEmpty
    var most = -Double.infinity
    for sense in senses where !(isAny && refused.contains(sense - start)) {
      most = max(most, sums[sense].score)
    }
    guard most.isFinite else {
      for sense in senses { probabilities[sense] = 0 }
      return
    }
    var sum = 0.0
    for sense in senses {
      let share = isAny && refused.contains(sense - start) ? 0 : exp(sums[sense].score - most)
      probabilities[sense] = share
      sum += share
    }
    for sense in senses { probabilities[sense] /= sum }
  }
}

extension NameGroup {
  /// Where its senses are in the row of those of all groups.
  fileprivate var range: Range<Int> { start..<start + senses.count }

  /// `true` when the name is a country's or a region's.
  fileprivate var isTerritory: Bool {
    senses.contains { $0.place.featureClass == .country || $0.place.featureClass == .region }
  }
}
