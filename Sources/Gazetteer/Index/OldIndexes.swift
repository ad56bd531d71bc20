#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The indexes of data folders that are no longer used: of versions before, of checkouts that are gone.
enum OldIndexes {
  /// The newest ones stay, and those made within a day: somebody may work with several data folders.
  private static let kept = 2
  private static let daySeconds: Int64 = 86_400

  /// Takes away what nobody needs, imports never; what cannot be taken away stays.
  ///
  /// - Parameter now: seconds since 1970.
  static func remove(in cache: String, besides path: String, now: Int64 = Int64(time(nil))) {
    guard let names = try? FileSystem.names(in: cache) else { return }
    let found = names.compactMap { name -> (path: String, made: Int64)? in
      let file = "\(cache)/\(name)"
      guard name.hasPrefix("gazetteer-"), file != path, let status = FileSystem.status(file), !status.isFolder
      else { return nil }
      return (file, status.modifiedSeconds)
    }
    // A part that a killed run left is never an index.
    let indexes = found.filter { $0.path.hasSuffix(".index") }
      .sorted { ($1.made, $0.path) < ($0.made, $1.path) }
    let old = indexes.dropFirst(kept - 1) + found.filter { $0.path.hasSuffix(".part") }
    for file in old where file.made < now - daySeconds { unlink(file.path) }
  }
}
