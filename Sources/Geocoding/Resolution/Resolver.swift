internal import Gazetteer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a name was decided to mean, with everything it might have meant.
struct Resolution {
  let group: NameGroup
  /// Per sense of the group, same order.
  let evidence: [Evidence<ResolutionFeature>]
  let probabilities: [Double]
  /// Index of the likeliest sense; `nil` when there is none.
  let best: Int?
}

/// Decides which place each name means: territories first, then everything in the light of the others.
struct Resolver {
  let model: LinearModel<ResolutionFeature>
  let traced: Bool

  /// - Parameters:
  ///   - placed: spans that are places, which vouch for each other.
  ///   - alsoDecide: all spans to decide; those not placed listen to the others and vouch for none.
  func resolve(_ around: SpanSurroundings, _ placed: [Int], alsoDecide: [Int]) -> [Resolution] {
    let isPlaced = Set(placed)
    var groups = around.groups(of: placed)
    let vouching = groups.count
    groups += around.groups(of: alsoDecide.filter { !isPlaced.contains($0) })
    var probabilities = [[Double]](repeating: [], count: groups.count)
    let alone = ResolutionEvidence(around: around, groups: groups, model: model, traced: false, context: nil)
    for index in 0..<vouching where groups[index].isTerritory {
      probabilities[index] = Self.softmax(alone.collect(index))
    }
    for _ in 0..<2 {
      let pass = ResolutionEvidence(
        around: around, groups: groups, model: model, traced: false,
        context: ContextPoints(groups, probabilities))
      for index in 0..<vouching { probabilities[index] = Self.softmax(pass.collect(index)) }
    }
    let last = ResolutionEvidence(
      around: around, groups: groups, model: model, traced: traced,
      context: ContextPoints(groups, probabilities))
    return groups.indices.map { index in
      let evidence = last.collect(index)
      let probabilities = Self.softmax(evidence)
      return Resolution(
        group: groups[index], evidence: evidence, probabilities: probabilities,
        best: probabilities.indices.max { probabilities[$0] < probabilities[$1] }.map {
          groups[index].corrected($0)
        })
    }
  }

  private static func softmax(_ evidence: [Evidence<ResolutionFeature>]) -> [Double] {
    guard let most = evidence.map(\.score).max() else { return [] }
    let weights = evidence.map { exp($0.score - most) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}

extension NameGroup {
  /// `true` when the name is a country's or a region's.
  fileprivate var isTerritory: Bool {
    senses.contains { $0.place.featureClass == .country || $0.place.featureClass == .region }
  }

  /// The city rather than the region of its name, unless the words say "region".
  fileprivate func corrected(_ best: Int) -> Int {
    hasAdminWord ? regionRather(than: best) : cityRather(than: best)
  }

  private func regionRather(than best: Int) -> Int {
    let city = senses[best].place
    guard city.featureClass == .settlement else { return best }
    return senses.indices.first { senses[$0].place.featureClass == .region && city.isNear(senses[$0].place) }
      ?? best
  }

  /// A city that makes up much of a region of the same name ("Istanbul", "Baku") is what people mean.
  private func cityRather(than best: Int) -> Int {
    let region = senses[best].place
    guard region.featureClass == .region else { return best }
    let cities = senses.indices.filter {
      senses[$0].place.featureClass == .settlement && senses[$0].place.isNear(region)
        && senses[$0].place.logPopulation > region.logPopulation - 0.3
    }
    return cities.max { senses[$0].place.logPopulation < senses[$1].place.logPopulation } ?? best
  }
}

extension PlaceTraits {
  /// In the region, or a city with a region of its own that the region surrounds ("Kyiv").
  fileprivate func isNear(_ region: PlaceTraits) -> Bool {
    isInside(region) || (country == region.country && chordSquared(to: region) < Self.chord100)
  }

  private static let chord100 = chordSquared(kilometers: 100)
}
