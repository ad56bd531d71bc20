internal import GeoKernel
internal import GeoModel
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

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

  /// Metres to the farthest vertex. On a sphere no distance is wrong by a hundredth, so that few need a geodesic.
  private static func farthest(from center: Coordinate, to polygons: [Polygon]) -> Double {
    let radian = Double.pi / 180
    let cosine = cos(center.latitude * radian)
    func haversine(_ vertex: Coordinate) -> Double {
      let dy = sin((vertex.latitude - center.latitude) * radian / 2)
      let dx = sin((vertex.longitude - center.longitude) * radian / 2)
      return dy * dy + cosine * cos(vertex.latitude * radian) * dx * dx
    }
    let rough = polygons.flatMap { $0.exterior.map(haversine) }
    let half = sin(0.98 * asin(min(1, rough.max() ?? 0).squareRoot()))
    var farthest = 0.0
    for (vertex, rough) in zip(polygons.lazy.flatMap(\.exterior), rough) where rough >= half * half {
      farthest = max(farthest, Geodesic.wgs84.distance(center, vertex).value)
    }
    return farthest
  }

  /// The distance from a position to the farthest vertex, a thousandth more for edges that bulge.
  func reach(of geometry: Geometry, from center: Coordinate) -> Meters {
    let key = ReachKey(
      center: center, firstVertex: geometry.polygons.first?.exterior.first,
      vertexCount: geometry.polygons.reduce(0) { $0 + $1.exterior.count })
    if let known = shapes.withLock({ $0.reaches[key] }) { return known }
    let reach = Meters(Self.farthest(from: center, to: geometry.polygons) * 1.001)
    shapes.withLock { shapes in
      if shapes.reaches.count >= Self.limit { shapes.reaches.removeAll(keepingCapacity: true) }
      shapes.reaches[key] = reach
    }
    return reach
  }
}
