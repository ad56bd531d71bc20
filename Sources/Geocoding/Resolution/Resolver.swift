internal import Gazetteer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a name was decided to mean, with everything it might have meant.
///
/// An object, since all mentions of a name share it.
final class Resolution {
  let group: NameGroup
  /// Per sense of the group, same order; empty for a single sense when nobody asks for a trace.
  let evidence: [Evidence<ResolutionFeature>]
  let probabilities: [Double]
  /// Index of the likeliest sense; `nil` when there is none.
  let best: Int?

  init(group: NameGroup, evidence: [Evidence<ResolutionFeature>], probabilities: [Double], best: Int?) {
    self.group = group
    self.evidence = evidence
    self.probabilities = probabilities
    self.best = best
  }

  /// How likely it is that the name means a sense or what lies around it.
  func probabilityNear(_ sense: Int) -> Double { group.probabilityNear(sense, probabilities) }

  /// `true` when a place elsewhere is nearly as likely as a sense.
  func hasRival(_ sense: Int) -> Bool {
    guard group.senses.count > 1 else { return false }
    let least = Self.nearly * probabilityNear(sense)
    return group.senses.indices.contains { other in
      !group.refused.contains(other) && !group.areNear(sense, other)
        && group.probabilityNear(other, probabilities) >= least
    }
  }

  private static let nearly = 0.9
}

extension NameGroup {
  /// A city and the region of its name do not contradict each other: senses within 161 km speak with one voice.
  fileprivate func probabilityNear(_ sense: Int, _ probabilities: [Double]) -> Double {
    var sum = 0.0
    for other in senses.indices where areNear(sense, other) { sum += probabilities[other] }
    return min(1, sum)
  }

  fileprivate func areNear(_ a: Int, _ b: Int) -> Bool {
    a == b || senses[a].place.chordSquared(to: senses[b].place) < Self.chord161
  }

  /// The likeliest sense of the likeliest neighbourhood; `nil` when all are refused.
  fileprivate func likeliest(_ probabilities: [Double]) -> Int? {
    guard senses.count > 1 else { return senses.isEmpty || refused.contains(0) ? nil : 0 }
    var best: (sense: Int, near: Double)?
    // In the order of their own probability, so that the likeliest speaks for its neighbours.
    let ranked = senses.indices.filter { !refused.contains($0) }.sorted {
      (probabilities[$1], $0) < (probabilities[$0], $1)
    }
    for sense in ranked.prefix(8) {
      let near = probabilityNear(sense, probabilities)
      if near > (best?.near ?? -1) + 1e-9 { best = (sense, near) }
    }
    return best?.sense
  }

  private static let chord161 = PlaceTraits.chordSquared(kilometers: 161)
}

/// Decides which place each name means: territories first, then everything in the light of the others.
struct Resolver {
  let model: LinearModel<ResolutionFeature>
  let bias: UserBias
  let traced: Bool

  /// - Parameters:
  ///   - placed: spans that are places, which vouch for each other.
  ///   - alsoDecide: all spans to decide; those not placed listen to the others and vouch for none.
  func resolve(_ around: SpanSurroundings, _ placed: [Int], alsoDecide: [Int]) -> [Resolution] {
    let isPlaced = Set(placed)
    var groups = around.groups(of: placed)
    let vouching = groups.count
    groups += around.groups(of: alsoDecide.filter { !isPlaced.contains($0) })
    let peoples = around.peoples
    var probabilities = [[Double]](repeating: [], count: groups.count)
    let collector = ResolutionEvidence(
      around: around, groups: groups, model: model, bias: bias, traced: traced)
    // Where there is one sense nothing needs to be weighed.
    let isOpen = groups.map { traced || $0.senses.count > 1 }
    let alone = groups.indices.map { isOpen[$0] ? collector.alone($0) : [] }
    for index in 0..<vouching where groups[index].isTerritory {
      probabilities[index] = Self.softmax(alone[index], groups[index])
    }
    for _ in 0..<2 {
      let context = ContextPoints(groups, probabilities, peoples: peoples)
      for index in 0..<vouching {
        let evidence = isOpen[index] ? collector.adding(context, to: alone[index], index) : []
        probabilities[index] = Self.softmax(evidence, groups[index])
      }
    }
    let context = ContextPoints(groups, probabilities, peoples: peoples)
    return groups.indices.map { index in
      let evidence = isOpen[index] ? collector.adding(context, to: alone[index], index) : []
      let probabilities = Self.softmax(evidence, groups[index])
      return Resolution(
        group: groups[index], evidence: evidence, probabilities: probabilities,
        best: groups[index].likeliest(probabilities).map { groups[index].corrected($0) })
    }
  }

