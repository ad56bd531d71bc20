/// Opens the index of a data folder, and makes it first when there is none that can be believed.
enum IndexStore {
  /// The file of a data folder's index: one per data folder, so that two of them do not displace each other.
  static func path(dataFolder: String, cache: String) -> String {
    let name = String(Checksum.of(Array(dataFolder.utf8)), radix: 16)
    return "\(cache)/gazetteer-\(name).index"
  }

  /// An index that was made from these sources and whose header is whole; else a new one.
  static func open(
    _ sources: SourceTables, cache: String, rebuild: Bool,
    progress: @escaping @Sendable (BuildProgress) -> Void
  ) throws(GazetteerError) -> (index: CompiledIndex, path: String, wasBuilt: Bool) {
    let path = path(dataFolder: sources.folder, cache: cache)
    if !rebuild, let index = existing(path, sources.digest) { return (index, path, false) }
    progress(BuildProgress(stage: .tables, fraction: 0))
    let content = try IndexBuilder(sources: sources, progress: progress).build()
    progress(BuildProgress(stage: .writing, fraction: 0.95))
    try IndexWriter.write(content, digest: sources.digest, to: path)
    OldIndexes.remove(in: cache, besides: path)
    let file: MappedFile
    do throws(POSIXFailure) {
      file = try MappedFile(path: path)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    guard let index = CompiledIndex(file) else {
      throw .unreadable(path: path, reason: "it is not the index that was just written")
    }
    progress(BuildProgress(stage: .writing, fraction: 1))
    return (index, path, true)
  }

  /// The index of an import, which cannot be made again without its dumps.
  static func openImport(_ name: String, path: String) throws(GazetteerError) -> CompiledIndex {
    let file: MappedFile
    do throws(POSIXFailure) {
      file = try MappedFile(path: path)
    } catch {
      if FileSystem.status(path) == nil { throw .importMissing(name: name, path: path) }
      throw .unreadable(path: path, reason: error.reason)
    }
    guard let index = CompiledIndex(file) else { throw .importUnusable(path: path) }
    return index
  }

  private static func existing(_ path: String, _ digest: UInt64) -> CompiledIndex? {
    guard let file = try? MappedFile(path: path), let index = CompiledIndex(file),
      index.sourceDigest == digest
    else { return nil }
    return index
  }
}
