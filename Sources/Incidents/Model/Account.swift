public import Geocoding
public import Reading

/// Words of a document that something rests on.
public struct Evidence: Hashable, Sendable, Codable {
  public let document: String
  /// Unicode scalars of the document's text as read; `end` is exclusive.
  public let start: Int
  public let end: Int
  /// The words themselves, as read.
  public let quote: String

  public init(document: String, start: Int, end: Int, quote: String) {
    self.document = document
    self.start = start
    self.end = end
    self.quote = quote
  }
}

/// A number of people, as an account gives it.
public struct Toll: Hashable, Sendable, Codable {
  /// `nil`: some, number not stated.
  public let count: Int?
  public let evidence: Evidence

  public init(count: Int?, evidence: Evidence) {
    self.count = count
    self.evidence = evidence
  }
}

/// When an account says it happened.
public enum AccountDate: Hashable, Sendable {
  case span(DaySpan)
  /// Nothing anchors it: month and day as far as said.
  case open(month: Int?, day: Int?, reason: String)
  /// The account gives no date.
  case none
}

/// What one document says of one incident.
public struct Account: Sendable {
  public var document: String
  /// The sentences it says it in.
  public var sentences: [Evidence]
  public var date: AccountDate
  /// Which words gave the date and how.
  public var dateReason: String
  public var kind: IncidentKind
  /// As worded ("Kinzhal").
  public var weapon: String?
  /// The registered or unregistered site it concerns.
  public var siteID: String?
  public var siteName: String?
  /// The site is no diplomatic mission: a depot, an airport.
  public var isAtFacility = false
  /// The settlement, region or country named.
  public var placeName: String?
  public var countryCode: String?
  public var footprint: Footprint?
  public var killed: Toll?
  public var injured: Toll?
  /// Damage, craters, unexploded ordnance: the clauses that tell it.
  public var effects: [Effect]
  public var claims: [Claim]
  /// How many events the words speak of (1, or 2 for "two drone attacks in August").
  public var count: Int
  /// By what kind of site ("airport", empty where none is told) it is told apart from another account of its document
  /// of the same town and day; `nil` for most, which nothing needs to be told apart from.
  public var parted: String?
  /// The rules that made it, one phrase each.
  public var rules: [String]
  /// Tells it from all other accounts of a stored case; `nil` in one that was never stored.
  public var key: Int?

  public init(document: String, kind: IncidentKind) {
    self.document = document
    self.kind = kind
    sentences = []
    date = .none
    dateReason = ""
    effects = []
    claims = []
    count = 1
    rules = []
  }
}

/// Something the incident did to things.
public struct Effect: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable {
    case damage, crater
    case unexplodedOrdnance = "unexploded_ordnance"
    case fire
  }

  public let kind: Kind
  public let evidence: Evidence

  public init(kind: Kind, evidence: Evidence) {
    self.kind = kind
    self.evidence = evidence
  }
}

/// Who says what about cause or responsibility.
public struct Claim: Hashable, Sendable, Codable {
  public enum Stance: String, Sendable, Codable { case states, denies, blames, regrets, questions }

  /// Whether the words are about this one event or about all there have been at its site.
  public enum Scope: String, Sendable, Codable { case incident, series }

  /// As worded ("Russian Foreign Ministry"), or the document when it speaks in its own words.
  public let claimant: String
  public let stance: Stance
  /// Whom it names as responsible ("Russia"), when it does.
  public let about: String?
  /// The weapon it names, when it does.
  public let weapon: String?
  public let scope: Scope
  public let evidence: Evidence

  public init(
    claimant: String, stance: Stance, about: String?, weapon: String?, scope: Scope = .incident,
    evidence: Evidence
  ) {
    self.claimant = claimant
    self.stance = stance
    self.about = about
    self.weapon = weapon
    self.scope = scope
    self.evidence = evidence
  }
}
