public import GeoModel

/// Set operations on the map: edges are straight in longitude and latitude (RFC 7946 §3.1.1).
///
/// Both sides must be cut at ±180° (RFC 7946 §3.1.9), as everything this module makes is; results are again.
/// Areas that only meet there stay two polygons. Input rings must be simple.
extension Geometry {
  /// What is in one or the other; both areal, or both lines, or both points.
  ///
  /// - Throws: ``GeometryError`` for geometries of different dimension, or when a ring crosses itself badly.
  public func union(_ other: Geometry) throws(GeometryError) -> Geometry {
    try Geometry.union(of: [self, other])
  }

  /// What is in any of them; overlaps dissolve.
  public static func union(of geometries: [Geometry]) throws(GeometryError) -> Geometry {
    var all = Planar()
    for geometry in geometries {
      let planar = Planar(geometry)
      all.points += planar.points
      all.lines += planar.lines
      all.polygons += planar.polygons
    }
    let dimensions = [all.points.isEmpty, all.lines.isEmpty, all.polygons.isEmpty].count { !$0 }
    guard dimensions == 1 else {
      throw GeometryError(
        .unsupported, "union",
        dimensions == 0 ? "there is nothing to unite" : "points, lines and areas cannot be one geometry")
    }
    return try Geometry(highest: Overlay.dissolve(all), "union")
  }

  /// What is in both; `nil` when that is nothing.
  ///
  /// Parts of a lower dimension, such as the points where two borders cross, are left out when there are
  /// parts of a higher one.
  public func intersection(_ other: Geometry) throws(GeometryError) -> Geometry? {
    let result = try Overlay.apply(.intersection, Planar(self), Planar(other))
    return result.isEmpty ? nil : try Geometry(highest: result, "intersection")
  }

  /// What is in this and not in the other; `nil` when that is nothing.
  public func subtracting(_ other: Geometry) throws(GeometryError) -> Geometry? {
    let result = try Overlay.apply(.difference, Planar(self), Planar(other))
    return result.isEmpty ? nil : try Geometry(highest: result, "difference")
  }

  /// The parts of the highest dimension.
  private init(highest planar: Planar, _ operation: String) throws(GeometryError) {
    if !planar.polygons.isEmpty {
      self.init(map: planar.polygons)
    } else if !planar.lines.isEmpty {
      let lines = planar.lines.map { $0.map(onMap) }
      self = lines.count == 1 ? .lineString(lines[0]) : .multiLineString(lines)
    } else if !planar.points.isEmpty {
      let points = planar.points.map(onMap)
      self = points.count == 1 ? .point(points[0]) : .multiPoint(points)
    } else {
      throw GeometryError(.invalidGeometry, operation, "the areas enclose nothing")
    }
  }
}
