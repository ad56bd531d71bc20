public import Gazetteer
public import GeoModel
internal import Geocoding
public import Incidents
public import Reading

/// What all of a case amounts to, added up a portion at a time: the rows of sites and rings, and what a map is
/// set up by.
public struct CaseTally: Sendable {
  /// Incidents that may have been within one ring of a site.
  public struct RingCount: Hashable, Sendable {
    public var certain = 0
    public var likely = 0
    public var possible = 0
  }

  /// What happened at and near one site.
  public struct SiteCount: Hashable, Sendable {
    /// Incidents that are the site's own.
    public var own = 0
    /// Others that may have come near.
    public var possible = 0
    public var lastOwn: CalendarDate?
    /// In the order of ``CaseTally/rings``.
    public var rings: [RingCount]
  }

  public let rings: [Meters]
  public let protected: Set<String>
  public private(set) var kinds: Set<IncidentKind> = []
  public private(set) var first: CalendarDate?
  public private(set) var last: CalendarDate?
  /// The incidents farthest west, south, east and north, short of the poles.
  public private(set) var extremes: [Coordinate] = []
  public private(set) var counts: [String: SiteCount] = [:]
  private let sites: [Site]
  /// Where each stands among them.
  private let places: [String: Int]

  public init(sites: [Site], protected: Set<String> = [], rings: [Meters]) {
    self.sites = sites
    places = Dictionary(
      sites.indices.lazy.map { (sites[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    self.protected = protected
    self.rings = rings
  }

  public init(_ content: Case) {
    self.init(sites: content.sites, protected: content.protected, rings: content.rings)
    add(content)
  }

  /// Incidents with their exposures.
  public mutating func add(_ portion: Case) {
    var ownSites: [String: String] = [:]
    for incident in portion.incidents {
      add(incident)
      guard let own = CaseIndex.ownSite(of: incident) else { continue }
      ownSites[incident.id] = own
      addOwn(at: own, until: incident.date.to)
    }
    var current: (incident: String, own: String?) = ("", nil)
    for exposure in portion.exposures {
      if exposure.incident != current.incident { current = (exposure.incident, ownSites[exposure.incident]) }
      add(exposure, isOwn: exposure.site == current.own)
    }
  }

  private mutating func add(_ incident: Incident) {
    kinds.insert(incident.kind)
    first = min(first ?? incident.date.from, incident.date.from)
    last = max(last ?? incident.date.to, incident.date.to)
    let position = incident.footprint.best
    guard abs(position.latitude) < 85 else { return }
    if extremes.count == 4, extremes[0].longitude <= position.longitude,
      extremes[1].latitude <= position.latitude, extremes[2].longitude >= position.longitude,
      extremes[3].latitude >= position.latitude
    {
      return
    }
    let all = extremes + [position]
    extremes = [
      all.min { $0.longitude < $1.longitude }, all.min { $0.latitude < $1.latitude },
      all.max { $0.longitude < $1.longitude }, all.max { $0.latitude < $1.latitude },
    ].compactMap(\.self)
  }

  /// Incidents of a site's own.
  public mutating func addOwn(at site: String, until day: CalendarDate) {
    var count = counts[site] ?? nothing
    count.own += 1
    count.lastOwn = max(count.lastOwn ?? day, day)
    counts[site] = count
  }

  /// So many incidents that share an exposure.
  public mutating func add(_ exposure: Exposure, isOwn: Bool, times: Int = 1) {
    let nothing = nothing
    let rings = rings
    let update = { (count: inout SiteCount) in
      if !isOwn { count.possible += times }
      for (number, radius) in rings.enumerated() where exposure.nearest <= radius {
        if exposure.farthest <= radius {
          count.rings[number].certain += times
        } else if exposure.best <= radius {
          count.rings[number].likely += times
        } else {
          count.rings[number].possible += times
        }
      }
    }
    update(&counts[exposure.site, default: nothing])
  }

  /// - Parameter ring: its place in ``rings``.
  public func count(within ring: Int, of site: Site) -> RingCount {
    counts[site.id]?.rings[ring] ?? RingCount()
  }

  private var nothing: SiteCount {
    SiteCount(rings: Array(repeating: RingCount(), count: rings.count))
  }

  /// The sites that incidents concern or may have come near, and those somebody protects; by id.
  public var concerned: [Site] {
    Set(counts.keys).union(protected).compactMap { places[$0] }.map { sites[$0] }.sorted { $0.id < $1.id }
  }

  public func role(of site: Site) -> SiteRole {
    if (counts[site.id]?.own ?? 0) > 0 { return .target }
    return protected.contains(site.id) ? .protected : .inRange
  }

  /// The sites that rings are about; see ``CaseIndex/watched``.
  public var watched: [Site] {
    concerned.filter { site in
      protected.contains(site.id) || (role(of: site) == .target && site.isDiplomatic)
    }
  }
}
