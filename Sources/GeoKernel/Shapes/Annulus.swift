public import GeoModel

/// All positions whose distance from a centre lies between two radii, measured on the ellipsoid.
public struct Annulus: Hashable, Sendable {
  public var center: Coordinate
  public var inner: Meters
  public var outer: Meters

  public init(center: Coordinate, inner: Meters, outer: Meters) {
    self.center = center
    self.inner = inner
    self.outer = outer
  }

  /// The annulus as polygon, as ``GeodesicDisc/outline(segments:fit:)`` draws its circles.
  ///
  /// `.circumscribed` keeps the whole annulus inside the outline, `.inscribed` the outline inside the annulus.
  /// With an inner radius of 0 it is the disc.
  ///
  /// - Throws: ``GeometryError`` unless 0 ≤ inner < outer ≤ 19,000 km.
  public func outline(
    segments: Int? = nil, fit: OutlineFit = .vertices
  ) throws(GeometryError) -> Geometry {
    guard inner.value >= 0, inner < outer else {
      throw GeometryError(
        .valueOutOfRange, "annulus",
        "the inner radius \(inner.value) m is not between 0 and the outer, \(outer.value) m")
    }
    let outside = try Circle(center: center, radius: outer, segments: segments, fit: fit, "annulus").ring()
    if inner.value < Circle.leastRadius { return Geometry(map: try GlobeRing.area(leftOf: outside)) }
    let hole = try Circle(center: center, radius: inner, segments: segments, fit: fit.opposite, "annulus")
    return Geometry(map: try GlobeRing.area(leftOf: outside, without: [hole.ring()]))
  }
}

extension OutlineFit {
  /// What a hole needs for the area around it to have this fit.
  var opposite: OutlineFit {
    switch self {
    case .vertices: .vertices
    case .inscribed: .circumscribed
    case .circumscribed: .inscribed
    }
  }
}
