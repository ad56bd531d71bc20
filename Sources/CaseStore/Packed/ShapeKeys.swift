internal import GeoModel
internal import Synchronization

/// The numbers that shapes are kept by in cases: what they look like decides them.
///
/// Those that came last are remembered, since finding one again costs less than encoding it.
final class ShapeKeys: Sendable {
  static let shared = ShapeKeys()
  private static let limit = 2_000

  /// A shape that is told from most others by where it begins.
  private struct Known: Hashable {
    let shape: Geometry

    func hash(into hasher: inout Hasher) {
      switch shape {
      case .point(let position): hasher.combine(position)
      case .multiPoint(let positions), .lineString(let positions): Self.add(positions, to: &hasher)
      case .multiLineString(let lines): Self.add(lines.first ?? [], to: &hasher)
      case .polygon(let polygon): Self.add(polygon.exterior, to: &hasher)
      case .multiPolygon(let polygons): Self.add(polygons.first?.exterior ?? [], to: &hasher)
      }
    }

    private static func add(_ positions: [Coordinate], to hasher: inout Hasher) {
      hasher.combine(positions.count)
      hasher.combine(positions.first)
      if !positions.isEmpty { hasher.combine(positions[positions.count / 2]) }
    }
  }

  private let known = Mutex<[Known: Int]>([:])

  func key(of shape: Geometry) -> Int {
    if let key = known.withLock({ $0[Known(shape: shape)] }) { return key }
    let key = ContentHash(GeometryBlob.encode(shape)).key
    known.withLock { known in
      if known.count >= Self.limit { known = [:] }
      known[Known(shape: shape)] = key
    }
    return key
  }
}
