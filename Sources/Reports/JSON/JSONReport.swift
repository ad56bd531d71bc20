internal import Gazetteer
public import GeoModel
internal import Incidents
internal import Layers
internal import Proximity
internal import Reading

/// The report for programs: everything, as values, nothing left out.
public enum JSONReport {
  public static let format = "cordon-report/1"

  public static func value(_ report: Report) -> JSONValue {
    let content = report.content
    let index = CaseIndex(content)
    let sites = index.concerned
    return [
      "format": .string(format),
      "language": .string(report.words.language.rawValue),
      "filter": filter(report.filter),
      "rings_m": .array(content.rings.map { .double($0.value) }),
      "sites": .array(sites.map { site($0, index) }),
      "incidents": .array(
        content.incidents.latest().map {
          IncidentsFile.value(of: $0, exposures: index.exposures(of: $0.id))
        }),
      "statements": .array(content.statements.map(StatementsFile.value)),
      "documents": .array(content.documents.map(\.fileValue)),
    ]
  }

  private static func filter(_ filter: ReportFilter) -> JSONValue {
    [
      "sites": .array(filter.sites.map { .string($0.id) }),
      "operator": JSONValue(filter.operatorCountry),
      "since": JSONValue(filter.since?.description),
      "until": JSONValue(filter.until?.description),
      "kinds": .array(filter.kinds.map(\.rawValue).sorted().map(JSONValue.string)),
      "within_m": filter.within.map { .double($0.value) } ?? .null,
    ]
  }

  private static func site(_ site: Site, _ index: CaseIndex) -> JSONValue {
    [
      "id": .string(site.id), "name": .string(site.name), "kind": .string(site.kind),
      "role": .string(index.role(of: site).rawValue),
      "operator_country": JSONValue(site.operatorCountry), "host_country": .string(site.hostCountry),
      "city": .string(site.city), "address": JSONValue(site.address),
      "lat": .decimal(site.coordinate.latitude, places: 7),
      "lon": .decimal(site.coordinate.longitude, places: 7),
      "accuracy_m": .double(site.accuracy.value), "source": .string(site.source),
      "own_incidents": .array(index.incidents(of: site.id).map { .string($0.id) }),
    ]
  }
}
