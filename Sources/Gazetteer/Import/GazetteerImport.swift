/// Makes an index of GeoNames dumps together with the tables that ship.
///
/// Settlements and natural features of the dumps are added, or take the place of those that ship by GeoNames
/// id; countries and divisions of the dumps give theirs, by code, a point, an id and names. All names that ship
/// stay. Dumps are read once, in pieces, on all cores; names wait on disk. The largest dump (12 million places)
/// so takes about 3 GB of memory.
public struct GazetteerImport: Sendable {
  /// Main tables of GeoNames, as text or zipped; the last one wins where two have the same place.
  public var dumps: [String]
  /// A table like `alternateNamesV2.txt`, as text or zipped.
  public var alternateNames: String?
  /// Codes of the languages whose alternate names are taken; `nil` for all.
  ///
  /// The main table does not say which language its alternate names are of, so with languages chosen only its
  /// main names and their ASCII forms are taken.
  public var languages: [String]?
  /// The name that later commands know the index by; `nil` for the one of the first dump's file.
  public var name: String?
  /// Another file than the one beside the default index.
  public var output: String?
  /// Take spots (buildings, airports) and roads too.
  public var includesSpots = false
  /// Take the place of an import that is there already.
  public var overwrites = false

  public init(dumps: [String]) { self.dumps = dumps }

  /// Reads everything and writes the index.
  ///
  /// - Parameters:
  ///   - data: the data folder; without it `DataFolder.find` looks for one.
  ///   - cache: the folder of the index and of what waits on disk; without it `CacheFolder.path`.
  ///   - progress: called from one thread.
  /// - Throws: `GazetteerError` when there is an import of that name, a file cannot be read or has no right
  ///   line at all, a table that ships is wrong, there are more than 16,777,216 places, or the index cannot be
  ///   written. A wrong line among right ones is no error: it is in the report.
  public func run(
    data: String? = nil, cache: String? = nil, surroundings: Surroundings = .process,
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws(GazetteerError) -> ImportReport {
    let path = try outputPath(cache ?? CacheFolder.path(surroundings: surroundings))
    let sources = try SourceTables(folder: DataFolder.find(explicit: data, surroundings: surroundings))
    let reading = try ImportReading(
      self, sources: sources, spillFolder: FileSystem.parent(path), progress: progress)
    try reading.readTables()
    try reading.readDumps()
    try reading.readAlternateNames()
    let (content, counts, problems) = try reading.finish(description(of: sources))
    try IndexWriter.write(content, digest: sources.digest, to: path)
    progress(ImportProgress(stage: .writing, lines: counts.rows, fraction: 1))
    return ImportReport(indexPath: path, counts: counts, problems: problems)
  }

  private func outputPath(_ cache: String) throws(GazetteerError) -> String {
    guard let first = dumps.first else { throw .unreadable(path: "", reason: "no dump was named") }
    var path = output ?? ""
    if output == nil {
      let name = name ?? ImportName.from(first)
      try ImportName.check(name)
      path = try ImportName.path(name, cache: cache) ?? ""
    }
    if !path.contains("/") { path = "./" + path }
    guard overwrites || FileSystem.status(path) == nil else { throw .importExists(path: path) }
    return path
  }

  /// The data folder, then one line a file.
  private func description(of sources: SourceTables) -> String {
    ([sources.folder] + (dumps + [alternateNames].compactMap { $0 }).map(FileSystem.resolved))
      .joined(separator: "\n")
  }
}
