/// How the corners of lines and areas are connected.
public enum Edges: Hashable, Sendable {
  /// Straight in longitude and latitude, as in GeoJSON (RFC 7946 §3.1.1).
  case straight
  /// By the shortest ways over the ellipsoid. One that spans 180° of longitude or more is no shortest way and
  /// stays straight.
  case geodesic
}
