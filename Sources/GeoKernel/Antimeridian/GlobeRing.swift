internal import GeoModel

/// Turns rings on the globe into areas of the map.
///
/// A ring on the globe keeps its inside to the left, may cross ±180° and may go round a pole. The map is
/// the box from -180,-90 to 180,90 with straight edges (RFC 7946 §3.1.9): areas are cut at ±180° and run up
/// to the edge of the map over a pole.
enum GlobeRing {
  static let world = PlanarPolygon.box(-180, -90, 180, 90)

  /// The area to the left of a closed ring.
  ///
  /// Consecutive positions are joined the short way round, so they must lie less than 180° apart.
  static func area(leftOf ring: [XY]) throws(GeometryError) -> [PlanarPolygon] {
    let (unrolled, turns) = unroll(ring)
    switch turns {
    case 0:
      if doubledArea(unrolled) >= 0 { return try cut(PlanarPolygon(exterior: unrolled)) }
      // Clockwise on the map, and yet the inside is to the left: everything but the ring, both poles in it.
      let hole = try cut(PlanarPolygon(exterior: unrolled.reversed()))
      return try Overlay.apply(.difference, Planar(polygons: [world]), Planar(polygons: hole)).polygons
    case 1, -1:
      let pieces = try cut(PlanarPolygon(exterior: closeOverPole(unrolled, north: turns > 0)))
      return try Overlay.dissolve(Planar(polygons: pieces)).polygons
    default:
      throw GeometryError(
        .unsupported, "cut at the antimeridian", "a ring that goes \(abs(turns)) times round the globe")
    }
  }

  /// An area with holes; every hole is given like an exterior, its own inside to the left.
  static func area(leftOf exterior: [XY], without holes: [[XY]]) throws(GeometryError) -> [PlanarPolygon] {
    var area = try area(leftOf: exterior)
    if holes.isEmpty { return area }
    var pieces: [PlanarPolygon] = []
    for hole in holes { pieces += try GlobeRing.area(leftOf: hole) }
    area = try Overlay.apply(.difference, Planar(polygons: area), Planar(polygons: pieces)).polygons
    return area
  }

  /// Longitudes made continuous, and how often the ring goes round the globe eastwards.
  static func unroll(_ ring: [XY]) -> (ring: [XY], turns: Int) {
    var result: [XY] = []
    result.reserveCapacity(ring.count)
    var offset = 0.0
    var previous = ring.first?.x ?? 0
    for position in ring {
      let step = position.x - previous
      if step > 180 { offset -= 360 } else if step < -180 { offset += 360 }
      previous = position.x
      result.append(XY(snapped(position.x + offset), position.y))
    }
    return (result, Int((offset / 360).rounded()))
  }

  /// Longitudes within 0.1 mm of the seam are put on it, so that cutting leaves no slivers.
  private static func snapped(_ x: Double) -> Double {
    let seam = ((x - 180) / 360).rounded() * 360 + 180
    return abs(x - seam) < 1e-9 ? seam : x
  }

  /// Closes a ring that goes once round the globe along the edge of the map.
  ///
  /// It is opened at the position nearest to that edge: from there a meridian reaches the edge without
  /// meeting the ring again.
  private static func closeOverPole(_ unrolled: [XY], north: Bool) -> [XY] {
    let open = unrolled.dropLast()
    guard let start = open.indices.max(by: { (open[$0].y < open[$1].y) == north && open[$0].y != open[$1].y })
    else { return unrolled }
    let turn = north ? 360.0 : -360.0
    var ring = Array(open[start...])
    ring += open[..<start].map { XY($0.x + turn, $0.y) }
    let first = ring[0]
    let edge = north ? 90.0 : -90.0
    ring.append(XY(first.x + turn, first.y))
    ring.append(XY(first.x + turn, edge))
    ring.append(XY(first.x, edge))
    ring.append(first)
    return ring
  }

  /// Cuts a polygon with continuous longitudes at ±180°, and moves the pieces into the map.
  static func cut(_ polygon: PlanarPolygon) throws(GeometryError) -> [PlanarPolygon] {
    let xs = polygon.exterior.lazy.map(\.x)
    guard let west = xs.min(), let east = xs.max() else { return [] }
    // The last strip is the one that has something to the east of its western border.
    let first = Int(((west + 180) / 360).rounded(.down))
    let last = max(first, Int(((east + 180) / 360).rounded(.up)) - 1)
    var pieces: [PlanarPolygon] = []
    for strip in first...last {
      let offset = Double(strip) * 360
      if first == last {
        pieces += Planar(polygons: [polygon]).shifted(by: -offset).polygons
        continue
      }
      let box = PlanarPolygon.box(offset - 180, -90, offset + 180, 90)
      let piece = try Overlay.apply(.intersection, Planar(polygons: [polygon]), Planar(polygons: [box]))
      pieces += piece.shifted(by: -offset).polygons
    }
    return pieces
  }
}
