internal import GeoModel
internal import Synchronization

/// The numbers that shapes are kept by in cases: what they look like decides them.
///
/// Those that came last are remembered, since finding one again costs less than encoding it.
final class ShapeKeys: Sendable {
  static let shared = ShapeKeys()
  private static let limit = 2_000

  private let known = Mutex<[Geometry: Int]>([:])

  func key(of shape: Geometry) -> Int {
    if let key = known.withLock({ $0[shape] }) { return key }
    let key = ContentHash(GeometryBlob.encode(shape)).key
    known.withLock { known in
      if known.count >= Self.limit { known = [:] }
      known[shape] = key
    }
    return key
  }
}
