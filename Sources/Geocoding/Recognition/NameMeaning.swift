internal import Gazetteer

/// What a name may mean, with all that can be told of it without a document.
///
/// Nothing but numbers and pointers into the memory of who holds it, since names are handed from rule to rule
/// by the thousand, and a name that news are full of has hundreds of senses.
struct NameMeaning {
  let senses: UnsafeBufferPointer<NameSense>
  /// Of the most populous.
  let logPopulation: Double
  let isCountry: Bool
  let isRegion: Bool
  let isDistrict: Bool
  /// A river, an island and the like.
  let isFeature: Bool
  /// Of a country, under its own name.
  let isCapital: Bool
  /// A capital or a country under any name.
  let hasGovernment: Bool
  let isPrimaryName: Bool
  let isAlternateName: Bool
  let isAbbreviation: Bool
  /// Something is called so first of all, or the language calls it so.
  let isKnown: Bool
  /// The language has the name for some town.
  let isOurs: Bool
  let hasDemonym: Bool
  let isDemonymOnly: Bool
  /// What a document names with it.
  let named: Named
  /// Rows of the countries its places lie in, countries aside, and of the first-level regions, these aside too; each
  /// once.
  let outerCountries: UnsafeBufferPointer<UInt32>
  let outerRegions: UnsafeBufferPointer<UInt32>

  struct Named {
    /// Row of the country of an adjective or a people; then the others are empty.
    var people: UInt32?
    var country: UInt32?
    var regions = UnsafeBufferPointer<Region>(start: nil, count: 0)
  }

  struct Region {
    let row: UInt32
    /// How surely it is named.
    let certainty: Double
  }

  /// Bytes of the senses of a name, of the regions they name and of what they lie in.
  static func byteCount(_ senses: [NameSense]) -> Int {
    senses.count
      * (MemoryLayout<NameSense>.stride + MemoryLayout<Region>.stride + 2 * MemoryLayout<UInt32>.stride)
  }

  /// - Parameter memory: `byteCount` bytes, which must outlive it.
  init(_ senses: [NameSense], in memory: UnsafeMutableRawPointer) {
    let count = senses.count
    // What is asked of every name lies in front, beside the meaning itself.
    let rows = memory
    let regions = rows + 2 * count * MemoryLayout<UInt32>.stride
    let copies = UnsafeMutableBufferPointer(
      start: (regions + count * MemoryLayout<Region>.stride).bindMemory(to: NameSense.self, capacity: count),
      count: count)
    _ = copies.initialize(from: senses)
    self.init(
      UnsafeBufferPointer(copies),
      UnsafeMutableBufferPointer(start: regions.bindMemory(to: Region.self, capacity: count), count: count),
      rows.bindMemory(to: UInt32.self, capacity: 2 * count))
  }

  /// - Parameters:
  ///   - regions: memory for as many regions as there are senses.
  ///   - rows: the same for two rows of each.
  private init(
    _ senses: UnsafeBufferPointer<NameSense>, _ regions: UnsafeMutableBufferPointer<Region>,
    _ rows: UnsafeMutablePointer<UInt32>
  ) {
    self.senses = senses
    var logPopulation = 0.0
    var classes: Set<FeatureClass> = []
    var kinds: Set<NameKind> = []
    for sense in senses {
      logPopulation = max(logPopulation, sense.place.logPopulation)
      classes.insert(sense.place.featureClass)
      kinds.insert(sense.kind)
    }
    self.logPopulation = logPopulation
    isCountry = classes.contains(.country)
    isRegion = classes.contains(.region)
    isDistrict = classes.contains(.district)
    isFeature = !classes.isSubset(of: [.country, .region, .district, .settlement])
    isCapital = senses.contains { $0.place.isCapital && $0.kind == .primary }
    hasGovernment = isCountry || senses.contains { $0.place.isCapital }
    isPrimaryName = kinds.contains(.primary) || kinds.contains(.shortForm)
    isAlternateName = kinds.contains(.alternate) || kinds.contains(.adjective) || kinds.contains(.people)
    isAbbreviation = kinds.contains(.abbreviation)
    isKnown = senses.contains { $0.usage == .ours || $0.usage == .unknown && $0.kind != .alternate }
    isOurs = senses.contains { $0.usage == .ours && $0.place.featureClass == .settlement }
    hasDemonym = kinds.contains(.adjective) || kinds.contains(.people)
    isDemonymOnly = kinds.isSubset(of: [.adjective, .people])
    named = Self.named(senses, regions)
    let inner = senses.lazy.map(\.place).filter { $0.featureClass != .country }
    outerCountries = Self.distinct(inner.map(\.country), in: rows)
    outerRegions = Self.distinct(
      inner.filter { $0.featureClass != .region }.map(\.region), in: rows + senses.count)
  }

  private static func distinct(
    _ rows: some Sequence<UInt32>, in memory: UnsafeMutablePointer<UInt32>
  ) -> UnsafeBufferPointer<UInt32> {
    var count = 0
    for row in rows where row != PlaceTraits.none {
      if UnsafeBufferPointer(start: memory, count: count).contains(row) { continue }
      (memory + count).initialize(to: row)
      count += 1
    }
    return UnsafeBufferPointer(start: memory, count: count)
  }

  private static func named(
    _ senses: UnsafeBufferPointer<NameSense>, _ regions: UnsafeMutableBufferPointer<Region>
  ) -> Named {
    if let sense = senses.first(where: { $0.kind.isDemonym && $0.place.featureClass == .country }) {
      return Named(people: sense.place.country)
    }
    var named = Named(country: senses.first { $0.place.featureClass == .country }?.place.country)
    let territories = senses.filter {
      $0.place.featureClass == .region || $0.place.featureClass == .district
    }
    let count = territories.count
    guard count > 0, count <= 4 || senses.count == count else { return named }
    let share = 1 / Double(count)
    // A region that shares its name with a settlement ("Lviv") is only half a region.
    let certainty = count == senses.count ? 1 : 0.5
    var filled = 0
    for sense in territories where sense.place.region != PlaceTraits.none {
      regions.initializeElement(
        at: filled, to: Region(row: sense.place.region, certainty: share * certainty))
      filled += 1
    }
    named.regions = UnsafeBufferPointer(rebasing: regions[..<filled])
    return named
  }
}

/// Holds a meaning; whoever refers to it sees to it that this lives, see `WorkerMemory.keep`.
///
/// `@unchecked Sendable`: nothing is written after `init`.
final class MeaningRecord: @unchecked Sendable {
  let meaning: UnsafePointer<NameMeaning>
  private let memory: UnsafeMutableRawPointer

  static let none = MeaningRecord([])

  init(_ senses: [NameSense]) {
    let stride = MemoryLayout<NameMeaning>.stride
    memory = .allocate(byteCount: stride + NameMeaning.byteCount(senses), alignment: 64)
    let meaning = memory.bindMemory(to: NameMeaning.self, capacity: 1)
    meaning.initialize(to: NameMeaning(senses, in: memory + stride))
    self.meaning = UnsafePointer(meaning)
  }

  deinit { memory.deallocate() }
}
