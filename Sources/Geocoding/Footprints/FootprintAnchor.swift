public import Gazetteer
public import GeoModel

/// What a footprint is relative to: a site or a place with its honest size.
public struct FootprintAnchor: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A site; the tag of the lexicon's `facility` section ("embassy").
    case site(String)
    case place(PlaceFacts.Level)
  }

  public var name: String
  /// Id of a registered site.
  public var siteID: String?
  public var kind: Kind
  public var center: Coordinate
  /// Everything of the anchor lies within this of `center`: a site's accuracy, a town's extent.
  public var radius: Meters
  /// The area of a region or country.
  public var outline: Geometry?
  /// `true` when the outline was computed from member places.
  public var isOutlineDerived: Bool
  /// The place that stands for a site nobody registered.
  public var placedAt: String?

  public init(
    name: String, siteID: String? = nil, kind: Kind, center: Coordinate, radius: Meters,
    outline: Geometry? = nil, isOutlineDerived: Bool = false, placedAt: String? = nil
  ) {
    self.name = name
    self.siteID = siteID
    self.kind = kind
    self.center = center
    self.radius = radius
    self.outline = outline
    self.isOutlineDerived = isOutlineDerived
    self.placedAt = placedAt
  }

  /// A region, a country or another wide area, and neither a site nor a town.
  var isWide: Bool {
    switch kind {
    case .site, .place(.settlement), .place(.line): false
    case .place: true
    }
  }

  public init(site: Site) {
    self.init(
      name: site.name, siteID: site.id, kind: .site(SiteKind.tag(site.kind)),
      center: site.coordinate, radius: site.accuracy)
  }

  var isSite: Bool {
    if case .site = kind { return true }
    return false
  }

  /// "the site's accuracy" or "the town's extent", as sentences say it.
  var extentPhrase: String {
    let meters = ReasonText.meters(radius)
    if let placedAt { return "the extent of \(placedAt) (\(meters))" }
    return switch kind {
    case .site: "the site's accuracy (\(meters))"
    case .place(.settlement): "the extent of \(name) (\(meters))"
    case .place: "the extent of \(name)"
    }
  }
}
