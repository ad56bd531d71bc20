public import Gazetteer
public import GeoModel
public import Incidents

/// The result of a run: what layers and reports are made of.
///
/// It holds no texts, only what was found in them, so that its size follows the findings.
public struct Case: Sendable {
  /// Sorted by date, then id; ids differ.
  public var incidents: [Incident]
  public var statements: [Statement]
  /// In the order of the incidents.
  public var exposures: [Exposure]
  /// The whole register; writers take from it what the incidents concern.
  public var sites: [Site]
  /// Ids of sites that somebody protects: they get rings and a section whether or not something happened.
  public var protected: Set<String>
  /// Radii of the rings, ascending.
  public var rings: [Meters]
  /// In the order of their ids, those that were left out included.
  public var documents: [DocumentRecord]
  /// By document, then position.
  public var mentions: [MentionRecord]
  /// What an analyst said, by incident.
  public var reviews: [String: Review]
  /// How many incidents that ended before those here were left out, of a case too large for a page.
  public var earlierIncidents = 0
  /// What was not read with the rest, of a case that a page tells in part.
  public var unread = Unread()

  /// Counts of what was not read.
  public struct Unread: Hashable, Sendable {
    public var documents = 0
    public var leftOut = 0
    public var statements = 0

    public init() {}
  }

  public init(
    incidents: [Incident], statements: [Statement] = [], exposures: [Exposure] = [], sites: [Site] = [],
    protected: Set<String> = [], rings: [Meters] = ExposureCalculator.standardRings,
    documents: [DocumentRecord] = [], mentions: [MentionRecord] = [],
    reviews: [String: Review] = [:]
  ) {
    self.incidents = incidents
    self.statements = statements
    self.exposures = exposures
    self.sites = sites
    self.protected = protected
    self.rings = rings
    self.documents = documents
    self.mentions = mentions
    self.reviews = reviews
  }
}
