public import GeoModel

/// Finds the nearest of many positions to others, in the order of `geod_inverse`, exactly.
///
/// The tree finds the nearest by chord. Chords so alike that the ellipsoid may have it the other way round, which
/// ``ChordBounds`` tells, are settled by `geod_inverse`. Nothing is special at ±180° and at the poles; of positions
/// equally far the one with the lower index comes first.
public struct NearestIndex: Sendable {
  public let positions: [Coordinate]
  let measure: Measure
  let tree: KDTree

  /// - Parameters:
  ///   - positions: in any order, with or without repetitions; fewer than 2^31.
  ///   - rounding: as for ``RadiusIndex/init(_:radius:rounding:)``.
  public init(_ positions: [Coordinate], rounding: Meters? = nil) {
    self.positions = positions
    measure = Measure(step: rounding?.value)
    tree = KDTree(positions.map(Cartesian.init))
  }

  /// The `count` nearest, or all when there are fewer.
  public func nearest(_ count: Int, to position: Coordinate) -> [Neighbor] {
    var lists = NeighborLists()
    search([position], count: count, into: &lists)
    return lists.neighbors
  }

  /// The `count` nearest of each position, or all when there are fewer; whatever `lists` held is replaced.
  ///
  /// Quicker per position the more there are, since one near the last is looked for where that one was found.
  ///
  /// - Parameter first: when the positions asked about are indexed ones, the index of the first of them: no
  ///   position is then its own neighbour.
  public func search(
    _ queries: [Coordinate], count: Int, excludingFrom first: Int? = nil, into lists: inout NeighborLists
  ) {
    guard let first else { return search(queries, count, into: &lists) }
    // One more, which is the position itself or, where others share its place, one of the farthest.
    search(queries, count < positions.count ? count + 1 : count, into: &lists)
    var kept: [Neighbor] = []
    kept.reserveCapacity(queries.count * count)
    for i in queries.indices {
      let end = kept.count + min(count, positions.count - 1)
      for neighbor in lists[i] where neighbor.index != first + i && kept.count < end { kept.append(neighbor) }
    }
    lists.neighbors = kept
    lists.ends = queries.indices.map { ($0 + 1) * min(count, positions.count - 1) }
  }

  private func search(_ queries: [Coordinate], _ count: Int, into lists: inout NeighborLists) {
    lists.removeAll()
    let wanted = max(0, min(count, positions.count))
    lists.ends = queries.indices.map { ($0 + 1) * wanted }
    guard wanted > 0, !queries.isEmpty else { return }
    lists.neighbors = Array(
      repeating: Neighbor(index: 0, distance: .zero), count: wanted * queries.count)
    lists.neighbors.withUnsafeMutableBufferPointer { output in
      positions.withUnsafeBufferPointer { positions in
        tree.points.withUnsafeBufferPointer { treePoints in
          tree.order.withUnsafeBufferPointer { order in
            tree.nodes.withUnsafeBufferPointer { nodes in
              guard let output = output.baseAddress, let positions = positions.baseAddress,
                let treePoints = treePoints.baseAddress, let order = order.baseAddress,
                let nodes = nodes.baseAddress
              else { return }
              var search = NearestSearch(
                positions: positions, points: treePoints, order: order, nodes: nodes,
                size: self.positions.count, wanted: wanted, measure: measure)
              defer { search.free() }
              forEachInSpace(queries) { i, query, point in
                search.run(query, point, output + i * wanted)
              }
            }
          }
        }
      }
    }
  }

  /// Calls `body` with positions and their places in the array, what is near in space mostly one after the other.
  @inline(__always)
  private func forEachInSpace(_ queries: [Coordinate], _ body: (Int, Coordinate, Cartesian) -> Void) {
    let points = queries.map(Cartesian.init)
    let order = mortonOrder(points)
    // What lies far apart in memory is fetched for many at once.
    let stride = 64
    withUnsafeTemporaryAllocation(of: (Coordinate, Cartesian).self, capacity: stride) { near in
      var from = 0
      while from < order.count {
        let count = min(stride, order.count - from)
        for k in 0..<count {
          let i = Int(order[from + k])
          near.initializeElement(at: k, to: (queries[i], points[i]))
        }
        for k in 0..<count {
          body(Int(order[from + k]), near[k].0, near[k].1)
        }
        from += count
      }
    }
  }

  /// The indexes of all positions within a distance of one, and of some within a few centimetres more; ascending.
  public func candidates(within radius: Meters, of position: Coordinate) -> [Int] {
    let chord = ChordBounds.longestChord(distance: max(0, radius.value))
    return chord < 12_800_000 ? within(chord: chord, of: position) : Array(positions.indices)
  }

  /// The indexes of all positions whose chord to a position is at most so long; ascending.
  func within(chord: Double, of position: Coordinate) -> [Int] {
    let point = Cartesian(position)
    let limit = chord * chord
    var found: [Int] = []
    var stack = tree.nodes.isEmpty ? [] : [0]
    while let top = stack.popLast() {
      let node = tree.nodes[top]
      if node.squaredDistance(to: point) > limit { continue }
      if node.right != 0 {
        stack.append(Int(node.right))
        stack.append(top + 1)
        continue
      }
      for i in Int(node.from)..<Int(node.to) where tree.points[i].squaredChord(point) <= limit {
        found.append(Int(tree.order[i]))
      }
    }
    return found.sorted()
  }
}

extension KDTree.Node {
  @inline(__always)
  func squaredDistance(to p: Cartesian) -> Double {
    let dx = max(low.x - p.x, p.x - high.x, 0)
    let dy = max(low.y - p.y, p.y - high.y, 0)
    let dz = max(low.z - p.z, p.z - high.z, 0)
    return dx * dx + dy * dy + dz * dz
  }
}
