public import Gazetteer
public import Geocoding
public import Reading
internal import Synchronization

/// What the stages need besides the documents: the gazetteer, the sites and the lexicons.
///
/// Each is opened when it is first asked for, so that a command that needs none of them starts at once.
public final class Workspace: Sendable {
  /// `nil`: where `CORDON_DATA`, the installation or the surrounding folders have it.
  public let dataFolder: String?
  /// Tables of the user's own sites; a later one wins over an earlier one.
  public let siteFiles: [String]
  /// The name or path of an imported gazetteer; `nil`: the one `CORDON_GAZETTEER` names, else what ships.
  public let gazetteerName: String?

  private let progress: @Sendable (BuildProgress) -> Void
  private let opened = Mutex(Opened())

  private struct Opened {
    var gazetteer: Gazetteer?
    var sites: SiteRegistry?
    var lexicons: LexiconLibrary?
  }

  /// - Parameter progress: called, from any thread, while the index of the gazetteer is built.
  public init(
    dataFolder: String? = nil, siteFiles: [String] = [], gazetteerName: String? = nil,
    progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) {
    self.dataFolder = dataFolder
    self.siteFiles = siteFiles
    self.gazetteerName = gazetteerName
    self.progress = progress
  }

  /// - Throws: `GazetteerError`.
  public func gazetteer() throws(GazetteerError) -> Gazetteer {
    try opened.withLock { (opened) throws(GazetteerError) in
      if let gazetteer = opened.gazetteer { return gazetteer }
      let gazetteer = try Gazetteer.open(data: dataFolder, named: gazetteerName, progress: progress)
      opened.gazetteer = gazetteer
      return gazetteer
    }
  }

  /// Where the tables are, without opening any.
  ///
  /// - Throws: `GazetteerError` when there is no data folder.
  public func dataFolderPath() throws(GazetteerError) -> String { try DataFolder.find(explicit: dataFolder) }

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

  /// The words of each language, each read when a document needs it.
  ///
  /// - Throws: `GazetteerError` when there is no data folder, `LexiconError` when a lexicon is broken.
  public func lexicons() throws -> LexiconLibrary {
    let folder = try gazetteer().dataFolder + "/lexicon"
    return try opened.withLock { opened in
      if let lexicons = opened.lexicons { return lexicons }
      let lexicons = try LexiconLibrary(directory: folder)
      opened.lexicons = lexicons
      return lexicons
    }
  }

  /// A geocoder that knows the gazetteer, the sites and the lexicons.
  ///
  /// - Parameter options: the user's own names, and where the texts are likely about.
  /// - Throws: what those throw, and `PlaceModelError`.
  public func geocoder(options: GeocodingOptions = GeocodingOptions()) throws -> Geocoder {
    let gazetteer = try gazetteer()
    let sites = try sites()
    let lexicons = try lexicons()
    let tables = try GeocodingTables(dataFolder: gazetteer.dataFolder)
    return Geocoder(gazetteer: gazetteer, sites: sites, tables: tables, options: options) {
      lexicons.lexicon(for: $0)
    }
  }
}
