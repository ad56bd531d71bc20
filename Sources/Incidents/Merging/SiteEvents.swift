public import Reading

extension IncidentMerger {
  /// What happened at each registered site, to tell which incidents a statement may speak of.
  public struct SiteEvents: Sendable {
    private var events: [String: [(month: Int, id: String)]] = [:]

    public init() {}

    /// Incidents come by date.
    public mutating func add(_ incident: Incident) {
      if let site = incident.siteID { add(incident.id, at: site, on: incident.date.from) }
    }

    public mutating func add(_ incident: String, at site: String, on day: CalendarDate) {
      events[site, default: []].append((day.month, incident))
    }

    /// A statement with the latest incidents at its site, of its month where it has one.
    public func resolved(_ found: SiteStatement) -> Statement {
      Statement(
        reason: found.statement.reason, evidence: found.statement.evidence,
        mayConcern: incidents(at: found.site, month: found.month))
    }

    /// Ids of the latest incidents at a site, of a month where it is given, by date.
    public func incidents(at site: String?, month: Int?) -> [String] {
      let concerned = (site.flatMap { events[$0] } ?? []).filter { month == nil || $0.month == month }
      return concerned.suffix(IncidentMerger.seriesLimit).map(\.id)
    }
  }
}
