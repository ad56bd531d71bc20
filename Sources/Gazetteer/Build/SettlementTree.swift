#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Builds the balanced tree of settlements on the unit sphere: the median of every range is its root, and the
/// axis turns x, y, z with the depth.
///
/// On the sphere there is no antimeridian and no pole, so neither is a special case.
enum SettlementTree {
  static func build(_ records: ArraySlice<PlaceRecord>) -> [TreeNode] {
    var nodes = records.indices.map { row in
      node(row, latitudeE7: records[row].latitudeE7, longitudeE7: records[row].longitudeE7)
    }
    nodes.withUnsafeMutableBufferPointer { arrange($0, 0) }
    return nodes
  }

  private static func node(_ row: Int, latitudeE7: Int32, longitudeE7: Int32) -> TreeNode {
    let (x, y, z) = UnitSphere.point(latitude: Double(latitudeE7) / 1e7, longitude: Double(longitudeE7) / 1e7)
    return TreeNode(x: Float(x), y: Float(y), z: Float(z), row: UInt32(row))
  }

  private static func arrange(_ nodes: UnsafeMutableBufferPointer<TreeNode>, _ axis: Int) {
    guard nodes.count > 1 else { return }
    let middle = nodes.count / 2
    select(nodes, middle, axis)
    arrange(UnsafeMutableBufferPointer(rebasing: nodes[..<middle]), (axis + 1) % 3)
    arrange(UnsafeMutableBufferPointer(rebasing: nodes[(middle + 1)...]), (axis + 1) % 3)
  }

  /// Brings the node of rank `rank` to its place, smaller ones before it (Hoare's selection).
  private static func select(_ nodes: UnsafeMutableBufferPointer<TreeNode>, _ rank: Int, _ axis: Int) {
    var low = 0
    var high = nodes.count - 1
    while low < high {
      let pivot = order(nodes[(low + high) / 2], axis)
      var left = low
      var right = high
      while left <= right {
        while order(nodes[left], axis) < pivot { left += 1 }
        while pivot < order(nodes[right], axis) { right -= 1 }
        if left <= right {
          nodes.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if rank <= right { high = right } else if rank >= left { low = left } else { return }
    }
  }

  /// Rows break ties, so that the same settlements always give the same tree.
  @inline(__always)
  private static func order(_ node: TreeNode, _ axis: Int) -> (Float, UInt32) {
    (axis == 0 ? node.x : axis == 1 ? node.y : node.z, node.row)
  }
}

enum UnitSphere {
  typealias Point = (x: Double, y: Double, z: Double)

  /// Degrees to a point on the unit sphere.
  static func point(latitude: Double, longitude: Double) -> Point {
    let (phi, lambda) = (latitude * .pi / 180, longitude * .pi / 180)
    return (cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi))
  }

  /// The angle between two points in radians.
  static func angle(_ a: Point, _ b: Point) -> Double {
    let (dx, dy, dz) = (a.x - b.x, a.y - b.y, a.z - b.z)
    return 2 * asin(min(1, (dx * dx + dy * dy + dz * dz).squareRoot() / 2))
  }
}
