internal import Gazetteer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Collects what speaks for and against each sense of a name.
struct ResolutionEvidence<Sum: FeatureSum> where Sum.Feature == ResolutionFeature {
  let around: SpanSurroundings
  let model: LinearModel<ResolutionFeature>
  let bias: UserBias
  let reach = ContextReach.known

  /// Writes down for each sense all that does not depend on what the other names mean.
  ///
  /// - Parameter sums: of the senses of all groups.
  func addAlone(_ group: NameGroup, to sums: UnsafeMutableBufferPointer<Sum>) {
    var start = group.start
    let saysAnything = bias.saysAnything
    var most = 0.0
    let refused = group.refused
    for (index, sense) in group.senses.enumerated() where !refused.contains(index) {
      most = max(most, sense.place.logPopulation)
    }
    let own = OwnTerritories(around, group)
    let namesOthers = around.named.countries.exceeds(own.country)
    for sense in group.senses {
      var evidence = Sum(model)
      addPlace(sense, most, &evidence)
      addBeside(sense.place, group, &evidence)
      addNamed(sense, own, namesOthers, &evidence)
      if saysAnything { addBias(sense.place, &evidence) }
      sums.initializeElement(at: start, to: evidence)
      start += 1
    }
  }

  private func addBias(_ place: PlaceTraits, _ evidence: inout Sum) {
    evidence.add(.userCountry, if: bias.prefersCountry(of: place))
    evidence.add(.userNear, if: bias.isNear(place))
    if place.featureClass != .country {
      evidence.add(.outletCountry, if: bias.home.isCountry(of: place))
      evidence.add(.outletRegion, if: bias.home.isRegion(of: place))
    }
  }

  private func addPlace(_ sense: NameSense, _ most: Double, _ evidence: inout Sum) {
    let place = sense.place
    switch place.featureClass {
    case .settlement:
      evidence.add(.population, place.logPopulation)
      evidence.add(.noPopulation, if: place.logPopulation == 0)
      evidence.add(.mostPopulous, if: place.logPopulation >= most)
      evidence.add(.populationGap, max(0, most - place.logPopulation))
      evidence.add(.greatCity, max(0, place.logPopulation - 5.3))
    case .country: evidence.add(.isCountry)
    case .region: evidence.add(.isRegion)
    case .district: evidence.add(.isDistrict)
    case .continent: evidence.add(.isContinent)
    case .worldRegion: evidence.add(.isWorldRegion)
    case .water, .river, .island, .mountains, .other: evidence.add(.isFeature)
    }
    if place.isAdministrative { evidence.add(.territoryPopulation, place.logPopulation / 7) }
    evidence.add(.isCapital, if: place.isCapital)
    switch sense.kind {
    case .primary: evidence.add(.primaryName)
    case .shortForm: evidence.add(.shortForm)
    case .alternate:
      evidence.add(.alternateName)
      // A great city goes by many names; a region's other names are mostly its city's ("Basra").
      let isTerritory = place.featureClass == .region || place.featureClass == .district
      if !isTerritory { evidence.add(.greatAlternate, max(0, place.logPopulation - 5)) }
    case .abbreviation: evidence.add(.abbreviation)
    case .adjective, .people: break
    }
  }

  private func addBeside(
    _ place: PlaceTraits, _ group: NameGroup, _ evidence: inout Sum
  ) {
    if !group.parents.isEmpty {
      let fits = group.parents.contains { around.spans[$0].embraces(place) }
      evidence.add(fits ? .parentBeside : .otherParentBeside)
    }
    evidence.add(
      .childBeside,
      if: place.isAdministrative && !group.children.isEmpty
        && group.children.contains { around.spans[$0].senses.contains { $0.place.isInside(place) } })
    let isTerritory = place.featureClass == .region || place.featureClass == .district
    if group.hasAdminWord { evidence.add(isTerritory ? .adminWordFits : .adminWordMisfits) }
    if group.hasSettlementWord {
      evidence.add(place.featureClass == .settlement ? .settlementWordFits : .settlementWordMisfits)
    }
  }

  private func addNamed(
    _ sense: NameSense, _ own: OwnTerritories, _ namesOthers: Bool, _ evidence: inout Sum
  ) {
    let place = sense.place
    var countries = max(0, around.named.countryCount(place) - own.country(place.country))
    var peoples = around.named.demonymCount(place)
    if place.isCapital {
      countries += around.operating.countryCount(place)
      peoples += around.operating.demonymCount(place)
    }
    let regions = max(0, around.named.regionCount(place) - own.region(place.region))
    addLog(.countryNamed, countries, &evidence)
    if place.featureClass != .country { addLog(.regionNamed, regions, &evidence) }
    addLog(.demonymNamed, peoples, &evidence)
    evidence.add(.otherCountryNamed, if: countries == 0 && namesOthers)
    // Where Venezuelans are named, the name is as much that of the Valencia there.
    evidence.add(.namesOther, if: sense.usage == .others && countries == 0 && peoples == 0)
  }

