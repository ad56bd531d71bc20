internal import GeoKernel
public import GeoModel
internal import Geocoding
public import Incidents
public import Reading

/// Which incidents may have come within a distance of something.
public struct NearQuery: Sendable {
  public var target: Target
  public var within: Meters
  /// Incidents that ended before this day are left out.
  public var since: CalendarDate?
  /// Incidents that began after this day are left out.
  public var until: CalendarDate?
  /// Empty: all kinds.
  public var kinds: Set<IncidentKind>

  public init(
    target: Target, within: Meters, since: CalendarDate? = nil, until: CalendarDate? = nil,
    kinds: Set<IncidentKind> = []
  ) {
    self.target = target
    self.within = within
    self.since = since
    self.until = until
    self.kinds = kinds
  }

  /// How sure it is that an incident was within the distance.
  public enum Certainty: String, Sendable, CaseIterable {
    /// Wherever in its footprint it was, it was within.
    case certain
    /// The best estimate is within, the farthest possible position is not.
    case likely
    /// Only part of the footprint is within, and the best estimate is not.
    case possible
  }

  public struct Hit: Sendable {
    public let incident: Incident
    /// Its only ring is the distance asked for.
    public let exposure: Exposure
    public let certainty: Certainty
    /// 0 ... 1: the chance of having been within.
    public var chance: Double { exposure.within.first?.probability ?? 0 }
  }

  /// The incidents whose least possible distance is not greater than `within`, by best distance, then date,
  /// then id. Nothing found is an empty list.
  ///
  /// An incident known only to a country or worse is left out unless its best point is within: it would be
  /// near everything.
  public func hits(in incidents: [Incident]) -> [Hit] {
    var measured = MeasuredFootprints(target: target, within: within)
    return incidents.compactMap { hit($0, &measured) }.sorted {
      ($0.exposure.best, $0.incident.date.from, $0.incident.id)
        < ($1.exposure.best, $1.incident.date.from, $1.incident.id)
    }
  }

  private func hit(_ incident: Incident, _ measured: inout MeasuredFootprints) -> Hit? {
    if let since, incident.date.to < since { return nil }
    if let until, incident.date.from > until { return nil }
    if !kinds.isEmpty, !kinds.contains(incident.kind) { return nil }
    let footprint = incident.footprint
    let distance = Geodesic.quick.distance(target.coordinate, footprint.best)
    if footprint.wherePrecision >= 6, distance > within { return nil }
    // Only to measure less; a millimetre is more than the distance is wrong by.
    guard distance - footprint.radius - target.accuracy <= within + Meters(0.001) else { return nil }
    let exposure = measured.exposure(of: incident)
    guard exposure.nearest <= within else { return nil }
    let certainty: Certainty =
      exposure.farthest <= within ? .certain : exposure.best <= within ? .likely : .possible
    return Hit(incident: incident, exposure: exposure, certainty: certainty)
  }
}

/// Exposures to one target, each footprint measured once: hundreds of incidents share that of a city or a site.
private struct MeasuredFootprints {
  private struct Key: Hashable {
    let best: Coordinate
    let radius: Meters
    let anchor: String?
  }

  let target: Target
  let within: Meters
  private var known: [Key: [(footprint: Footprint, exposure: Exposure)]] = [:]

  init(target: Target, within: Meters) {
    self.target = target
    self.within = within
  }

  mutating func exposure(of incident: Incident) -> Exposure {
    let footprint = incident.footprint
    let key = Key(best: footprint.best, radius: footprint.radius, anchor: footprint.anchorSite)
    let same = known[key, default: []].first { $0.footprint.isPlaced(as: footprint) }
    if let same { return same.exposure.with(incident: incident.id) }
    let exposure = Exposure(of: incident, from: target, rings: [within], isLookedAt: true)
    known[key, default: []].append((footprint, exposure))
    return exposure
  }
}

extension Footprint {
  /// Whether both lie in the same place, whatever words gave it.
  fileprivate func isPlaced(as other: Footprint) -> Bool {
    statedDistance == other.statedDistance && geometry == other.geometry && ring == other.ring
  }
}
