/// Points of earth-centred space in boxes within boxes, each halved across its longest side.
struct KDTree: Sendable {
  struct Node: Sendable {
    /// The smallest box that holds the node's points.
    var low, high: Cartesian
    /// The node's points.
    var from, to: Int32
    /// The left child is the next node; 0 for a leaf.
    var right: Int32
  }

  /// In the order of the leaves.
  let points: [Cartesian]
  /// The place each of ``points`` had in the array the tree was made of.
  let order: [Int32]
  let nodes: [Node]

  private static let leafSize = 8

  init(_ source: [Cartesian]) {
    precondition(source.count < Int32.max, "too many points for one tree")
    var order = (0..<Int32(source.count)).map(\.self)
    var nodes: [Node] = []
    nodes.reserveCapacity(max(1, source.count / 3))
    source.withUnsafeBufferPointer { source in
      order.withUnsafeMutableBufferPointer { order in
        if !order.isEmpty { KDTree.build(source, order, 0, order.count, &nodes) }
      }
    }
    points = order.map { source[Int($0)] }
    self.order = order
    self.nodes = nodes
  }

  private static func build(
    _ source: UnsafeBufferPointer<Cartesian>, _ order: UnsafeMutableBufferPointer<Int32>, _ from: Int,
    _ to: Int,
    _ nodes: inout [Node]
  ) {
    var low = source[Int(order[from])]
    var high = low
    for i in from..<to {
      let p = source[Int(order[i])]
      low = Cartesian(x: min(low.x, p.x), y: min(low.y, p.y), z: min(low.z, p.z))
      high = Cartesian(x: max(high.x, p.x), y: max(high.y, p.y), z: max(high.z, p.z))
    }
    let own = nodes.count
    nodes.append(Node(low: low, high: high, from: Int32(from), to: Int32(to), right: 0))
    let (dx, dy, dz) = (high.x - low.x, high.y - low.y, high.z - low.z)
    // Points all at one place cannot be told apart by halving.
    guard to - from > leafSize, dx > 0 || dy > 0 || dz > 0 else { return }
    let middle = (from + to) / 2
    if dx >= dy, dx >= dz {
      select(order, from, to, middle) { source[Int($0)].x }
    } else if dy >= dz {
      select(order, from, to, middle) { source[Int($0)].y }
    } else {
      select(order, from, to, middle) { source[Int($0)].z }
    }
    build(source, order, from, middle, &nodes)
    nodes[own].right = Int32(nodes.count)
    build(source, order, middle, to, &nodes)
  }

  /// Moves whatever has a smaller key than the one that belongs at `target` before it, and the others behind.
  @inline(__always)
  private static func select(
    _ order: UnsafeMutableBufferPointer<Int32>, _ from: Int, _ to: Int, _ target: Int,
    _ key: (Int32) -> Double
  ) {
    var (from, to) = (from, to - 1)
    while from < to {
      let (a, b, c) = (key(order[from]), key(order[(from + to) / 2]), key(order[to]))
      let pivot = max(min(a, b), min(max(a, b), c))
      var (i, j) = (from, to)
      while i <= j {
        while key(order[i]) < pivot { i += 1 }
        while key(order[j]) > pivot { j -= 1 }
        if i <= j {
          order.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if target <= j { to = j } else if target >= i { from = i } else { return }
    }
  }
}
