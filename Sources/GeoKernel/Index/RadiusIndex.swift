public import GeoModel

/// Finds which of many positions lie within one fixed distance of others, exactly.
///
/// A position belongs to the answer when `geod_inverse` says at most the radius, so one at exactly the radius
/// does. It is nearly always decided without, by the chord; see ``ChordBounds`` for the proof. Nothing is
/// special at ±180° and at the poles.
///
/// # Method
/// Every indexed position stands in the bucket of each cubic cell of earth-centred space that the ball of the
/// radius round it touches. A position asked about is then in one cell, and its bucket holds all candidates.
///
/// # Cost
/// 20 entries of four bytes for each indexed position, 6 from 200,000 positions on. 10,000 positions take about
/// 5 ms to index.
public struct RadiusIndex: Sendable {
  public let radius: Meters
  public let positions: [Coordinate]
  let measure: Measure
  let grid: CellGrid
  let filter: CellFilter?
  let points: [Cartesian]
  /// Where the entries of each bucket begin, and the end of the last.
  let starts: [UInt32]
  /// Indexes of positions, ascending within a bucket and each once.
  let entries: [UInt32]
  /// Squared chords: greater ones are surely beyond the radius, smaller ones surely within.
  let beyond2, within2: Double

  /// - Parameters:
  ///   - positions: in any order, with or without repetitions; fewer than 2^31.
  ///   - radius: 0 or more; from half the earth on everything is within.
  ///   - rounding: when distances are to be rounded to such a step they become what rounding those of
  ///     `geod_inverse` gives; else they are within a micrometre of them.
  public init(_ positions: [Coordinate], radius: Meters, rounding: Meters? = nil) {
    precondition(radius.value >= 0, "a radius is not negative")
    self.radius = radius
    self.positions = positions
    measure = Measure(step: rounding?.value)
    let points = positions.map(Cartesian.init)
    self.points = points
    let longest = min(ChordBounds.longestChord(distance: radius.value), 12_800_000)
    beyond2 = longest * longest
    let certain = max(0, ChordBounds.surelyWithinChord(distance: radius.value))
    within2 = certain * certain

    // Wider cells for many positions, so that entries do not outgrow them.
    let edge = max(1, longest * (positions.count < 200_000 ? 1 : 2))
    // About as many buckets as entries, of which there are 7 to 20 to a position.
    let expected = positions.count * (longest < edge / 4 ? 2 : positions.count < 200_000 ? 32 : 8)
    let bits = min(28, max(4, Int.bitWidth - max(1, expected).leadingZeroBitCount))
    let grid = CellGrid(edge: edge, bits: bits)
    self.grid = grid
    filter = CellFilter(positions, radius: radius.value)

    var pairs: [(bucket: UInt32, index: UInt32)] = []
    pairs.reserveCapacity(positions.count * 8)
    var own: [UInt32] = []
    var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
    for (i, point) in points.enumerated() {
      own.removeAll(keepingCapacity: true)
      grid.forEachBucket(touchedBy: point, radius: longest) { own.append(UInt32($0)) }
      // Cells may share a bucket, which must not hold a position twice.
      own.sort()
      var last: UInt32?
      for bucket in own where bucket != last {
        pairs.append((bucket, UInt32(i)))
        starts[Int(bucket) + 1] += 1
        last = bucket
      }
    }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    var next = starts
    var entries = [UInt32](repeating: 0, count: pairs.count)
    for pair in pairs {
      let place = next[Int(pair.bucket)]
      entries[Int(place)] = pair.index
      next[Int(pair.bucket)] = place + 1
    }
    self.starts = starts
    self.entries = entries
  }

  /// All indexed positions within the radius of one, the nearest first.
  public func neighbors(of position: Coordinate) -> [Neighbor] {
    var lists = NeighborLists()
    [position].withUnsafeBufferPointer { search($0, into: &lists) }
    return lists.neighbors
  }

  /// The neighbours of several positions; whatever `lists` held is replaced.
  ///
  /// - Parameter above: for each position only those indexed after `above` and its own place are wanted, as when
  ///   a set is joined with itself: with `above` the index of the first position asked about, every pair comes once.
  public func search(
    _ queries: UnsafeBufferPointer<Coordinate>, above first: Int? = nil, into lists: inout NeighborLists
  ) {
    lists.removeAll()
    guard !queries.isEmpty else { return }
    positions.withUnsafeBufferPointer { positions in
      points.withUnsafeBufferPointer { points in
        starts.withUnsafeBufferPointer { starts in
          entries.withUnsafeBufferPointer { entries in
            guard let positions = positions.baseAddress, let points = points.baseAddress,
              let starts = starts.baseAddress, let entries = entries.baseAddress
            else {
              lists.ends = Array(repeating: 0, count: queries.count)
              return
            }
            let view = View(
              positions: positions, points: points, starts: starts, entries: entries, grid: grid,
              filter: filter, measure: measure, radius: radius.value, beyond2: beyond2, within2: within2)
            view.search(queries, above: first, into: &lists)
          }
        }
      }
    }
  }
}

