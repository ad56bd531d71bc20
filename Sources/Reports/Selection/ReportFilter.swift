public import Gazetteer
public import GeoModel
public import Incidents
public import Reading

/// What of a case a report is about; empty and `nil` mean all.
public struct ReportFilter: Sendable {
  /// Sites to report on, whether or not something happened there.
  public var sites: [Site] = []
  /// ISO 3166 alpha-2: the sites this country runs.
  public var operatorCountry: String?
  /// Incidents that ended before this day are left out.
  public var since: CalendarDate?
  /// Incidents that began after this day are left out.
  public var until: CalendarDate?
  public var kinds: Set<IncidentKind> = []
  /// Incidents that cannot have come this near to any of the sites are left out.
  public var within: Meters?

  public init() {}

  /// Whether it leaves anything out.
  public var selects: Bool {
    namesSites || since != nil || until != nil || !kinds.isEmpty || within != nil
  }

  /// Whether it names the sites the report is about.
  var namesSites: Bool { !sites.isEmpty || operatorCountry != nil }

  func allows(_ incident: Incident) -> Bool {
    if let since, incident.date.to < since { return false }
    if let until, incident.date.from > until { return false }
    return kinds.isEmpty || kinds.contains(incident.kind)
  }
}