  private static func softmax(_ evidence: [Evidence<ResolutionFeature>], _ group: NameGroup) -> [Double] {
    if group.senses.count == 1 { return [group.refused.contains(0) ? 0 : 1] }
    var most = -Double.infinity
    for (index, sense) in evidence.enumerated() where !group.refused.contains(index) {
      most = max(most, sense.score)
    }
    guard most.isFinite else { return [Double](repeating: 0, count: evidence.count) }
    var weights = evidence.map { exp($0.score - most) }
    for index in weights.indices where group.refused.contains(index) { weights[index] = 0 }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}

extension SpanSurroundings {
  /// The countries whose adjective or people the document names.
  fileprivate var peoples: [PlaceTraits] {
    var seen = Set<PlaceID>()
    return spans.lazy.compactMap {
      $0.senses.first { $0.kind.isDemonym && $0.place.featureClass == .country }?.place
    }
    .filter { seen.insert($0.id).inserted }.prefix(8).map(\.self)
  }
}

extension NameGroup {
  /// `true` when the name is a country's or a region's.
  fileprivate var isTerritory: Bool {
    senses.contains { $0.place.featureClass == .country || $0.place.featureClass == .region }
  }

  /// The city rather than the region of its name, unless the words say "region".
  fileprivate func corrected(_ best: Int) -> Int {
    if hasAdminWord { return regionRather(than: best) }
    return senses[best].place.isNatural ? townRather(than: best) : cityRather(than: best)
  }

  /// A river, a lake or a range that shares its bare name with a great town on it ("Kabul") is not what is meant.
  private func townRather(than best: Int) -> Int {
    let feature = senses[best].place
    return senses.indices.filter {
      senses[$0].place.featureClass == .settlement && !refused.contains($0)
        && senses[$0].place.logPopulation > Self.greatTown
        && senses[$0].place.chordSquared(to: feature) < Self.chord500
    }
    .max { senses[$0].place.logPopulation < senses[$1].place.logPopulation } ?? best
  }

  private static let greatTown = 5.0
  private static let chord500 = PlaceTraits.chordSquared(kilometers: 500)

  private func regionRather(than best: Int) -> Int {
    let city = senses[best].place
    guard city.featureClass == .settlement else { return best }
    return senses.indices.first {
      senses[$0].place.featureClass == .region && city.isNear(senses[$0].place) && !refused.contains($0)
    }
      ?? best
  }

  /// A city that makes up much of a region of the same name ("Istanbul", "Baku") is what people mean.
  private func cityRather(than best: Int) -> Int {
    let region = senses[best].place
    guard region.featureClass == .region else { return best }
    let cities = senses.indices.filter {
      senses[$0].place.featureClass == .settlement && senses[$0].place.isNear(region) && !refused.contains($0)
        && senses[$0].place.logPopulation > region.logPopulation - Self.shareOfCity
    }
    return cities.max { senses[$0].place.logPopulation < senses[$1].place.logPopulation } ?? best
  }

  /// A good third: the inhabitants of a region are added up from places, some of which lie in one another.
  private static let shareOfCity = 0.45
}

extension PlaceTraits {
  fileprivate var isNatural: Bool {
    featureClass == .river || featureClass == .water || featureClass == .mountains
  }

  /// In the region, or a city with a region of its own that the region surrounds ("Kyiv").
  fileprivate func isNear(_ region: PlaceTraits) -> Bool {
    isInside(region) || (country == region.country && chordSquared(to: region) < Self.chord100)
  }

  private static let chord100 = chordSquared(kilometers: 100)
}
