internal import CaseStore
public import Gazetteer
internal import GeoModel
public import Incidents
internal import Layers
public import Proximity
public import Reports

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension StoredCase {
  /// The case as far as a report on what a filter asks for tells it; mentions are not read.
  ///
  /// - Parameter isPage: whether it is for a page, which tells of the latest incidents only where there are very
  ///   many, and of few of them everything.
  /// From a file, a report on named sites reads what happened there and no more. A folder that an earlier version
  /// wrote may lack documents, statements or sites; they are then empty.
  ///
  /// - Throws: as ``incidents()``.
  public func contentForReport(_ filter: ReportFilter, isPage: Bool) throws -> Case {
    guard let file else { return try CaseFolder(path: path).readForReport() }
    guard !filter.sites.isEmpty else {
      return try isPage && !filter.selects ? file.contentForPage() : file.contentForReport()
    }
    let reach = filter.within ?? ExposureCalculator.standardRings.last ?? .kilometers(5)
    return try file.content(near: filter.sites, within: reach)
  }

  /// The sites that the case itself knows.
  ///
  /// - Throws: as ``incidents()``.
  public func sites() throws -> [Site] {
    guard let file else { return try CaseFolder(path: path).sites().sites }
    return try file.sites()
  }

  /// Everything that the accounts of some incidents say; `nil` when the case was read with it.
  ///
  /// - Throws: as ``incidents()``.
  public func accounts(
    of incidents: Set<String>, _ filter: ReportFilter, isPage: Bool
  ) throws -> [String: [Account]]? {
    guard let file, !filter.sites.isEmpty || isPage && !filter.selects else { return nil }
    return try file.accounts(of: incidents)
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
