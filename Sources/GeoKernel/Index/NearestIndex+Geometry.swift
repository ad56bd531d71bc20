public import GeoModel

/// How far a geometry is from an indexed position: at least, and at most.
public struct GeometryNeighbor: Hashable, Sendable {
  public let index: Int
  /// 0 for a position inside an area.
  public let nearest: Meters
  public let farthest: Meters

  public init(index: Int, nearest: Meters, farthest: Meters) {
    self.index = index
    self.nearest = nearest
    self.farthest = farthest
  }
}

/// Neighbours of areas and lines.
///
/// Distances are accurate to 10 µm, whether edges are shortest ways or straight in longitude and latitude. The geometry is put into a ball; only positions that the ball lets through are
/// measured.
extension NearestIndex {
  /// The indexed positions of which some part of a geometry is within a distance, the nearest first.
  public func neighbors(
    of geometry: Geometry, within radius: Meters, edges: Edges = .straight
  ) -> [GeometryNeighbor] {
    candidates(Ball(round: geometry), radius.value).compactMap { index in
      neighbor(index, geometry, edges, limit: radius.value)
    }.sorted(by: isNearer)
  }

  /// The `count` positions to which a geometry comes nearest; of equally near ones those of which no part of it
  /// is as far.
  public func nearest(_ count: Int, to geometry: Geometry, edges: Edges = .straight) -> [GeometryNeighbor] {
    let ball = Ball(round: geometry)
    let wanted = min(count, positions.count)
    guard wanted > 0 else { return [] }
    // As many of the nearest to the middle say how far the last can be at most.
    let first = nearest(wanted, to: ball.center).compactMap {
      neighbor($0.index, geometry, edges, limit: .infinity)
    }
    let limit = first.map(\.nearest.value).max() ?? .infinity
    let all = candidates(ball, limit).compactMap { neighbor($0, geometry, edges, limit: limit) }
    return Array(all.sorted(by: isNearer).prefix(wanted))
  }

  private func candidates(_ ball: Ball, _ radius: Double) -> [Int] {
    let chord = ChordBounds.longestChord(distance: radius) + ball.radius
    return chord < 12_800_000 ? within(chord: chord, of: ball.center) : Array(positions.indices)
  }

  private func neighbor(
    _ index: Int, _ geometry: Geometry, _ edges: Edges, limit: Double
  ) -> GeometryNeighbor? {
    let (position, earth) = (positions[index], Geodesic.wgs84)
    guard let nearest = earth.nearestDistance(from: position, to: geometry, edges: edges),
      nearest.value <= limit,
      let farthest = earth.farthestDistance(from: position, to: geometry, edges: edges)
    else { return nil }
    return GeometryNeighbor(index: index, nearest: nearest, farthest: farthest)
  }
}

private func isNearer(_ a: GeometryNeighbor, _ b: GeometryNeighbor) -> Bool {
  (a.nearest, a.farthest, a.index) < (b.nearest, b.farthest, b.index)
}

/// A ball of earth-centred space with all of a geometry in it.
private struct Ball {
  var center = Coordinate(reducing: 0, latitude: 0)
  var radius = Double.infinity

  /// No position of an edge is farther from both its ends than half its length. A position inside an area lies
  /// on its meridian between two of the border, and so no farther from the middle than three times the border's
  /// reach.
  init(round geometry: Geometry) {
    let planar = Planar(geometry)
    let lines = planar.lines + planar.polygons.flatMap { [$0.exterior] + $0.holes }
    let corners = (planar.points + lines.joined()).map(onMap)
    guard let middle = GeoKernel.middle(of: corners) else { return }
    center = middle
    let origin = Cartesian(middle)
    var reach = corners.reduce(0) { max($0, Cartesian($1).chord(origin)) }
    var longest = 0.0
    for line in lines {
      for (a, b) in zip(line, line.dropFirst()) { longest = max(longest, edgeLength(a, b)) }
    }
    reach += longest / 2 + 1e-6
    radius = planar.polygons.isEmpty ? reach : 3 * reach
    // Too wide for its border to say where its inside is.
    if radius > 6_000_000 { radius = .infinity }
  }
}
