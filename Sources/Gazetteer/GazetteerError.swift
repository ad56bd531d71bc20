/// Why the gazetteer or a register of sites could not be had; the description says where and what to do.
public enum GazetteerError: Error, Equatable, Sendable {
  /// No data folder at any of these paths.
  case dataFolderMissing(lookedIn: [String])
  /// A folder that was named lacks a table.
  case tableMissing(path: String)
  case unreadable(path: String, reason: String)
  /// A line of a table is wrong; `line` counts from 1.
  case malformed(path: String, line: Int, problem: String)
  case cacheNotWritable(path: String, reason: String)
  /// More places than an index can hold.
  case tooManyPlaces(count: Int, limit: Int)
  /// No import of that name, or no file at that path.
  case importMissing(name: String, path: String)
  /// What is there is no index of this version, or it is damaged.
  case importUnusable(path: String)
  /// An import would take the place of another one.
  case importExists(path: String)
  case badImportName(String)
}

extension GazetteerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .dataFolderMissing(let paths):
      "no data folder found; looked in \(paths.joined(separator: ", ")); "
        + "give one with --data or set CORDON_DATA"
    case .tableMissing(let path):
      "\(path) is missing; the data folder must hold all tables that data/README.md lists"
    case .unreadable(let path, let reason):
      "cannot read \(path): \(reason); check that it exists and that you may read it"
    case .malformed(let path, let line, let problem):
      "\(path):\(line): \(problem); correct the line and run again"
    case .cacheNotWritable(let path, let reason):
      "cannot write the compiled index in \(path): \(reason); set CORDON_CACHE to a folder you may write to"
    case .tooManyPlaces(let count, let limit):
      "the tables hold \(count) places, an index takes \(limit); leave some countries out"
    case .importMissing(let name, let path):
      "there is no imported gazetteer '\(name)': \(path) is not there; "
        + "make it with 'cordon gazetteer import FILE --name NAME'"
    case .importUnusable(let path):
      "\(path) is not an index of this version or is damaged; "
        + "make it again with 'cordon gazetteer import --force'"
    case .importExists(let path):
      "\(path) is there already; give another --name, or --force to replace it"
    case .badImportName(let name):
      "'\(name)' is no name for a gazetteer; use letters, digits, '-', '_' and '.', and not 'default'"
    }
  }
}
