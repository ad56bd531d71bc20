public import GeoModel

/// A mention with its place, as layers and lists of places show it.
public struct MentionRecord: Hashable, Sendable {
  public var document: String
  /// Unicode scalars of the document's text as read; `end` is exclusive.
  public var start: Int
  public var end: Int
  /// The words, as read.
  public var text: String
  /// `place`, `site`, `demonym`, `metonym` or `name_part`.
  public var role: String
  /// What it was found to mean, in English.
  public var name: String
  /// Feature class or kind of site: `settlement`, `region`, `country`, `embassy` ...
  public var kind: String
  public var geonameID: Int?
  public var siteID: String?
  /// ISO 3166 alpha-2.
  public var country: String?
  public var coordinate: Coordinate
  public var uncertainty: Meters
  /// UCDP GED `where_prec`.
  public var wherePrecision: Int
  /// How likely the referent is right, 0 ... 1.
  public var probability: Double
  /// What spoke for the referent, one phrase each.
  public var reasons: [String]

  public init(
    document: String, start: Int, end: Int, text: String, role: String, name: String, kind: String,
    geonameID: Int? = nil, siteID: String? = nil, country: String? = nil, coordinate: Coordinate,
    uncertainty: Meters, wherePrecision: Int, probability: Double, reasons: [String] = []
  ) {
    self.document = document
    self.start = start
    self.end = end
    self.text = text
    self.role = role
    self.name = name
    self.kind = kind
    self.geonameID = geonameID
    self.siteID = siteID
    self.country = country
    self.coordinate = coordinate
    self.uncertainty = uncertainty
    self.wherePrecision = wherePrecision
    self.probability = probability
    self.reasons = reasons
  }
}
