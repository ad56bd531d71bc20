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
  ///
  /// A corner at a pole is every longitude at once: it becomes two, one for each of its neighbours, and the
  /// edge of the map between them on the ring's inside.
  static func unroll(_ ring: [XY]) -> (ring: [XY], turns: Int) {
    guard let start = ring.dropLast().firstIndex(where: { abs($0.y) != 90 }) else { return (ring, 0) }
    var result = [XY(snapped(ring[start].x), ring[start].y)]
    result.reserveCapacity(ring.count + 2)
    var x = ring[start].x
    var pole: Double?
    for position in ring[(start + 1)...] + ring[1..<max(1, start + 1)] {
      if abs(position.y) == 90 {
        if pole == nil { result.append(XY(snapped(x), position.y)) }
        pole = position.y
        continue
      }
      var step = (position.x - x).truncatingRemainder(dividingBy: 360)
      if let crossed = pole {
        // Inside is to the left: along the northern edge that is westwards, along the southern eastwards.
        if crossed > 0, step > 0 { step -= 360 } else if crossed < 0, step < 0 { step += 360 }
        result.append(XY(snapped(x + step), crossed))
        pole = nil
      } else if step > 180 {
        step -= 360
      } else if step < -180 {
        step += 360
      }
      x += step
      result.append(XY(snapped(x), position.y))
    }
    // The way back to the start is a whole number of turns; what is left of it is rounding.
    let turns = ((x - ring[start].x) / 360).rounded()
    result[result.count - 1] = XY(result[0].x + turns * 360, result[0].y)
    return (result, Int(turns))
  }

  /// Longitudes within 0.1 mm of the seam are put on it, so that cutting leaves no slivers.
  private static func snapped(_ x: Double) -> Double {
    let seam = ((x - 180) / 360).rounded() * 360 + 180
    return abs(x - seam) < 1e-9 ? seam : x
  }

  /// Puts what the engine computed on the cut exactly there, so that later operations see one straight seam.
  private static func withSeamSnapped(_ polygon: PlanarPolygon) -> PlanarPolygon {
    func snap(_ ring: [XY]) -> [XY] { ring.map { XY(snapped($0.x), $0.y) } }
    return PlanarPolygon(exterior: snap(polygon.exterior), holes: polygon.holes.map(snap))
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
    // So few bits (a step is 0.1 µm) that whole turns leave them as they are: both ends must be one meridian.
    let first = XY((ring[0].x * 0x1p40).rounded() / 0x1p40, ring[0].y)
    ring[0] = first
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
      pieces += piece.shifted(by: -offset).polygons.map(withSeamSnapped)
    }
    return pieces
  }
}
