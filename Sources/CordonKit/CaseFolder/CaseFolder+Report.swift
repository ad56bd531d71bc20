internal import CaseStore
public import Gazetteer
internal import GeoModel
internal import Incidents
internal import Layers
internal import Proximity
public import Reports

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension StoredCase {
  /// The case as a report on what a filter asks for tells it.
  ///
  /// From a file, a report on named sites reads what happened there and no more, and a page few accounts of each
  /// incident. A folder that an earlier version wrote may lack documents, statements or sites; they are then empty.
  ///
  /// - Parameters:
  ///   - isPage: whether it is for a page, which tells of the latest incidents only where there are very many, and
  ///     of few of them everything.
  ///   - language: of the report's own words.
  ///   - dataFolder: where the words and the templates of the report are.
  /// - Throws: as ``incidents()``; `ReportResourceError`.
  public func report(
    _ filter: ReportFilter, isPage: Bool, language: ReportLanguage, dataFolder: String
  ) throws -> Report {
    guard let file else {
      let content = try CaseFolder(path: path).readForReport()
      return try Report(content, filter: filter, language: language, dataFolder: dataFolder)
    }
    let content = try outline(filter, isPage: isPage, of: file)
    var report = try Report(content, filter: filter, language: language, dataFolder: dataFolder)
    report.add(try file.evidence(report.query(isPage: isPage), of: content))
    return report
  }

  private func outline(_ filter: ReportFilter, isPage: Bool, of file: CaseFile) throws -> Case {
    guard filter.sites.isEmpty else {
      let reach = filter.within ?? ExposureCalculator.standardRings.last ?? .kilometers(5)
      return try file.outline(near: filter.sites, within: reach)
    }
    return try file.outline(latest: isPage && !filter.selects ? CaseFile.pageLimit : .max)
  }

  /// The one site of the case itself that has this id, name or alias, letter by letter; no register is read for it.
  ///
  /// - Throws: as ``incidents()``.
  public func site(named name: String) throws -> Site? {
    let found =
      try file?.sites(named: name)
      ?? CaseFolder(path: path).sites().sites.filter {
        $0.id == name || $0.name == name || $0.aliases.contains(name)
      }
    return found.count == 1 ? found.first : nil
  }
}

extension CaseFolder {
  func readForReport() throws -> Case {
    let contents = try read()
    var result = Case(incidents: contents.incidents, exposures: contents.exposures)
    if let path = existing(StatementsFile.name) { result.statements = try StatementsFile.read(from: path) }
    if let path = existing(DocumentsFile.name) { result.documents = try DocumentsFile.read(from: path) }
    (result.sites, result.protected) = try sites()
    let rings = Set(contents.exposures.flatMap { $0.within.map(\.radius) })
    if !rings.isEmpty { result.rings = rings.sorted() }
    return result
  }

  func sites() throws -> (sites: [Site], protected: Set<String>) {
    guard let path = existing(SitesFile.name) else { return ([], []) }
    return try SitesFile.read(from: path)
  }

  private func existing(_ name: String) -> String? {
    let path = "\(self.path)/\(name)"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
