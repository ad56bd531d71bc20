internal import GeoKernel
internal import GeoModel

/// Joins parts of a file with what is indexed; every part by itself, so that all processors can work.
package struct JoinWork: Sendable {
  private enum Index: Sendable {
    case radius(RadiusIndex)
    case nearest(NearestIndex, count: Int)
    /// Areas against positions.
    case areas(NearestIndex, JoinRule, Edges)
  }

  private let table: PointTable
  private let index: Index
  private let writer: JoinWriter
  private let form: RowForm
  /// What the columns of the rows asked about are called.
  private let names: [String]
  /// The rows asked about when they are the indexed ones, with the columns' names for them.
  private let own: PointTable?
  private let greatest: Int

  /// So many rows are looked up before their neighbours are written.
  private static let batch = 1024

  package init(
    _ plan: JoinPlan, table: PointTable, names: [String], isTurned: Bool, own: PointTable? = nil
  ) {
    self.table = table
    self.names = names
    self.own = own
    greatest = plan.greatestCount
    form = plan.form
    writer = JoinWriter(
      format: plan.format, decimals: plan.decimals, measures: plan.measures, isTurned: isTurned)
    let rounding = plan.rounding
    switch plan.rule {
    case _ where plan.isFromAreas: index = .areas(NearestIndex(table.positions), plan.rule, plan.edges)
    case .within(let radius):
      index = .radius(RadiusIndex(table.positions, radius: radius, rounding: rounding))
    case .nearest(let count):
      index = .nearest(NearestIndex(table.positions, rounding: rounding), count: count)
    }
  }

  /// Joins a block of another file.
  package func output(of block: PointSource.Block, _ parser: PointSource.Parser) -> JoinOutput {
    var output = JoinOutput()
    let rows: PointRows
    if case .areas(let index, let rule, let edges) = index {
      let (areas, geometries) = parser.areas(block, form: form, names: names)
      rows = areas
      joinAreas(rows, geometries, index, rule, edges, &output)
    } else {
      rows = parser.rows(block, form: form, names: names)
      join(rows, 0..<rows.count, &output)
    }
    output.rows = rows.count
    output.problems = rows.problems
    output.strays = rows.strays
    output.consumed = block.size
    return output
  }

  /// Joins a part of the indexed rows with all of them.
  package func output(ofOwn part: Range<Int>) -> JoinOutput {
    var output = JoinOutput()
    if let own { join(own.rows, part, &output) }
    output.rows = part.count
    return output
  }

  private func join(_ rows: PointRows, _ part: Range<Int>, _ output: inout JoinOutput) {
    RowView.with(rows) { query in
      RowView.with(table.rows) { found in
        if writer.format == .pairs {
          joinPairs(rows.positions, part, query, found, &output)
        } else {
          var text = JSONWriter()
          text.reserve(1 << 16)
          output.pairs = forEachNeighbor(rows.positions, part) { i, neighbor in
            writer.append(&text, query, i, found, neighbor.index, (neighbor.distance.value, nil))
          }
          output.text = text.finish()
        }
      }
    }
  }

  private func joinPairs(
    _ positions: [Coordinate], _ part: Range<Int>, _ query: RowView, _ found: RowView,
    _ output: inout JoinOutput
  ) {
    let expected =
      if case .nearest(_, let count) = index { min(1 << 24, part.count * count * 32) } else { 1 << 16 }
    var text = PairText(decimals: writer.decimals, capacity: expected)
    let isTurned = writer.isTurned
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { digits in
      let first = UnsafeMutableBufferPointer(rebasing: digits[..<20])
      let second = UnsafeMutableBufferPointer(rebasing: digits[20...])
      output.pairs = forEachNeighbor(positions, part) { i, neighbor in
        let (a, b) = (query.id(i, first), found.id(neighbor.index, second))
        if isTurned {
          text.append(b, a, neighbor.distance.value)
        } else {
          text.append(a, b, neighbor.distance.value)
        }
      }
    }
    output.text = text.bytes
  }

  /// Calls `body` with every one asked about and each neighbour of it, in order, and says how many these were.
  @inline(__always)
  private func forEachNeighbor(
    _ positions: [Coordinate], _ part: Range<Int>, _ body: (Int, Neighbor) -> Void
  ) -> Int {
    var lists = NeighborLists()
    var pairs = 0
    var batch = batch(of: part)
    var start = part.lowerBound
    while start < part.upperBound {
      let count = min(batch, part.upperBound - start)
      search(positions, start..<(start + count), into: &lists)
      lists.neighbors.withUnsafeBufferPointer { neighbors in
        lists.ends.withUnsafeBufferPointer { ends in
          var at = 0
          for i in 0..<count {
            while at < ends[i] {
              body(start + i, neighbors[at])
              at += 1
            }
          }
        }
      }
      pairs += lists.neighbors.count
      // More will not be taken: they are counted together with those of the other parts.
      if pairs > greatest { break }
      start += count
      // Few positions at a time where each has very many neighbours.
      if case .radius = index {
        if lists.neighbors.count > 1 << 18 { batch = max(1, batch / 8) }
        if lists.neighbors.count < 1 << 14 { batch = min(Self.batch, batch * 2) }
      }
    }
    return pairs
  }

  /// The nearest are found the quicker the more are looked for at once.
  private func batch(of part: Range<Int>) -> Int {
    if case .nearest = index { return max(1, min(part.count, 1 << 17)) }
    return min(32, Self.batch)
  }

  private func search(_ positions: [Coordinate], _ part: Range<Int>, into lists: inout NeighborLists) {
    switch index {
    case .radius(let index):
      positions.withUnsafeBufferPointer {
        index.search(
          UnsafeBufferPointer(rebasing: $0[part]), above: own != nil ? part.lowerBound : nil, into: &lists)
      }
    case .nearest(let index, let count):
      let queries = part == positions.indices ? positions : Array(positions[part])
      index.search(queries, count: count, excludingFrom: own != nil ? part.lowerBound : nil, into: &lists)
    case .areas: break
    }
  }

  private func joinAreas(
    _ rows: PointRows, _ geometries: [Geometry], _ index: NearestIndex, _ rule: JoinRule,
    _ edges: Edges, _ output: inout JoinOutput
  ) {
    var text = JSONWriter()
    var pairs = 0
    RowView.with(rows) { query in
      RowView.with(table.rows) { found in
        for (i, geometry) in geometries.enumerated() {
          let neighbors =
            switch rule {
            case .within(let radius): index.neighbors(of: geometry, within: radius, edges: edges)
            case .nearest(let count): index.nearest(count, to: geometry, edges: edges)
            }
          for neighbor in neighbors {
            let distances = (neighbor.nearest.value, neighbor.farthest.value)
            writer.append(&text, query, i, found, neighbor.index, distances)
          }
          pairs += neighbors.count
          if pairs > greatest { return }
        }
      }
    }
    output.pairs = pairs
    output.text = text.finish()
  }

  /// The first line of the output; empty for formats without one.
  package func header(_ first: [String], _ second: [String]) -> [UInt8] { writer.header(first, second) }
}
