internal import Gazetteer
internal import GeoModel
internal import Incidents
public import Proximity

extension Case {
  /// The part of a case that a filter asks for.
  ///
  /// Named sites are measured anew, since a case knows only sites near which something happened when it was
  /// written; they become the protected ones, so that each has its section. Documents that none of the
  /// incidents rests on stay only when no filter leaves incidents out; what could not be read always stays.
  public func selected(by filter: ReportFilter) -> Case {
    var result = self
    result.incidents = incidents.filter(filter.allows)
    if let within = filter.within { result.rings = Set(rings + [within]).sorted() }
    if filter.namesSites {
      result.restrict(to: filter)
    } else if let within = filter.within {
      result.exposures = exposures.filter { $0.nearest <= within }
      let near = Set(result.exposures.map(\.incident))
      result.incidents.removeAll { !near.contains($0.id) }
    }
    guard result.incidents.count < incidents.count else { return result }
    let ids = Set(result.incidents.map(\.id))
    let read = Set(result.incidents.flatMap(\.documents))
    result.exposures.removeAll { !ids.contains($0.incident) }
    result.statements.removeAll { !$0.mayConcern.contains(where: ids.contains) }
    result.documents.removeAll { $0.leftOut == nil && !read.contains($0.id) }
    result.mentions = []
    return result
  }

  private mutating func restrict(to filter: ReportFilter) {
    let wanted = filter.sites.filter {
      filter.operatorCountry == nil || $0.operatorCountry == filter.operatorCountry
    }
    let targets =
      filter.sites.isEmpty ? sites.filter { $0.operatorCountry == filter.operatorCountry } : wanted
    let calculator = ExposureCalculator(
      sites: targets, rings: rings, range: filter.within ?? rings.last)
    exposures = calculator.exposures(of: incidents)
    if let within = filter.within { exposures.removeAll { $0.nearest > within } }
    let near = Set(exposures.map(\.incident))
    incidents.removeAll { !near.contains($0.id) }
    sites = sites.filter { site in !targets.contains { $0.id == site.id } } + targets
    let met = Set(exposures.map(\.site))
    protected = Set(targets.map(\.id).filter { !filter.sites.isEmpty || met.contains($0) })
  }
}
