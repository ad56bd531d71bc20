/// Points of the unit sphere tied to those near them: each to all that are close, and to its three nearest ones
/// within reach.
struct PointGroups {
  /// For every point the first one of its group.
  private(set) var leaders: [Int]

  private var groupCount: Int
  private var closeCounts: [Int]

  /// - Parameter close, reach: squared chords.
  init(_ points: [(x: Double, y: Double, z: Double)], close: Double, reach: Double) {
    leaders = Array(points.indices)
    groupCount = points.count
    closeCounts = Array(repeating: 0, count: points.count)
    let order = points.indices.sorted { (points[$0].z, $0) < (points[$1].z, $1) }
    points.withUnsafeBufferPointer { points in
      order.withUnsafeBufferPointer { order in
        tieClose(points, order, close)
        if groupCount > 1 { tieNearest(points, reach) }
      }
    }
    for index in leaders.indices { leaders[index] = leader(of: index) }
  }

  private typealias Points = UnsafeBufferPointer<(x: Double, y: Double, z: Double)>

  /// - Parameter order: ascending in z, in which no two points can differ by more than their chord.
  private mutating func tieClose(_ points: Points, _ order: UnsafeBufferPointer<Int>, _ close: Double) {
    var position = 0
    while position < order.count {
      let index = order[position]
      position += 1
      var next = position
      while next < order.count {
        let other = order[next]
        next += 1
        let rise = points[index].z - points[other].z
        if rise * rise > close { break }
        guard Self.squaredChord(points, index, other) <= close else { continue }
        closeCounts[index] += 1
        closeCounts[other] += 1
        tie(index, other)
        if groupCount == 1 { return }
      }
    }
  }

  /// Only for points with less than three close ones: those of the others are their nearest ones.
  private mutating func tieNearest(_ points: Points, _ reach: Double) {
    for index in points.indices where closeCounts[index] < 3 {
      var nearest: [(chord: Double, index: Int)] = []
      for other in points.indices where other != index {
        let chord = Self.squaredChord(points, index, other)
        guard chord <= reach, nearest.count < 3 || chord < nearest[2].chord else { continue }
        nearest.insert((chord, other), at: nearest.firstIndex { $0.chord > chord } ?? nearest.count)
        if nearest.count > 3 { nearest.removeLast() }
      }
      for entry in nearest { tie(index, entry.index) }
    }
  }

  private func leader(of index: Int) -> Int {
    var root = index
    while leaders[root] != root { root = leaders[root] }
    return root
  }

  private mutating func tie(_ a: Int, _ b: Int) {
    let (first, second) = (leader(of: a), leader(of: b))
    leaders[a] = first
    leaders[b] = second
    guard first != second else { return }
    let (least, other) = (min(first, second), max(first, second))
    leaders[other] = least
    leaders[a] = least
    leaders[b] = least
    groupCount -= 1
  }

  private static func squaredChord(_ points: Points, _ a: Int, _ b: Int) -> Double {
    let (dx, dy, dz) = (points[a].x - points[b].x, points[a].y - points[b].y, points[a].z - points[b].z)
    return dx * dx + dy * dy + dz * dz
  }
}
