internal import GeoKernel
internal import GeoModel
internal import Synchronization

/// The discs and reaches that were computed last: reports name the same few places again and again, and a disc
/// costs a hundred geodesics.
///
/// A final class, so that the copies of a `FootprintMaker` share it; a `Mutex` guards all it holds. What it
/// returns depends on the key alone, so neither order nor number of tasks shows in a result.
final class ShapeCache: Sendable {
  private struct DiscKey: Hashable {
    let center: Coordinate
    let radius: Meters
  }
  /// Outlines about one point differ in their first vertex or in their number of vertices.
  private struct ReachKey: Hashable {
    let center: Coordinate
    let firstVertex: Coordinate?
    let vertexCount: Int
  }
  private struct Shapes {
    var discs: [DiscKey: Geometry] = [:]
    var reaches: [ReachKey: Meters] = [:]
  }

  private let shapes = Mutex(Shapes())
  /// About 12 MB of discs of 180 vertices.
  private static let limit = 4096

  func disc(_ center: Coordinate, _ radius: Meters) throws(GeometryError) -> Geometry {
    let key = DiscKey(center: center, radius: radius)
    if let known = shapes.withLock({ $0.discs[key] }) { return known }
    let disc = try GeodesicDisc(center: center, radius: radius).outline()
    shapes.withLock { shapes in
      if shapes.discs.count >= Self.limit { shapes.discs.removeAll(keepingCapacity: true) }
      shapes.discs[key] = disc
    }
    return disc
  }

  /// The distance from a position to the farthest vertex, a thousandth more for edges that bulge.
  func reach(of geometry: Geometry, from center: Coordinate) -> Meters {
    let key = ReachKey(
      center: center, firstVertex: geometry.polygons.first?.exterior.first,
      vertexCount: geometry.polygons.reduce(0) { $0 + $1.exterior.count })
    if let known = shapes.withLock({ $0.reaches[key] }) { return known }
    let farthest = Geodesic.wgs84.farthestDistance(from: center, to: geometry.polygons.flatMap(\.exterior))
    let reach = Meters(farthest.value * 1.001)
    shapes.withLock { shapes in
      if shapes.reaches.count >= Self.limit { shapes.reaches.removeAll(keepingCapacity: true) }
      shapes.reaches[key] = reach
    }
    return reach
  }
}
