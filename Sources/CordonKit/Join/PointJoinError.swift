internal import Proximity

/// A join that was not done, or not to its end.
public enum PointJoinError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There are more pairs than allowed.
  case tooMany(Int)
  /// Footprints were asked for and the file, a table, has none.
  case noGeometries(String)
  /// Footprints can only be joined with another file.
  case footprintsThemselves
  /// Neither file fits into memory, and one of them can be read only once.
  case readTwice(String)

  public var description: String {
    switch self {
    case .tooMany(let count):
      "there are more than \(count) pairs, and the output ends early; give a smaller distance or a larger --max-pairs"
    case .noGeometries(let path): "\(path): footprints are read from GeoJSON; this is a table"
    case .readTwice(let name):
      "\(name): both files are too large to be kept in memory, and this one cannot be read again; "
        + "write it to a file first"
    case .footprintsThemselves: "footprints are joined with another file; name one besides theirs"
    }
  }
}
