public import Gazetteer
internal import GeoKernel
public import GeoModel
internal import Reading

/// The registered sites, found by kind, operator and where they are.
public struct SiteCatalog: Sendable {
  public let sites: [Site]
  public let kinds: SiteKindTable
  /// By who runs them, then by the country they are in.
  private let missions: [String: [String: [Int]]]
  /// By site the tag of its kind, and that one's family.
  private let tags: [String]
  private let families: [String]
  private let parts: [String: [Int]]
  /// The sites that are no missions, by family.
  private let others: [String: [Site]]
  /// The sites that are no missions by each of their names, folded; `-1` for a name that several have.
  private let named: [String: Int]
  /// The words of the names of the sites that are no missions, by id.
  private let words: [String: SiteWords]
  /// The tags of the lexicon's `facility` section of which the catalog or a sentence can name a site.
  let soughtTags: SoughtTags
  let adjectives = KnownAdjectives()

  public init(sites: [Site], kinds: SiteKindTable) {
    self.sites = sites
    self.kinds = kinds
    var missions: [String: [String: [Int]]] = [:]
    let tags = sites.map { SiteKind.tag($0.kind) }
    let families = tags.map { kinds.entry($0).family }
    var parts: [String: [Int]] = [:]
    var others: [String: [Int]] = [:]
    for (index, site) in sites.enumerated() {
      let family = families[index]
      if SiteKindTable.isMission(family: family), let state = site.operatorCountry {
        missions[state, default: [:]][site.hostCountry, default: []].append(index)
      } else if family == "part", let state = site.operatorCountry {
        parts[state, default: []].append(index)
      } else {
        others[family, default: []].append(index)
      }
    }
    self.missions = missions
    self.tags = tags
    self.families = families
    self.parts = parts
    self.others = others.mapValues { $0.map { sites[$0] } }
    words = Dictionary(
      others.values.joined().map { (sites[$0].id, SiteWords([sites[$0].name] + sites[$0].aliases)) },
      uniquingKeysWith: { first, _ in first })
    var named: [String: Int] = [:]
    for index in others.values.joined() {
      for name in Set(([sites[index].name] + sites[index].aliases).map { Folding.fold($0) }) {
        named[name] = named[name] == nil ? index : -1
      }
    }
    self.named = named
    soughtTags = SoughtTags(kinds: kinds, others: others.values.joined().map { sites[$0] })
  }

  /// The answer to a question for one site.
  public enum Answer: Sendable {
    case one(Site, reason: String)
    /// Several fit and nothing tells them apart.
    case several([Site], reason: String)
    case none
  }

  /// The mission that `state` runs in a city or a country; the exact kind goes before its relatives.
  ///
  /// - Parameter kind: tag of the lexicon's `facility` section.
  public func mission(kind: String, of state: String, in place: PlaceFacts) -> Answer {
    let byHost = missions[state] ?? [:]
    let candidates = place.country.map { byHost[$0] ?? [] } ?? byHost.values.joined().sorted()
    let family = kinds.entry(kind).family
    let fitting = candidates.filter {
      SiteKindTable.mayMean(said: family, registered: families[$0]) && agrees(sites[$0], place)
    }
    guard let best = fitting.map({ SiteKindTable.mismatch(said: kind, registered: tags[$0]) }).min() else {
      return .none
    }
    let closest = withoutDoubles(
      fitting.filter { SiteKindTable.mismatch(said: kind, registered: tags[$0]) == best }
    ).map { sites[$0] }
    if closest.count == 1 {
      return .one(closest[0], reason: "the register's \(closest[0].kind) of \(state) in \(place.name)")
    }
    return .several(closest, reason: "\(closest.count) registered sites fit in \(place.name)")
  }

  /// One mission may stand in two registers, or in one under two ids: of those whose discs meet in one town, the
  /// more exact counts, then the one registered first.
  private func withoutDoubles(_ missions: [Int]) -> [Int] {
    guard missions.count > 1 else { return missions }
    let ordered = missions.enumerated().sorted {
      (sites[$0.element].accuracy.value, $0.offset) < (sites[$1.element].accuracy.value, $1.offset)
    }
    return ordered.map(\.element).reduce(into: []) { kept, index in
      let site = sites[index]
      let isDouble = kept.contains { earlier in
        let other = sites[earlier]
        return other.city == site.city && tags[earlier] == tags[index]
          && Geodesic.wgs84.isWithin(
            Meters(other.accuracy.value + site.accuracy.value), other.coordinate, site.coordinate)
      }
      if !isDouble { kept.append(index) }
    }
  }

  /// The part of a mission ("consular section") that the register has for the same state and city.
  func part(kind: String, of parent: Site) -> Site? {
    (parts[parent.operatorCountry ?? ""] ?? []).map { sites[$0] }.first {
      SiteKind.tag($0.kind) == kind && $0.hostCountry == parent.hostCountry
        && $0.city == parent.city
    }
  }

  /// The words of a site's names.
  func words(of site: Site) -> SiteWords { words[site.id] ?? SiteWords([site.name] + site.aliases) }

  /// The site that is no mission and alone bears a name.
  func site(called folded: String) -> Site? { named[folded].flatMap { $0 < 0 ? nil : sites[$0] } }

  /// Sites that are no missions, of one family.
  func facilities(family: String) -> [Site] { others[family] ?? [] }

  /// Whether a site is in a place: by country, else by distance to the place's extent.
  func agrees(_ site: Site, _ place: PlaceFacts) -> Bool {
    guard place.country == nil || place.country == site.hostCountry else { return false }
    return place.level == .country || Self.isSite(site, inOrBeside: place)
  }

  /// Whether the register's point lies within the place's extent, or beside a town.
  static func isSite(_ site: Site, inOrBeside place: PlaceFacts) -> Bool {
    // A mission may lie beyond the built-up area; 15 km is still the same town.
    let slack = place.level == .settlement ? 15_000.0 : 0
    let limit = Meters(place.radius.value + site.accuracy.value + slack)
    return Geodesic.wgs84.isWithin(limit, site.coordinate, place.center)
  }
}
