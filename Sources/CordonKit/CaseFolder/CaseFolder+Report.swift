internal import Gazetteer
internal import Layers
public import Proximity

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension CaseFolder {
  /// Reads the case with all that a report tells; mentions are not read.
  ///
  /// A case written by an earlier version may lack documents, statements or sites; they are then empty.
  ///
  /// - Throws: ``CaseFolderError`` when there is no case, `CaseFileError` when it is damaged.
  public func readForReport() throws -> Case {
    let contents = try read()
    var result = Case(incidents: contents.incidents, exposures: contents.exposures)
    func path(_ name: String) -> String? {
      let path = "\(self.path)/\(name)"
      return FileManager.default.fileExists(atPath: path) ? path : nil
    }
    if let path = path(StatementsFile.name) { result.statements = try StatementsFile.read(from: path) }
    if let path = path(DocumentsFile.name) { result.documents = try DocumentsFile.read(from: path) }
    if let path = path(SitesFile.name) {
      let (sites, protected) = try SitesFile.read(from: path)
      result.sites = sites
      result.protected = protected
    }
    let rings = Set(contents.exposures.flatMap { $0.within.map(\.radius) })
    if !rings.isEmpty { result.rings = rings.sorted() }
    return result
  }
}
