internal import GeoModel

/// One thread's search through a tree, with the memory it needs.
struct NearestSearch {
  let positions: UnsafePointer<Coordinate>
  let points: UnsafePointer<Cartesian>
  let order: UnsafePointer<Int32>
  let nodes: UnsafePointer<KDTree.Node>
  /// How many points the tree has, and how many of them are wanted.
  let size, wanted: Int
  let measure: Measure

  /// The best so far, ascending by squared chord: one more than wanted, to see how near the first of the others is.
  private let best: UnsafeMutablePointer<Found>
  private let capacity: Int
  private var filled = 0
  private let stack: UnsafeMutablePointer<Open>
  private let row: UnsafeMutablePointer<Neighbor>
  private var last: (point: Cartesian, reach: Double)?
  private var group: Group?
  private let shared: UnsafeMutablePointer<Shared>
  private let sharedCapacity: Int

  /// Positions so near to one that their neighbours are among those of a ball round it.
  ///
  /// Let `reach` be the chord from the middle to the last of the best there. Of a position ρ away the best are not
  /// farther than that and ρ, by the triangle's inequality, and so at most `reach` + 2ρ from the middle.
  private struct Group {
    let middle: Cartesian
    let reach: Double
    /// How many points are ``shared``, the nearest to the middle first; `nil` until somebody asks, negative when
    /// they are too many.
    var count: Int?

    /// Of ``reach``, how far a position may be from the middle.
    static let share = 0.4
  }

  private struct Shared {
    let point: Cartesian
    let place: Int
    /// From the middle of the group.
    let chord: Double
  }

  private struct Found {
    var c2: Double
    /// A place in the tree's order.
    var place: Int
  }

  private struct Open {
    var c2: Double
    var node: Int
  }

  init(
    positions: UnsafePointer<Coordinate>, points: UnsafePointer<Cartesian>, order: UnsafePointer<Int32>,
    nodes: UnsafePointer<KDTree.Node>, size: Int, wanted: Int, measure: Measure
  ) {
    self.positions = positions
    self.points = points
    self.order = order
    self.nodes = nodes
    self.size = size
    self.wanted = wanted
    self.measure = measure
    capacity = min(size, wanted + 1)
    best = .allocate(capacity: capacity)
    // A tree of 2^31 points is less deep.
    stack = .allocate(capacity: 64)
    row = .allocate(capacity: wanted)
    sharedCapacity = min(size, 8 * capacity + 16)
    shared = .allocate(capacity: sharedCapacity)
  }

  func free() {
    best.deallocate()
    stack.deallocate()
    shared.deallocate()
    row.deallocate()
  }

  /// Writes the wanted neighbours of one position.
  mutating func run(_ query: Coordinate, _ point: Cartesian, _ output: UnsafeMutablePointer<Neighbor>) {
    if !selectShared(point) { search(point) }
    last = (point, best[filled - 1].c2.squareRoot())
    if isOrderProven() {
      // Put in order here, since `output` is seldom near to the processor.
      for i in 0..<wanted { row[i] = neighbor(query, point, best[i]) }
      sortSamePlaces(row)
      output.update(from: row, count: wanted)
    } else {
      settle(query, point, output)
    }
  }

  private mutating func search(_ point: Cartesian) {
    // The last position's neighbours are at most so far from this one, by the triangle's inequality.
    let reach = last.map { $0.reach + $0.point.chord(point) } ?? .infinity
    descend(point, limit: reach * reach * (1 + 1e-12))
    // Rounding may have cut one off at the very limit.
    if filled < capacity { descend(point, limit: .infinity) }
    group = Group(middle: point, reach: best[filled - 1].c2.squareRoot())
  }

  /// Finds the best among those that a group shares; `false` for a position that is in none.
  @inline(__always)
  private mutating func selectShared(_ p: Cartesian) -> Bool {
    guard let group else { return false }
    let away = group.middle.chord(p)
    guard away <= group.reach * Group.share else { return false }
    let count = group.count ?? gather(group)
    if count < 0 { return false }
    filled = 0
    for i in 0..<count {
      let c2 = shared[i].point.squaredChord(p)
      if filled == capacity {
        // A micrometre for rounding.
        let least = shared[i].chord - away - 1e-6
        if least > 0, least * least > best[capacity - 1].c2 { break }
        if c2 >= best[capacity - 1].c2 { continue }
      }
      offer(c2, shared[i].place)
    }
    return true
  }