  /// Adds to each sense what the other names speak for.
  ///
  /// - Parameters:
  ///   - senses: of the group at an index.
  ///   - sums: one for each sense.
  @inline(__always)
  func addContext(
    _ senses: UnsafeBufferPointer<NameSense>, hasAdminWord: Bool, _ index: Int,
    _ points: UnsafeBufferPointer<ContextPoints.Point>, _ sums: UnsafeMutableBufferPointer<Sum>
  ) {
    var first = 0
    while first < senses.count {
      let found = SensesInContext(senses, first, index, points, reach)
      for lane in 0..<min(SensesInContext.lanes, senses.count - first) {
        let place = senses[first + lane].place
        addContext(place, found, lane, &sums[first + lane])
        guard !hasAdminWord, isBareTerritory(place, found, lane) else { continue }
        let isAbroad = found.sameCountry[lane] < 0.2
        if isAbroad && isOutshone(place, by: senses) || isOutshone(place, byCityIn: senses) {
          sums[first + lane].add(.outshone)
        }
      }
      first += SensesInContext.lanes
    }
  }

  /// - Parameter lane: which of the senses it is.
  @inline(__always)
  private func addContext(
    _ place: PlaceTraits, _ found: SensesInContext, _ lane: Int, _ evidence: inout Sum
  ) {
    let total = Double(found.total)
    let held = Double(found.held[lane])
    let within500 = Double(found.within500[lane])
    evidence.add(.bareTerritory, if: isBareTerritory(place, found, lane))
    guard total > 0 else { return }
    evidence.add(.countryShare, Double(found.sameCountry[lane]) / total)
    evidence.add(.regionShare, Double(found.sameRegion[lane]) / total)
    evidence.add(.holdsOthers, held / total)
    guard place.featureClass != .country, place.featureClass != .continent else { return }
    addLog(.within25, Double(found.within25[lane]), &evidence)
    addLog(.within161, Double(found.within161[lane]), &evidence)
    addLog(.within500, within500, &evidence)
    evidence.add(.nobodyNear, if: within500 < 0.2)
    evidence.add(.smallAndFar, if: within500 < 0.2 && place.logPopulation < 4.3)
  }

  /// "Washington" in a text that names nothing in that state.
  @inline(__always)
  private func isBareTerritory(_ place: PlaceTraits, _ found: SensesInContext, _ lane: Int) -> Bool {
    (place.featureClass == .region || place.featureClass == .district)
      && found.within500[lane] < 0.2 && found.held[lane] < 0.2
  }

  /// Whether a city of another country has more inhabitants than a region, of whose country nothing is said: who writes
  /// "Gaza" or "Manchester" and no more does not mean the province of Mozambique or the parish of Jamaica.
  private func isOutshone(_ region: PlaceTraits, by senses: UnsafeBufferPointer<NameSense>) -> Bool {
    guard around.named.demonymCount(region) == 0 else { return false }
    return senses.contains {
      $0.place.featureClass == .settlement && $0.place.country != region.country && $0.kind == .primary
        && $0.place.logPopulation > max(region.logPopulation, 5)
    }
  }

  /// Whether a great part of a region's people live in its city of the same name: who writes "New York" and nothing else
  /// in there means the city, and "Okinawa" is the islands.
  private func isOutshone(_ region: PlaceTraits, byCityIn senses: UnsafeBufferPointer<NameSense>) -> Bool {
    senses.contains {
      // Of Hamburg the two say the same.
      let share = region.logPopulation - $0.place.logPopulation
      return $0.place.featureClass == .settlement && $0.kind == .primary && $0.place.isInside(region)
        && $0.place.logPopulation > 5 && share < Self.fifth && share > Self.nearlyAll
    }
  }

  private static var fifth: Double { 0.7 }
  private static var nearlyAll: Double { 0.2 }

  /// Adds the logarithm of one and an amount, which is mostly 0.
  @inline(__always)
  private func addLog(_ feature: ResolutionFeature, _ amount: Double, _ evidence: inout Sum) {
    if amount != 0 { evidence.add(feature, log(1 + amount)) }
  }
}

/// What a name itself added to the territories named, so that it does not vouch for itself.
private enum OwnTerritories {
  /// Of a name that stands once, as most do, or always with the same meaning: how often, and what it names.
  case same(NameMeaning.Named, Double)
  case several(NamedTerritories)

  init(_ around: SpanSurroundings, _ group: NameGroup) {
    let spans = around.spans
    let meaning = spans[group.first].held
    var count = 0.0
    var isSame = true
    group.forEachSpan {
      count += around.operators.contains($0) ? 0 : 1
      isSame = isSame && spans[$0].held == meaning
    }
    if isSame {
      self = .same(meaning.pointee.named, count)
    } else {
      var sums = NamedTerritories()
      group.forEachSpan { if !around.operators.contains($0) { sums.add(spans[$0]) } }
      self = .several(sums)
    }
  }

  func country(_ row: UInt32) -> Double {
    switch self {
    case .same(let named, let count): named.people == nil && named.country == row ? count : 0
    case .several(let sums): sums.countries[row]
    }
  }

  func region(_ row: UInt32) -> Double {
    switch self {
    case .same(let named, let count):
      var sum = 0.0
      if named.people == nil {
        for region in named.regions where region.row == row { sum += region.certainty }
      }
      return sum * count
    case .several(let sums): return sums.regions[row]
    }
  }
}

extension NameSpan {
  /// `true` when some sense is a territory that the place lies in.
  func contains(_ place: PlaceTraits) -> Bool {
    senses.contains { !$0.kind.isDemonym && place.isInside($0.place) }
  }

  /// The same, also for an adjective ("the Iraqi city of Mosul") and for a city whose part the place may be.
  func embraces(_ place: PlaceTraits) -> Bool {
    senses.contains {
      place.isInside($0.place) || ($0.place.featureClass == .settlement && place.isPart(of: $0.place))
    }
  }
}
