internal import Gazetteer

extension NameGroup {
  /// The city rather than the region of its name, unless the words say "region".
  func corrected(_ best: Int) -> Int {
    if hasAdminWord { return regionRather(than: best) }
    return senses[best].place.featureClass == .settlement ? natureRather(than: best) : cityRather(than: best)
  }

  /// "Malul Dunării" is a bank of the river, however near the hamlet of its name may be.
  private func natureRather(than best: Int) -> Int {
    guard senses[best].place.logPopulation < Self.hamlet, !hasTownWord, !hasSettlementWord, parents.isEmpty
    else { return best }
    return senses.indices.first {
      senses[$0].place.isNatural && senses[$0].kind == .primary && !refused.contains($0)
    } ?? best
  }

  /// Log of two thousand.
  private static let hamlet = 3.3

  /// A river, a lake or a range that shares its bare name with a great town on it ("Kabul", "Dnipro") is not what is
  /// meant.
  mutating func heedGreatTown() {
    for index in senses.indices where senses[index].place.isNatural {
      let feature = senses[index].place
      let isOutshone = senses.contains {
        $0.place.featureClass == .settlement && $0.place.logPopulation > Self.greatTown
          && $0.place.chordSquared(to: feature) < Self.chord500
      }
      if isOutshone { refuse(index) }
    }
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
  var isNatural: Bool {
    featureClass == .river || featureClass == .water || featureClass == .mountains
  }

  /// In the region, or a city with a region of its own that the region surrounds ("Kyiv").
  fileprivate func isNear(_ region: PlaceTraits) -> Bool {
    isInside(region) || (country == region.country && chordSquared(to: region) < Self.chord100)
  }

  private static let chord100 = chordSquared(kilometers: 100)
}
