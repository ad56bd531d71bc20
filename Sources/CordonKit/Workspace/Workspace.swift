public import Gazetteer
internal import Synchronization

/// What the stages need besides the documents: the gazetteer, the sites and the lexicons.
///
/// Each is opened when it is first asked for, so that a command that needs none of them starts at once.
public final class Workspace: Sendable {
  /// `nil`: where `CORDON_DATA`, the installation or the surrounding folders have it.
  public let dataFolder: String?
  /// Tables of the user's own sites; a later one wins over an earlier one.
  public let siteFiles: [String]

  private let progress: @Sendable (BuildProgress) -> Void
  private let opened = Mutex(Opened())

  private struct Opened {
    var gazetteer: Gazetteer?
    var sites: SiteRegistry?
  }

  /// - Parameter progress: called, from any thread, while the index of the gazetteer is built.
  public init(
    dataFolder: String? = nil, siteFiles: [String] = [],
    progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) {
    self.dataFolder = dataFolder
    self.siteFiles = siteFiles
    self.progress = progress
  }

  /// - Throws: `GazetteerError`.
  public func gazetteer() throws(GazetteerError) -> Gazetteer {
    try opened.withLock { (opened) throws(GazetteerError) in
      if let gazetteer = opened.gazetteer { return gazetteer }
      let gazetteer = try Gazetteer.open(data: dataFolder, progress: progress)
      opened.gazetteer = gazetteer
      return gazetteer
    }
  }

  /// The sites that ship, then the user's own.
  ///
  /// - Throws: `GazetteerError`.
  public func sites() throws(GazetteerError) -> SiteRegistry {
    let gazetteer = try gazetteer()
    return try opened.withLock { (opened) throws(GazetteerError) in
      if let sites = opened.sites { return sites }
      let files = [gazetteer.dataFolder + "/sites.csv"] + siteFiles
      let sites = try SiteRegistry.load(files: files, folding: gazetteer.folding)
      opened.sites = sites
      return sites
    }
  }
}