/// The arrays of an index, unwrapped.
private struct View {
  let positions: UnsafePointer<Coordinate>
  let points: UnsafePointer<Cartesian>
  let starts, entries: UnsafePointer<UInt32>
  let grid: CellGrid
  let filter: CellFilter?
  let measure: Measure
  let radius, beyond2, within2: Double

  func search(_ queries: UnsafeBufferPointer<Coordinate>, above first: Int?, into lists: inout NeighborLists)
  {
    lists.ends.reserveCapacity(queries.count)
    withUnsafeTemporaryAllocation(of: Candidates.self, capacity: Self.stride) { batch in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.stride) { selected in
        var from = 0
        while from < queries.count {
          let part = UnsafeBufferPointer(rebasing: queries[from..<min(queries.count, from + Self.stride)])
          let count = select(part, into: selected)
          look(up: part, UnsafeMutableBufferPointer(rebasing: selected[..<count]), into: batch)
          var ended = 0
          for k in 0..<count where batch[k].from < batch[k].to {
            let i = selected[k]
            lists.end(i - ended)
            collect(part[i], batch[k], above: first.map { $0 + from + i } ?? -1, into: &lists)
            ended = i + 1
          }
          lists.end(part.count - ended)
          from += part.count
        }
      }
    }
  }

  /// So many positions are looked up together.
  private static let stride = 128

  /// Finds the candidates of several positions, one step for all after the other: so the processor waits for the
  /// memory of all at once, and not for that of each.
  @inline(__always)
  private func look(
    up queries: UnsafeBufferPointer<Coordinate>, _ selected: UnsafeMutableBufferPointer<Int>,
    into batch: UnsafeMutableBufferPointer<Candidates>
  ) {
    for k in selected.indices {
      let point = Cartesian(queries[selected[k]])
      batch.initializeElement(
        at: k, to: Candidates(point: point, from: UInt32(truncatingIfNeeded: grid.bucket(of: point))))
    }
    for k in selected.indices {
      let bucket = Int(batch[k].from)
      (batch[k].from, batch[k].to) = (starts[bucket], starts[bucket + 1])
    }
    for k in selected.indices where batch[k].from < batch[k].to {
      batch[k].first = entries[Int(batch[k].from)]
    }
    for k in selected.indices where batch[k].from < batch[k].to {
      // One that is beyond the radius needs no further look.
      if points[Int(batch[k].first)].squaredChord(batch[k].point) > beyond2 { batch[k].from += 1 }
    }
  }

  @inline(__always)
  private func select(
    _ queries: UnsafeBufferPointer<Coordinate>, into selected: UnsafeMutableBufferPointer<Int>
  ) -> Int {
    if let filter { return filter.select(queries, into: selected) }
    for i in queries.indices { selected[i] = i }
    return queries.count
  }

  private struct Candidates {
    let point: Cartesian
    /// Its entries; at first its bucket.
    var from: UInt32
    var to: UInt32 = 0
    /// The first of the entries.
    var first: UInt32 = 0
  }

  @inline(__always)
  private func collect(
    _ query: Coordinate, _ candidates: Candidates, above least: Int, into lists: inout NeighborLists
  ) {
    let start = lists.neighbors.count
    let p = candidates.point
    for entry in candidates.from..<candidates.to {
      let index = Int(entries[Int(entry)])
      let q = points[index]
      let (dx, dy, dz) = (q.x - p.x, q.y - p.y, q.z - p.z)
      let c2 = dx * dx + dy * dy + dz * dz
      if c2 > beyond2 || index <= least { continue }
      let distance: Double
      if c2 < within2 {
        distance = measure.distance(query, p, positions[index], q, c2)
      } else {
        distance = Geodesic.wgs84.distance(query, positions[index]).value
        if distance > radius { continue }
      }
      lists.neighbors.append(Neighbor(index: index, distance: Meters(distance)))
    }
    let end = lists.neighbors.count
    if end - start > 1 {
      lists.neighbors.withUnsafeMutableBufferPointer {
        sortExactly(UnsafeMutableBufferPointer(rebasing: $0[start..<end]), from: query, among: positions)
      }
    }
    lists.ends.append(end)
  }
}
