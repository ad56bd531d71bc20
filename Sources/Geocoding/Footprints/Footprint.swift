public import GeoModel

/// How words place something relative to what they name.
public enum SpatialRelation: String, Sendable, Codable, CaseIterable {
  /// At, in or on the grounds of a site.
  case at
  /// Near, next to, outside.
  case near
  /// A stated distance away, direction unknown.
  case distance
  /// A stated direction, with or without a distance.
  case direction
  /// Between two places, or on the way from one to the other.
  case between
  /// Inside a settlement.
  case inSettlement = "in_settlement"
  /// Inside a region, a country or a natural feature.
  case inRegion = "in_region"

  /// Beside what is named and not at it: "near", "200 metres from", "north of", "between".
  public var isOutside: Bool {
    switch self {
    case .near, .distance, .direction, .between: true
    case .at, .inSettlement, .inRegion: false
    }
  }
}

/// Where something may be.
public struct Footprint: Hashable, Sendable {
  /// Everything the words allow: always areal, cut at the antimeridian.
  public var geometry: Geometry
  /// The best single point; never to be drawn without `radius`.
  public var best: Coordinate
  /// Distance from `best` within which the whole `geometry` lies.
  public var radius: Meters
  /// The line of best estimate for a stated distance ("35 steps from"), else `nil`.
  public var ring: Geometry?
  public var relation: SpatialRelation
  /// The stated distance, as best, least and greatest metres, else `nil`.
  public var statedDistance: StatedDistance?
  /// Name of what it is relative to: a site or a place.
  public var anchorName: String
  /// Id of the anchor when it is a registered site.
  public var anchorSite: String?
  /// UCDP GED `where_prec`, 1 exact ... 7 international.
  public var wherePrecision: Int
  /// ACLED `geo_precision`, 1 ... 3.
  public var geoPrecision: Int
  /// One sentence: from which words, by which rule, with which numbers.
  public var reason: String

  public init(
    geometry: Geometry, best: Coordinate, radius: Meters, ring: Geometry? = nil, relation: SpatialRelation,
    statedDistance: StatedDistance? = nil, anchorName: String, anchorSite: String? = nil,
    wherePrecision: Int, geoPrecision: Int, reason: String
  ) {
    self.geometry = geometry
    self.best = best
    self.radius = radius
    self.ring = ring
    self.relation = relation
    self.statedDistance = statedDistance
    self.anchorName = anchorName
    self.anchorSite = anchorSite
    self.wherePrecision = wherePrecision
    self.geoPrecision = geoPrecision
    self.reason = reason
  }
}

/// A distance as the words give it.
public struct StatedDistance: Hashable, Sendable {
  public let best: Meters
  public let low: Meters
  public let high: Meters
  /// The words themselves: "about 35 steps".
  public let text: String

  public init(best: Meters, low: Meters, high: Meters, text: String) {
    self.best = best
    self.low = low
    self.high = high
    self.text = text
  }
}

/// A phrase that places something: the words, the mention it hangs on, and the footprint.
///
/// An object, since it is looked at by many rules, and copying a footprint takes a dozen references.
public final class Locative: Sendable {
  /// Indices of the tokens of the whole phrase, relation words and mention included.
  public let tokens: Range<Int>
  public let sentence: Int
  /// Index into the document's mentions: what the footprint is relative to.
  public let mention: Int
  public let footprint: Footprint

  public init(tokens: Range<Int>, sentence: Int, mention: Int, footprint: Footprint) {
    self.tokens = tokens
    self.sentence = sentence
    self.mention = mention
    self.footprint = footprint
  }
}
