/// The kinds of sites: which of them a text may confuse, and how reports name them.
///
/// `data/site_kinds.tsv`: kind, family, English label with `{operator}`, `{place}`, `{parent}`, `{name}`.
public struct SiteKindTable: Sendable {
  public struct Entry: Hashable, Sendable {
    public let kind: String
    /// Kinds of one family stand for each other when a text is less exact than the register.
    public let family: String
    public let label: String
  }

  private let entries: [String: Entry]

  /// - Throws: `TableError` naming the file and the line.
  public init(tsv: String, file: String) throws(TableError) {
    var entries: [String: Entry] = [:]
    for (line, fields) in try TableRows(tsv, file: file, header: ["kind", "family", "label"]).rows {
      guard entries[fields[0]] == nil else {
        throw TableError(file: file, line: line, reason: "kind '\(fields[0])' is there twice")
      }
      entries[fields[0]] = Entry(kind: fields[0], family: fields[1], label: fields[2])
    }
    self.entries = entries
  }

  /// The entry of a kind; a kind that is not in the table is a family of its own.
  public func entry(_ kind: String) -> Entry {
    entries[kind] ?? Entry(kind: kind, family: kind, label: "{name}")
  }

  /// Whether states run sites of this kind abroad.
  static func isMission(family: String) -> Bool {
    family == "embassy" || family == "consulate" || family == "mission"
  }

  /// Whether a text that says a kind of one family may mean a registered one of another: the same, or "mission" for
  /// any.
  static func mayMean(said: String, registered: String) -> Bool {
    said == registered || (said == "mission" && isMission(family: registered))
  }

  /// How well a registered kind fits what was said; 0 is best.
  static func mismatch(said: String, registered: String) -> Int {
    if said == registered { return 0 }
    switch registered {
    case "embassy": return 1
    case "high_commission": return 2
    case "consulate_general": return 3
    case "consulate": return 4
    default: return 5
    }
  }
}
