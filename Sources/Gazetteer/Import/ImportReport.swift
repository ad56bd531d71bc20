/// What became of the rows of an import.
public struct ImportCounts: Hashable, Sendable {
  /// Lines read, of all dumps.
  public var rows = 0
  /// Rows of classes that were not asked for.
  public var otherClasses = 0
  /// Lines that were left out because they are wrong, of dumps and alternate names.
  public var badRows = 0
  /// Settlements in the index, those that ship included.
  public var settlements = 0
  /// Natural features that came from dumps.
  public var features = 0
  /// Settlements that ship and that a dump's row took the place of.
  public var replaced = 0
  public var divisionsUpdated = 0
  public var divisionsAdded = 0
  /// Natural features of dumps that are among those that ship.
  public var featuresMerged = 0
  /// Names taken from the table of alternate names.
  public var alternateNames = 0
}

/// The outcome of an import.
public struct ImportReport: Hashable, Sendable {
  /// The file of the new index.
  public let indexPath: String
  public let counts: ImportCounts
  /// The first bad lines of each file; `counts.badRows` counts all.
  public let problems: [DumpProblem]
}

/// How far an import is.
public struct ImportProgress: Sendable {
  public enum Stage: String, Sendable {
    case tables = "reading the tables"
    case dumps = "reading the dumps"
    case alternateNames = "reading the alternate names"
    case places = "sorting the places"
    case outlines = "drawing the outlines of regions"
    case names = "sorting the names"
    case writing = "writing the index"
  }

  public let stage: Stage
  /// Lines read so far.
  public let lines: Int
  /// 0 ... 1 of the whole work.
  public let fraction: Double
}
