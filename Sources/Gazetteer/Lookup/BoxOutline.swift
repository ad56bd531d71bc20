internal import GeoModel

/// Boxes in degrees as polygons.
enum BoxOutline {
  /// Edges along parallels and meridians, with a vertex at every five degrees or closer; two polygons when the
  /// box crosses the antimeridian.
  static func geometry(_ box: BoundingBox) -> Geometry {
    if box.west <= box.east { return .polygon(polygon(box.west, box.south, box.east, box.north)) }
    return .multiPolygon([
      polygon(box.west, box.south, 180, box.north), polygon(-180, box.south, box.east, box.north),
    ])
  }

  private static func polygon(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon {
    let steps = max(1, Int(((east - west) / 5).rounded(.up)))
    let longitudes = (0...steps).map {
      $0 == steps ? east : west + (east - west) * Double($0) / Double(steps)
    }
    let lower = longitudes.map { Coordinate(reducing: $0, latitude: south) }
    let upper = longitudes.reversed().map { Coordinate(reducing: $0, latitude: north) }
    return Polygon(exterior: lower + upper + [lower[0]])
  }
}
