public import GeoModel

/// All positions within a distance of a centre, measured on the ellipsoid.
///
/// ```swift
/// let odesa = Coordinate(longitude: 30.7326, latitude: 46.4775)!
/// let ring = try GeodesicDisc(center: odesa, radius: Meters(500)).outline()
/// ```
public struct GeodesicDisc: Hashable, Sendable {
  public var center: Coordinate
  public var radius: Meters

  public init(center: Coordinate, radius: Meters) {
    self.center = center
    self.radius = radius
  }

  /// Whether a position is in the disc or on its edge, exactly.
  public func contains(_ position: Coordinate) -> Bool {
    Geodesic.wgs84.distance(center, position) <= radius
  }

  /// The disc as polygon: closed, anticlockwise, valid, cut at ±180° and closed over a pole it contains
  /// (RFC 7946 §3.1.9).
  ///
  /// # Accuracy
  /// With `fit` at `.vertices` every vertex is `radius` away from the centre; only vertices on ±180° and on the
  /// edge of the map are not. An edge is nowhere farther inside the circle than 1.5 (1 - cos(180°/`segments`))
  /// of the radius (0.14 % for 72 segments, 0.023 % for 180) and nowhere more than 0.01 % outside: where a
  /// straight edge in degrees would be, near a pole or at thousands of kilometres, vertices are added.
  ///
  /// - Parameters:
  ///   - segments: the least number of edges; 72, and 180 from 5 km up, unless given; at least 8.
  ///   - fit: on which side of the circle the edges are.
  /// - Throws: ``GeometryError`` when the radius is not between 1 mm and 19,000 km.
  public func outline(
    segments: Int? = nil, fit: OutlineFit = .vertices
  ) throws(GeometryError) -> Geometry {
    let circle = try Circle(center: center, radius: radius, segments: segments, fit: fit, "buffer")
    return Geometry(map: try GlobeRing.area(leftOf: circle.ring()))
  }
}