  /// Collects what the positions of a group share.
  private mutating func gather(_ group: Group) -> Int {
    let radius = group.reach * (1 + 2 * Group.share) * (1 + 1e-9) + 1e-6
    var count = 0
    stack[0] = Open(c2: 0, node: 0)
    var depth = 1
    while depth > 0, count >= 0 {
      depth -= 1
      let at = stack[depth].node
      if nodes[at].squaredDistance(to: group.middle) > radius * radius { continue }
      if nodes[at].right != 0 {
        stack[depth].node = Int(nodes[at].right)
        stack[depth + 1].node = at + 1
        depth += 2
        continue
      }
      for place in Int(nodes[at].from)..<Int(nodes[at].to) {
        let chord = points[place].chord(group.middle)
        if chord > radius { continue }
        if count == sharedCapacity {
          count = -1
          break
        }
        shared[count] = Shared(point: points[place], place: place, chord: chord)
        count += 1
      }
    }
    if count > 0 {
      var list = UnsafeMutableBufferPointer(start: shared, count: count)
      list.sort { $0.chord < $1.chord }
    }
    self.group?.count = count
    return count
  }

  /// Keeps a point as one of the best; it is better than the last of them when these are full.
  @inline(__always)
  private mutating func offer(_ c2: Double, _ place: Int) {
    var i = filled < capacity ? filled : capacity - 1
    while i > 0, best[i - 1].c2 > c2 {
      best[i] = best[i - 1]
      i -= 1
    }
    best[i] = Found(c2: c2, place: place)
    if filled < capacity { filled += 1 }
  }

  private mutating func descend(_ p: Cartesian, limit: Double) {
    filled = 0
    var limit = limit
    stack[0] = Open(c2: 0, node: 0)
    var depth = 1
    while depth > 0 {
      depth -= 1
      if stack[depth].c2 > limit { continue }
      var at = stack[depth].node
      // Down the nearer side; the farther one waits.
      while nodes[at].right != 0 {
        let (left, right) = (at + 1, Int(nodes[at].right))
        let (l, r) = (nodes[left].squaredDistance(to: p), nodes[right].squaredDistance(to: p))
        let isLeft = l <= r
        let (near, far) = isLeft ? (l, r) : (r, l)
        if far <= limit {
          stack[depth] = Open(c2: far, node: isLeft ? right : left)
          depth += 1
        }
        if near > limit {
          at = -1
          break
        }
        at = isLeft ? left : right
      }
      if at < 0 { continue }
      for place in Int(nodes[at].from)..<Int(nodes[at].to) {
        let c2 = points[place].squaredChord(p)
        if c2 > limit { continue }
        if filled == capacity, c2 >= best[capacity - 1].c2 { continue }
        offer(c2, place)
        if filled == capacity { limit = min(limit, best[capacity - 1].c2) }
      }
    }
  }

  /// Whether the chords differ enough for their order to be that of the distances, and the others to be farther.
  private func isOrderProven() -> Bool {
    var chord = best[0].c2.squareRoot()
    for i in 1..<max(1, filled) {
      let next = best[i].c2.squareRoot()
      let isSamePlace = i < wanted && positions[index(best[i])] == positions[index(best[i - 1])]
      if !isSamePlace, next <= ChordBounds.surelyLongerChord(than: chord) { return false }
      chord = next
    }
    return true
  }

  @inline(__always)
  private func index(_ found: Found) -> Int { Int(order[found.place]) }

  @inline(__always)
  private func neighbor(_ query: Coordinate, _ point: Cartesian, _ found: Found) -> Neighbor {
    let index = index(found)
    return Neighbor(
      index: index,
      distance: Meters(measure.distance(query, point, positions[index], points[found.place], found.c2)))
  }

  /// Puts neighbours at the very same place, all that is still in no order, by their indexes.
  private func sortSamePlaces(_ output: UnsafeMutablePointer<Neighbor>) {
    for i in 1..<max(1, wanted) {
      var j = i
      while j > 0, output[j - 1].distance == output[j].distance, output[j - 1].index > output[j].index {
        swap(&output[j - 1], &output[j])
        j -= 1
      }
    }
  }

  /// Measures all that may be among the wanted by `geod_inverse`.
  private func settle(_ query: Coordinate, _ point: Cartesian, _ output: UnsafeMutablePointer<Neighbor>) {
    let limit = ChordBounds.surelyLongerChord(than: best[wanted - 1].c2.squareRoot())
    var all: [Neighbor] = []
    func add(_ place: Int) {
      let index = Int(order[place])
      all.append(Neighbor(index: index, distance: Geodesic.wgs84.distance(query, positions[index])))
    }
    if filled <= wanted || best[wanted].c2.squareRoot() > limit {
      for i in 0..<wanted { add(best[i].place) }
    } else {
      var open = [0]
      while let top = open.popLast() {
        let node = nodes[top]
        if node.squaredDistance(to: point).squareRoot() > limit { continue }
        if node.right != 0 {
          open.append(Int(node.right))
          open.append(top + 1)
        } else {
          for place in Int(node.from)..<Int(node.to)
          where points[place].squaredChord(point).squareRoot() <= limit {
            add(place)
          }
        }
      }
    }
    all.sort(by: isNearer)
    for i in 0..<wanted { output[i] = all[i] }
  }
}
