public import Geocoding
public import Reading

/// Accounts of the same event, merged; what they disagree on stays visible.
public struct Incident: Sendable, Identifiable {
  /// Readable and the same from run to run: `2025-11-14-kyiv-embassy-of-azerbaijan-missile-strike`.
  public var id: String
  public var date: DaySpan
  public var kind: IncidentKind
  public var siteID: String?
  /// English name of the site concerned, registered or not.
  public var siteName: String?
  /// The site is no diplomatic mission: a depot, an airport.
  public var isAtFacility = false
  /// The settlement or region it happened in, in English.
  public var placeName: String?
  /// ISO 3166 alpha-2.
  public var countryCode: String?
  /// The footprint chosen among those of the accounts.
  public var footprint: Footprint
  public var weapon: String?
  /// `nil`: nobody says; 0: somebody says nobody.
  public var killed: Int?
  public var injured: Int?
  public var accounts: [Account]
  public var claims: [Claim]
  /// What the accounts disagree on.
  public var disagreements: [Disagreement]
  /// How each merged value was chosen: field name to sentence.
  public var choices: [String: String]
  /// 0 ... 1.
  public var confidence: Double
  public var confidenceReasons: [String]
  /// What a stored case holds of it besides what was read; nothing in an incident that is whole.
  public var unread = Unread()

  public init(id: String, date: DaySpan, kind: IncidentKind, footprint: Footprint) {
    self.id = id
    self.date = date
    self.kind = kind
    self.footprint = footprint
    accounts = []
    claims = []
    disagreements = []
    choices = [:]
    confidence = 0
    confidenceReasons = []
  }

  /// The ids of its documents, sorted, each once.
  public var documents: [String] { Set(accounts.map(\.document)).sorted() }

  /// How many documents tell of it.
  public var documentCount: Int { Set(accounts.map(\.document)).count + unread.documents }

  /// Whether an account says that people were killed, be it without a number.
  public var tellsOfKilled: Bool { unread.tellsOfKilled || accounts.contains { $0.killed != nil } }

  /// Whether an account says that people were injured, be it without a number.
  public var tellsOfInjured: Bool { unread.tellsOfInjured || accounts.contains { $0.injured != nil } }

  /// Whether the accounts disagree on anything.
  public var isContested: Bool { unread.disagreements > 0 || !disagreements.isEmpty }

  /// Counts of what was not read.
  public struct Unread: Hashable, Sendable {
    public var accounts = 0
    /// Those that only the accounts not read come from.
    public var documents = 0
    public var claims = 0
    public var disagreements = 0
    public var tellsOfKilled = false
    public var tellsOfInjured = false

    public init() {}
  }
}

/// Two or more values for one field, each with the words it comes from.
public struct Disagreement: Hashable, Sendable, Codable {
  public struct Variant: Hashable, Sendable, Codable {
    public let value: String
    public let evidence: Evidence

    public init(value: String, evidence: Evidence) {
      self.value = value
      self.evidence = evidence
    }
  }

  /// "weapon", "killed", "date", "where", "damage", "kind", "responsibility".
  public let field: String
  public let variants: [Variant]

  public init(field: String, variants: [Variant]) {
    self.field = field
    self.variants = variants
  }
}

/// A sum or a series ("three strikes on our embassy"): kept as a statement, never as an incident.
public struct Statement: Hashable, Sendable, Codable {
  public enum Reason: String, Sendable, Codable {
    case aggregate, habitual, undated, unlocated
    case notHappened = "not_happened"
  }

  public let reason: Reason
  public let evidence: Evidence
  /// Ids of the incidents it may speak of.
  public let mayConcern: [String]

  public init(reason: Reason, evidence: Evidence, mayConcern: [String] = []) {
    self.reason = reason
    self.evidence = evidence
    self.mayConcern = mayConcern
  }
}

/// What one document yields, before merging.
public struct DocumentFindings: Sendable {
  public var document: String
  public var published: CalendarDate?
  public var accounts: [Account]
  /// Claims about events at a site that the document does not tell one by one.
  public var siteClaims: [SiteClaim]
  public var statements: [SiteStatement]

  public init(
    document: String, published: CalendarDate? = nil, accounts: [Account] = [], siteClaims: [SiteClaim] = [],
    statements: [SiteStatement] = []
  ) {
    self.document = document
    self.published = published
    self.accounts = accounts
    self.siteClaims = siteClaims
    self.statements = statements
  }
}

/// A claim about what happened at a site, without saying which event.
public struct SiteClaim: Sendable {
  public let site: String
  /// The month its sentence speaks of, when it names one.
  public let month: Int?
  public let claim: Claim

  public init(site: String, month: Int?, claim: Claim) {
    self.site = site
    self.month = month
    self.claim = claim
  }
}

/// A statement that may be about events at a site, in some month.
public struct SiteStatement: Sendable {
  public let site: String?
  public let month: Int?
  public let statement: Statement

  public init(site: String?, month: Int?, statement: Statement) {
    self.site = site
    self.month = month
    self.statement = statement
  }
}

/// What a batch of documents yields.
public struct IncidentReport: Sendable {
  /// Sorted by date, then id.
  public var incidents: [Incident]
  public var statements: [Statement]

  public init(incidents: [Incident], statements: [Statement]) {
    self.incidents = incidents
    self.statements = statements
  }
}
