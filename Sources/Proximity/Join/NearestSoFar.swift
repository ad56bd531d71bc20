internal import GeoKernel
internal import GeoModel

/// The nearest to some rows of those that were read so far, with their text.
///
/// For a file that does not fit into memory: it is read a part at a time, and of each part is kept what is nearer
/// than what was there.
package struct NearestSoFar: Sendable {
  /// Which of the rows asked about.
  package let part: Range<Int>
  /// What was found, one row's after the other's, the nearest first.
  private var found = PointRows()
  private var distances: [Double] = []
  /// How many of ``found`` belong to each row.
  private var width = 0

  package init(_ part: Range<Int>) { self.part = part }

  /// Takes in another part of the file, later than those before.
  ///
  /// - Parameter positions: of the rows asked about, all of them.
  mutating func merge(_ indexed: IndexedPart, _ positions: [Coordinate], wanted: Int) {
    var lists = NeighborLists()
    indexed.index.search(Array(positions[part]), count: wanted, into: &lists)
    let all = min(wanted, width + indexed.rows.count)
    var merged = PointRows()
    var mergedDistances: [Double] = []
    mergedDistances.reserveCapacity(part.count * all)
    for (i, row) in part.enumerated() {
      let own = i * width..<(i + 1) * width
      var candidates = own.enumerated().map { Neighbor(index: $0, distance: Meters(distances[$1])) }
      for neighbor in lists[i] {
        candidates.append(Neighbor(index: candidates.count, distance: neighbor.distance))
      }
      let places = found.positions[own] + lists[i].map { indexed.rows.positions[$0.index] }
      candidates.sortExactly(from: positions[row], among: Array(places))
      for neighbor in candidates.prefix(all) {
        if neighbor.index < width {
          merged.append(own.lowerBound + neighbor.index, of: found)
        } else {
          merged.append(lists[i][lists[i].startIndex + neighbor.index - width].index, of: indexed.rows)
        }
        mergedDistances.append(neighbor.distance.value)
      }
    }
    (found, distances, width) = (merged, mergedDistances, all)
  }

  /// Calls `body` with each row asked about and each of its neighbours, and says how many these were.
  func visit(_ body: (_ row: Int, _ found: RowView, _ place: Int, _ distance: Double) -> Void) -> Int {
    guard width > 0 else { return 0 }
    RowView.with(found) { view in
      for place in distances.indices { body(part.lowerBound + place / width, view, place, distances[place]) }
    }
    return distances.count
  }
}

/// A part of a file, indexed.
package struct IndexedPart: Sendable {
  let rows: PointRows
  let index: NearestIndex

  package init(_ table: PointTable, _ plan: JoinPlan) {
    rows = table.rows
    index = NearestIndex(table.positions, rounding: plan.rounding)
  }
}

/// Joins rows with the nearest of a file that comes in parts.
package struct NearestInParts: Sendable {
  private let plan: JoinPlan
  private let asked: PointTable
  private let wanted: Int
  private let writer: JoinWriter

  /// - Parameter wanted: how many are looked for, 1 or more.
  package init(_ plan: JoinPlan, asked: PointTable, wanted: Int) {
    self.plan = plan
    self.asked = asked
    self.wanted = wanted
    writer = JoinWriter(
      format: plan.format, decimals: plan.decimals, measures: plan.measures, isTurned: false)
  }

  /// The rows asked about in portions, with which nothing was compared so far.
  package var portions: [NearestSoFar] {
    // Enough for a search to profit from neighbours, not so many that what is found outgrows memory.
    let size = max(1, min(16_384, 1 << 20 / wanted))
    return stride(from: 0, to: asked.positions.count, by: size).map {
      NearestSoFar($0..<min($0 + size, asked.positions.count))
    }
  }

  package func merging(_ portion: NearestSoFar, _ part: IndexedPart) -> NearestSoFar {
    var portion = portion
    portion.merge(part, asked.positions, wanted: wanted)
    return portion
  }

  package func output(of portion: NearestSoFar) -> JoinOutput {
    var output = JoinOutput()
    var text = JSONWriter()
    RowView.with(asked.rows) { query in
      output.pairs = portion.visit { row, found, place, distance in
        writer.append(&text, query, row, found, place, (distance, nil))
      }
    }
    output.rows = portion.part.count
    output.text = text.finish()
    return output
  }

  package func header(_ first: [String], _ second: [String]) -> [UInt8] { writer.header(first, second) }
}
