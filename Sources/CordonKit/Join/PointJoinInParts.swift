internal import GeoModel
internal import Proximity

/// Looks for the nearest rows of a file that is larger than what may be kept in memory.
///
/// A part of the rows asked about is compared with one part of the other file after the other, and keeps what is
/// nearest so far; then comes the next, for which the other file is read again.
struct PointJoinInParts {
  let join: PointJoin
  let plan: JoinPlan
  let names: (first: [String], second: [String])
  /// How many are looked for.
  let count: Int

  typealias Progress = PointJoin.Progress
  typealias Report = PointJoin.Report

  /// - Parameters:
  ///   - first: the part of `indexed` that was read already.
  ///   - path: where `indexed` is, to read it again.
  func run(
    _ asked: PointSource, _ indexed: PointSource, path: String, first: PointTable, _ report: Report,
    problem: (String, RowProblem) -> Void, progress: (Progress) -> Void, output: ([UInt8]) throws -> Void
  ) async throws -> Report {
    var (asked, indexed, report) = (asked, indexed, report)
    var first: PointTable? = first
    // What is found takes about a hundred bytes each.
    let limit = max(1 << 10, min(join.portion, join.portion / max(1, count)))
    var isFirst = true
    while true {
      let (rows, isAll) = try await join.load(
        &asked, plan, names: names.first, upTo: limit, &report, problem)
      if rows.positions.isEmpty, !isFirst {
        if isAll { return report }
        continue
      }
      if !isFirst {
        if path == "-" { throw PointJoinError.readTwice(indexed.name) }
        indexed = try PointJoin.source(path)
      }
      let work = NearestInParts(plan, asked: rows, wanted: count)
      if isFirst {
        let header = work.header(names.first, names.second)
        if !header.isEmpty { try output(header) }
      }
      let portions = try await compare(work, &indexed, &first, &report, isAgain: !isFirst, problem)
      try await write(work, portions, &report, progress, output)
      if isAll { return report }
      isFirst = false
    }
  }

  /// Compares with all of a file, a part at a time.
  private func compare(
    _ work: NearestInParts, _ indexed: inout PointSource, _ first: inout PointTable?,
    _ report: inout Report, isAgain: Bool, _ problem: (String, RowProblem) -> Void
  ) async throws -> [NearestSoFar] {
    var portions = work.portions
    while true {
      let table: PointTable
      var isAll = false
      if let known = first.take() {
        table = known
      } else {
        // What is wrong with a row is told once.
        var again = Report()
        (table, isAll) = try await join.load(
          &indexed, plan, names: names.second, upTo: join.portion, &again, isAgain ? { _, _ in } : problem)
        if !isAgain {
          report.leftOut += again.leftOut
          report.strays += again.strays
          report.rowsIndexed += table.positions.count
        }
      }
      let part = IndexedPart(table, plan)
      var waiting = portions[...]
      var merged: [NearestSoFar] = []
      merged.reserveCapacity(portions.count)
      try await forEachInOrder(width: join.width) {
        waiting.popFirst()
      } transform: {
        work.merging($0, part)
      } receive: {
        merged.append($0)
      }
      portions = merged
      if isAll { return portions }
    }
  }

  private func write(
    _ work: NearestInParts, _ portions: [NearestSoFar], _ report: inout Report,
    _ progress: (Progress) -> Void, _ output: ([UInt8]) throws -> Void
  ) async throws {
    var waiting = portions[...]
    try await forEachInOrder(width: join.width) {
      waiting.popFirst()
    } transform: {
      work.output(of: $0)
    } receive: { result in
      try join.take(result, &report, output)
      progress(Progress(rows: report.rowsAsked, pairs: report.pairs, fraction: nil))
    }
  }
}
