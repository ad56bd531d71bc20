public import CaseStore
public import Gazetteer
public import Layers
internal import Reports

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The folder a case is written to and read from.
public struct CaseFolder: Sendable {
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// `true` when a case was written here before.
  public var holdsCase: Bool {
    [IncidentsFile.name, CaseFile.name].contains {
      FileManager.default.fileExists(atPath: path + "/" + $0)
    }
  }

  public var isThere: Bool { PathContent(path) == .folder }

  /// Says before the work starts whether its result may be written here.
  ///
  /// A folder that does not exist, an empty one and one that holds a case are fine.
  ///
  /// - Throws: ``CaseFolderError``.
  public func checkBeforeWriting(force: Bool) throws(CaseFolderError) {
    guard !path.isEmpty else { throw CaseFolderError(path: path, problem: .noName) }
    let manager = FileManager.default
    var isFolder = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder else { throw CaseFolderError(path: path, problem: .isFile) }
    guard manager.isWritableFile(atPath: path) else { throw CaseFolderError(path: path, problem: .readOnly) }
    guard !force, !holdsCase else { return }
    let content = (try? manager.contentsOfDirectory(atPath: path)) ?? []
    if !content.isEmpty { throw CaseFolderError(path: path, problem: .holdsOther) }
  }

  /// Says whether the folder holds a case's files.
  ///
  /// - Throws: ``CaseFolderError``.
  func check() throws(CaseFolderError) {
    guard !path.isEmpty else { throw CaseFolderError(path: path, problem: .noName) }
    guard PathContent(path + "/" + IncidentsFile.name) == .file else {
      throw CaseFolderError(path: path, problem: .noCase)
    }
  }

  /// Makes the folder and says where its case is.
  ///
  /// - Throws: `FileWriteError`.
  public func makeCase() throws(FileWriteError) -> String {
    try AtomicFile.createFolder(path)
    return path + "/" + CaseFile.name
  }

  /// Takes the folder away when there is nothing in it.
  public func removeIfEmpty() {
    let content = try? FileManager.default.contentsOfDirectory(atPath: path)
    if content?.isEmpty == true { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Reads the incidents of the case.
  ///
  /// - Throws: ``CaseFolderError`` when there is no case, `CaseFileError` when it is damaged.
  public func read() throws -> IncidentsFile.Contents {
    try check()
    return try IncidentsFile.read(from: path + "/" + IncidentsFile.name)
  }

  /// Writes the layers, the incidents and the report of a case, each file whole or not at all.
  ///
  /// Memory does not grow with the case: it is read a portion at a time, and the report is a page.
  ///
  /// - Parameters:
  ///   - sites: the register.
  ///   - dataFolder: where the words and the templates of the report are.
  ///   - files: what was written there already, for the list of what is there.
  /// - Throws: `CaseStoreError`; `FileWriteError`; `ReportResourceError`; `GeometryError` when a ring's radius is
  ///   out of range.
  public func write(
    _ file: CaseFile, sites: [Site], dataFolder: String, with files: [String] = []
  ) throws -> CaseWriter.Written {
    var written = try file.read(sites: sites) { try CaseWriter(folder: path).write($0) }
    written.files.insert(contentsOf: files, at: 0)
    let content = try file.outline(sites: sites, latest: CaseFile.pageLimit)
    var report = try Report(content, dataFolder: dataFolder)
    report.add(try file.evidence(report.query(isPage: true), of: content))
    let page = FilledPage(report)
    for (name, text) in [
      (HTMLReport.name, try HTMLReport.text(page)), (MarkdownReport.name, try MarkdownReport.text(page)),
    ] {
      try AtomicFile.write(Array(text.utf8), to: "\(path)/\(name)")
      written.files.append(name)
    }
    return written
  }
}

/// Why a folder is not written to.
public struct CaseFolderError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Problem: Hashable, Sendable {
    case isFile, readOnly, holdsOther, noCase, noName
  }

  public let path: String
  public let problem: Problem

  public var description: String {
    switch problem {
    case .noName: "the name of the case's folder is empty; give one, or . for the current folder"
    case .noCase: "\(path): there is no case here; name a folder that 'cordon map' wrote with --case"
    case .isFile: "\(path): a file stands where the folder should be; give another name"
    case .readOnly: "\(path): the folder cannot be written in; give another one, or the right to write there"
    case .holdsOther:
      "\(path): the folder holds something that is not a case; give another one, or --force to write there"
    }
  }
}
