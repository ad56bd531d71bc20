public import GeoModel
public import Geocoding

/// A mention as programs and lists of places show it: counted in Unicode scalars, with its place spelled out.
public struct Toponym: Sendable {
  /// Unicode scalars of the document's text as read; `end` is exclusive.
  public let start: Int
  public let end: Int
  /// The words, as read.
  public let text: String
  private let mention: Mention
  private let meaning: ToponymMeaning

  init(start: Int, end: Int, text: String, mention: Mention, meaning: ToponymMeaning) {
    self.start = start
    self.end = end
    self.text = text
    self.mention = mention
    self.meaning = meaning
  }

  public var role: Mention.Role { mention.role }
  /// What it was found to mean, in English; `nil` when nothing fits.
  public var name: String? { meaning.name }
  /// "settlement", "region", "country", "sea", or the kind of site; `nil` when nothing fits.
  public var kind: String? { meaning.kind }
  public var geonameID: Int? { meaning.geonameID }
  public var siteID: String? { meaning.siteID }
  /// ISO 3166 alpha-2.
  public var country: String? { meaning.country }
  /// `nil` when nothing fits, or what fits has no known position.
  public var coordinate: Coordinate? { meaning.coordinate }
  /// Radius within which the place or site lies; `nil` without a coordinate.
  public var uncertainty: Meters? { meaning.uncertainty }
  /// UCDP GED `where_prec`; `nil` without a coordinate.
  public var wherePrecision: Int? { meaning.wherePrecision }
  /// How likely the referent is right, 0 ... 1.
  public var probability: Double { mention.likelihood }
  /// What spoke for it, or why nothing fits, one phrase each.
  public var reasons: [String] { meaning.reason.map { mention.reasons + [$0] } ?? mention.reasons }
  /// `true` for a bare "the embassy": a site named earlier.
  public var isAnaphoric: Bool { mention.isAnaphoric }
}
