public import GeoModel
public import Geocoding

/// A mention as programs and lists of places show it: counted in Unicode scalars, with its place spelled out.
public struct Toponym: Sendable {
  /// Unicode scalars of the document's text as read; `end` is exclusive.
  public let start: Int
  public let end: Int
  /// The words, as read.
  public let text: String
  public let role: Mention.Role
  /// What it was found to mean, in English; `nil` when nothing fits.
  public let name: String?
  /// "settlement", "region", "country", "sea", or the kind of site; `nil` when nothing fits.
  public let kind: String?
  public let geonameID: Int?
  public let siteID: String?
  /// ISO 3166 alpha-2.
  public let country: String?
  /// `nil` when nothing fits, or what fits has no known position.
  public let coordinate: Coordinate?
  /// Radius within which the place or site lies; `nil` without a coordinate.
  public let uncertainty: Meters?
  /// UCDP GED `where_prec`; `nil` without a coordinate.
  public let wherePrecision: Int?
  /// How likely the referent is right, 0 ... 1.
  public let probability: Double
  /// What spoke for it, or why nothing fits, one phrase each.
  public let reasons: [String]
  /// `true` for a bare "the embassy": a site named earlier.
  public let isAnaphoric: Bool
}
