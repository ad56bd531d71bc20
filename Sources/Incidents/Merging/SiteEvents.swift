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
      let concerned = (found.site.flatMap { events[$0] } ?? []).filter {
        found.month == nil || $0.month == found.month
      }
      return Statement(
        reason: found.statement.reason, evidence: found.statement.evidence,
        mayConcern: concerned.suffix(IncidentMerger.seriesLimit).map(\.id))
    }
  }
}
