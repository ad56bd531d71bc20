public import GeoModel

/// A position of a geometry and how far it is from another, in ellipsoidal metres.
public struct MeasuredPosition: Hashable, Sendable {
  public let position: Coordinate
  public let distance: Meters
}

/// Distances between a position and a geometry, whose edges are straight in longitude and latitude or shortest ways.
extension Geodesic {
  /// Where a geometry is nearest to a position: the position itself, at 0 m, inside an area.
  ///
  /// Accurate to 10 µm. Works across ±180° and at the poles. `nil` for a geometry without positions.
  public func nearest(
    of geometry: Geometry, to position: Coordinate, edges: Edges = .straight
  ) -> MeasuredPosition? {
    if geometry.covers(position, edges: edges) {
      return MeasuredPosition(position: position, distance: .zero)
    }
    var search = EdgeSearch(from: position, wantsFarthest: false, edges: edges, on: self)
    return search.run(geometry)
  }

  /// Where a geometry is farthest from a position.
  ///
  /// Accurate to 10 µm. An area that holds the antipode is 20,003.931 km away, the longest distance there is.
  /// `nil` for a geometry without positions.
  public func farthest(
    of geometry: Geometry, from position: Coordinate, edges: Edges = .straight
  ) -> MeasuredPosition? {
    let antipode = Coordinate(reducing: position.longitude + 180, latitude: -position.latitude)
    if geometry.covers(antipode, edges: edges) {
      return MeasuredPosition(position: antipode, distance: distance(position, antipode))
    }
    var search = EdgeSearch(from: position, wantsFarthest: true, edges: edges, on: self)
    return search.run(geometry)
  }

  /// Ellipsoidal metres to the nearest part of a geometry; 0 inside an area; `nil` when it is empty.
  public func nearestDistance(
    from position: Coordinate, to geometry: Geometry, edges: Edges = .straight
  ) -> Meters? {
    nearest(of: geometry, to: position, edges: edges)?.distance
  }

  /// Ellipsoidal metres to the farthest part of a geometry; `nil` when it is empty.
  public func farthestDistance(
    from position: Coordinate, to geometry: Geometry, edges: Edges = .straight
  ) -> Meters? {
    farthest(of: geometry, from: position, edges: edges)?.distance
  }
}
