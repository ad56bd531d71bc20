internal import GeoKernel
public import GeoModel

/// A settlement and how far it is.
public struct NearbySettlement: Hashable, Sendable {
  public let place: PlaceID
  /// On the ellipsoid, to the settlement's point.
  public let distance: Meters
}

extension Gazetteer {
  /// The settlements nearest to a position, the nearest first.
  ///
  /// Exact on the ellipsoid, over the poles and the antimeridian too. Settlements at the same distance come in
  /// the order of their rows.
  ///
  /// - Parameter limit: how many at most; 0 or less gives none.
  public func nearestSettlements(to position: Coordinate, limit: Int) -> [NearbySettlement] {
    guard limit > 0 else { return [] }
    // Order by distance through the sphere and on the ellipsoid differ by 0.6 % at most; so does the reach
    // within which the true nearest ones are looked for.
    var search = NearestSearch(index.tree, position, limit: limit, slack: 1.0125)
    return search.rows()
      .filter { Int($0) < index.places.count }
      .map { row in
        let id = PlaceID(row: row)
        return NearbySettlement(
          place: id, distance: Geodesic.wgs84.distance(position, place(id).coordinate))
      }
      .sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
      .prefix(limit).map { $0 }
  }
}

/// Search of the settlement tree for everything that may be among the nearest.
private struct NearestSearch {
  private let nodes: UnsafeBufferPointer<TreeNode>
  private let target: (x: Float, y: Float, z: Float)
  private let limit: Int
  /// On squared chords; twice the slack of distances.
  private let slack: Float
  /// Squared chords of the nearest so far, ascending, at most `limit`.
  private var nearest: [Float] = []
  private var found: [(chord: Float, row: UInt32)] = []

  init(_ nodes: UnsafeBufferPointer<TreeNode>, _ position: Coordinate, limit: Int, slack: Double) {
    self.nodes = nodes
    self.limit = limit
    self.slack = Float(slack * slack)
    let (x, y, z) = UnitSphere.point(latitude: position.latitude, longitude: position.longitude)
    target = (Float(x), Float(y), Float(z))
  }

  /// Rows of all settlements within the slack of the `limit`-th nearest.
  mutating func rows() -> [UInt32] {
    visit(0, nodes.count, 0)
    let reach = reach
    return found.filter { $0.chord <= reach }.map(\.row)
  }

  /// Rounding of coordinates to `Float` is half a metre on the Earth; 1e-13 covers its square.
  private var reach: Float {
    nearest.count < limit ? .infinity : nearest[nearest.count - 1] * slack + 1e-13
  }

  private mutating func visit(_ low: Int, _ high: Int, _ axis: Int) {
    guard low < high else { return }
    let middle = (low + high) / 2
    let node = nodes[middle]
    let (dx, dy, dz) = (target.x - node.x, target.y - node.y, target.z - node.z)
    take(dx * dx + dy * dy + dz * dz, node.row)
    let offset = axis == 0 ? dx : axis == 1 ? dy : dz
    let next = (axis + 1) % 3
    if offset < 0 { visit(low, middle, next) } else { visit(middle + 1, high, next) }
    guard offset * offset <= reach else { return }
    if offset < 0 { visit(middle + 1, high, next) } else { visit(low, middle, next) }
  }

  private mutating func take(_ chord: Float, _ row: UInt32) {
    guard chord <= reach else { return }
    found.append((chord, row))
    let position = nearest.firstIndex { $0 > chord } ?? nearest.count
    nearest.insert(chord, at: position)
    if nearest.count > limit { nearest.removeLast() }
  }
}
