public import Incidents

/// What the incidents of a case rest on, as far as a report tells it.
public struct CaseEvidence: Sendable {
  /// How much of it to read.
  public struct Query: Sendable {
    /// Incidents to read with everything they rest on, within the limits.
    public var told: Set<String>
    /// Incidents to read with the documents that tell most of them.
    public var listed: Set<String>
    /// All incidents the report is about, whose documents are counted.
    public var selected: [String]
    /// `nil`: all documents and statements of the case, whatever incident they are about. Else the sites whose
    /// statements are read; empty for those of every site that may concern the selected incidents.
    public var sites: [String]?
    /// Of one incident; those that tell most come first.
    public var accounts = Int.max
    /// Of one incident.
    public var claims = Int.max
    /// Of the whole report, beyond those that what is read cites.
    public var documents = Int.max
    public var leftOut = Int.max
    public var statements = Int.max

    public init(told: Set<String>, listed: Set<String> = [], selected: [String], sites: [String]?) {
      self.told = told
      self.listed = listed
      self.selected = selected
      self.sites = sites
    }
  }

  /// By id.
  public var incidents: [String: Incident] = [:]
  /// In the order of their ids, those that were left out included.
  public var documents: [DocumentRecord] = []
  /// How many of the selected incidents each of the documents tells of.
  public var tellings: [String: Int] = [:]
  /// By document, then position.
  public var statements: [Statement] = []
  public var unread = Case.Unread()

  public init() {}
}
