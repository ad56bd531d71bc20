internal import Synchronization

/// Places by name, by code and by position, from the compiled index of a data folder.
///
/// Opening maps one file and reads nothing but its header and the sizes and times of the tables. Everything is
/// immutable after that, so one gazetteer serves any number of tasks.
public final class Gazetteer: Sendable {
  let index: CompiledIndex
  let extents = Mutex<[PlaceID: Extent]>([:])

  /// The folding that the names of this index went through.
  public let folding: NameFolding
  /// The data folder, absolute.
  public let dataFolder: String
  /// The file of the compiled index.
  public let indexPath: String
  /// `true` when opening had to build the index.
  public let wasBuilt: Bool
  /// `true` for an import that was made with other tables than the data folder has now. Its places are whole;
  /// importing again takes up what changed in the tables.
  public let isOutdated: Bool

  private init(
    index: CompiledIndex, dataFolder: String, indexPath: String, wasBuilt: Bool, isOutdated: Bool
  ) {
    self.isOutdated = isOutdated
    self.index = index
    self.dataFolder = dataFolder
    self.indexPath = indexPath
    self.wasBuilt = wasBuilt
    folding = index.folding
  }

  /// Opens the gazetteer of a data folder and builds its index if need be.
  ///
  /// The index is built when there is none, when a table was added, removed or changed (name, size or time of
  /// modification), when the format changed, and when the file is cut short or its header is damaged. A change
  /// that keeps a table's size and time, and damage inside a section, are not seen here: `damagedSections()`
  /// finds the latter. Such damage gives wrong answers, never a read outside the file. Several processes may
  /// build at once; the last one's file stays, and all are equal.
  ///
  /// - Parameters:
  ///   - data: the data folder; without it `DataFolder.find` looks for one.
  ///   - cache: the folder of the index; without it `CacheFolder.path`.
  ///   - named: the name or, with a slash in it, the path of an import; without it `CORDON_GAZETTEER`. Empty
  ///     or "default" means the index of the tables that ship.
  ///   - rebuild: build even if the index is good.
  ///   - progress: called while the index is built, from any thread, and never when it is good.
  /// - Throws: `GazetteerError` when there is no data folder, a table is wrong, the cache cannot be written, or
  ///   there is no usable import of that name.
  public static func open(
    data: String? = nil, cache: String? = nil, named: String? = nil, rebuild: Bool = false,
    surroundings: Surroundings = .process,
    progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) throws(GazetteerError) -> Gazetteer {
    let folder = try DataFolder.find(explicit: data, surroundings: surroundings)
    let sources = try SourceTables(folder: folder)
    let cache = cache ?? CacheFolder.path(surroundings: surroundings)
    let name = named ?? surroundings.variables["CORDON_GAZETTEER"] ?? ""
    if !name.isEmpty, let path = try ImportName.path(name, cache: cache) {
      let index = try IndexStore.openImport(name, path: path)
      return Gazetteer(
        index: index, dataFolder: folder, indexPath: path, wasBuilt: false,
        isOutdated: index.sourceDigest != sources.digest)
    }
    let opened = try IndexStore.open(
      sources, cache: cache, rebuild: rebuild,
      progress: progress)
    return Gazetteer(
      index: opened.index, dataFolder: folder, indexPath: opened.path, wasBuilt: opened.wasBuilt,
      isOutdated: false)
  }

  /// - Precondition: the id comes from this gazetteer.
  public func place(_ id: PlaceID) -> Place {
    precondition(Int(id.row) < index.places.count, "place \(id.row) is not of this gazetteer")
    return Place(id: id, index: index, record: index.places[Int(id.row)])
  }

  /// The place with a `Place.key`, such as "geonames:698740" or "region:UA.17".
  public func place(key: String) -> Place? {
    if key.hasPrefix("geonames:") { return Int(key.dropFirst(9)).flatMap(place(geonameID:)) }
    return index.row(code: key).map { place(PlaceID(row: $0)) }
  }

  /// The place with a GeoNames id.
  public func place(geonameID: Int) -> Place? {
    guard geonameID > 0, let id = UInt32(exactly: geonameID), let row = index.row(geonameID: id) else {
      return nil
    }
    return place(PlaceID(row: row))
  }

  /// A country or territory by its ISO 3166 alpha-2 code in capitals.
  public func country(_ code: String) -> Place? { place(key: "country:\(code)") }

  /// A first-level region by its GeoNames code: "UA.17".
  public func region(_ code: String) -> Place? { place(key: "region:\(code)") }

  /// A second-level region by its code: "US.TX.439".
  public func district(_ code: String) -> Place? { place(key: "district:\(code)") }
}
