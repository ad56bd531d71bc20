public import CaseStore
internal import Gazetteer
public import GeoModel
public import Incidents
internal import Layers
internal import Proximity

/// A case wherever it is kept: in a file, or in the folder that 'cordon map' wrote.
public struct StoredCase: Sendable {
  public let path: String
  private var kept: CaseFile?

  public init(path: String) { self.path = path }

  /// The GeoPackage: the file named, or that in the folder named; `nil` in a folder without one.
  public var file: CaseFile? {
    if let kept { return kept }
    guard !path.isEmpty else { return nil }
    switch PathContent(path) {
    case .folder:
      let inside = CaseFile(path: path + "/" + CaseFile.name)
      return inside.exists ? inside : nil
    case .file: return CaseFile(path: path)
    case .nothing: return path.hasSuffix(".gpkg") ? CaseFile(path: path) : nil
    }
  }

  /// Says whether there is a case that can be read.
  ///
  /// - Throws: as ``incidents()``.
  public func check() throws { _ = try opened() }

  /// The same, checked and kept open, so that it answers several questions sooner.
  ///
  /// - Throws: as ``incidents()``.
  public func opened() throws -> StoredCase {
    guard let file else {
      try CaseFolder(path: path).check()
      return self
    }
    var stored = self
    stored.kept = try file.opened()
    return stored
  }

  /// All incidents, with all that they rest on.
  ///
  /// - Throws: `CaseStoreError`, ``CaseFolderError``, `CaseFileError`.
  public func incidents() throws -> [Incident] {
    if let file { return try file.incidents() }
    return try CaseFolder(path: path).read().incidents
  }

  /// The incidents that may have come within a distance of a position, and some that did not; from a file, what
  /// they rest on is only counted.
  ///
  /// - Throws: as ``incidents()``.
  public func incidents(around position: Coordinate, within reach: Meters) throws -> [Incident] {
    if let file { return try file.incidents(around: position, within: reach) }
    return try CaseFolder(path: path).read().incidents
  }

  /// Ids of the documents that tell of each of some incidents, in their order.
  ///
  /// - Throws: as ``incidents()``.
  public func documents(of incidents: [Incident]) throws -> [String: [String]] {
    var found = try file?.documents(of: incidents.map(\.id)) ?? [:]
    for incident in incidents where found[incident.id] == nil { found[incident.id] = incident.documents }
    return found
  }

  /// The incident of this id, or those whose ids begin so, with all that they rest on.
  ///
  /// - Throws: as ``incidents()``.
  public func incidents(named id: String) throws -> [Incident] {
    if let file { return try file.incidents(named: id) }
    let all = try CaseFolder(path: path).read().incidents
    return all.first { $0.id == id }.map { [$0] } ?? all.filter { $0.id.hasPrefix(id) }
  }
}
