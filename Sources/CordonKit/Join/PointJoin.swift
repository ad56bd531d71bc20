public import GeoKernel
internal import GeoModel
public import Proximity

/// Joins two files of positions by distance: exact, on all processors, streaming the larger file.
///
/// ```swift
/// let join = PointJoin(rule: .within(.kilometers(5)), format: .pairs)
/// let report = try await join.run("incidents.csv", "sites.geojson") { print(String(decoding: $0, as: UTF8.self)) }
/// ```
public struct PointJoin: Sendable {
  public var rule: JoinRule
  public var format: JoinFormat
  /// Of distances in metres, 0 ... 6; what is written is what rounding those of `geod_inverse` gives.
  public var decimals = 3
  /// The first file holds areas and lines: nearest and farthest distances instead of one.
  public var isFromFootprints = false
  /// How the corners of these are connected.
  public var edges = Edges.geodesic
  /// More pairs than this end the join with ``PointJoinError/tooMany(_:)``.
  public var greatestCount = 100_000_000
  /// Of a file whose nearest rows are looked for so many bytes are kept in memory at a time, and as many of the rows
  /// they are looked for.
  public var portion = 256 << 20
  /// How many processors to use.
  public var width = Processors.count

  public init(rule: JoinRule, format: JoinFormat) {
    self.rule = rule
    self.format = format
  }

  /// What was read and written.
  public struct Report: Sendable {
    /// Rows with a position: of the file that was asked about and of the one that was indexed.
    public var rowsAsked = 0
    public var rowsIndexed = 0
    public var pairs = 0
    /// Rows that were left out.
    public var leftOut = 0
    /// Rows of GeoJSON with properties that the first ones lack and a table so has no column for.
    public var strays = 0
  }

  /// How far it is, 0 ... 1, where the size of the file is known.
  public struct Progress: Sendable {
    public let rows: Int
    public let pairs: Int
    public let fraction: Double?
  }

  /// Joins two files, or one with itself; `-` is standard input.
  ///
  /// For `.within` the smaller file is kept in memory and the other streamed, row after row as they stand in it;
  /// for `.nearest` it is the first that is streamed, and of a second one larger than ``portion`` a part is kept at
  /// a time, for as much of the first at once as that. A file joined with itself is kept in memory, and gives
  /// each pair once.
  ///
  /// - Parameters:
  ///   - problem: called for every row that is left out, with the file's name.
  ///   - output: called with the text of the result, in order.
  /// - Throws: ``PointJoinError``, `JoinInputError`, and what `output` throws.
  public func run(
    _ first: String, _ second: String?, problem: (String, RowProblem) -> Void = { _, _ in },
    progress: (Progress) -> Void = { _ in }, output: ([UInt8]) throws -> Void
  ) async throws -> Report {
    var plan = JoinPlan(
      rule: rule, format: format, decimals: decimals, isFromAreas: isFromFootprints,
      greatestCount: greatestCount)
    plan.edges = edges
    let a = try Self.source(first)
    if isFromFootprints, !a.parser.holdsGeometries { throw PointJoinError.noGeometries(first) }
    guard let second else {
      return try await joinWithItself(a, plan, problem: problem, progress: progress, output: output)
    }
    let b = try Self.source(second)
    let names = plan.names(a.parser.columns, b.parser.columns)
    // Standard input has no size and is taken for the larger.
    let isTurned: Bool =
      if case .within = rule, !isFromFootprints { (a.size ?? .max) < (b.size ?? .max) } else { false }
    var report = Report()
    var (asked, indexed) = isTurned ? (b, a) : (a, b)
    var isInParts = false
    if case .nearest = rule, !isFromFootprints { isInParts = true }
    let (table, isAll) = try await load(
      &indexed, plan, names: isTurned ? names.first : names.second, upTo: isInParts ? portion : .max,
      &report, problem)
    report.rowsIndexed = table.positions.count
    if !isAll, case .nearest(let count) = rule {
      let parts = PointJoinInParts(join: self, plan: plan, names: names, count: count)
      return try await parts.run(
        asked, indexed, path: second, first: table, report, problem: problem, progress: progress,
        output: output)
    }
    let work = JoinWork(
      plan, table: table, names: isTurned ? names.second : names.first, isTurned: isTurned)
    let header = work.header(names.first, names.second)
    if !header.isEmpty { try output(header) }
    let parser = asked.parser
    let name = asked.name
    let size = asked.size
    var consumed = 0
    var block = BlockSize(greatest: block)
    try await forEachInOrder(width: width) {
      try asked.next(size: block.size)
    } transform: { block in
      work.output(of: block, parser)
    } receive: { result in
      block.learn(from: result)
      consumed += result.consumed
      report.leftOut += result.problems.count
      report.strays += result.strays
      for found in result.problems { problem(name, found) }
      try take(result, &report, output)
      progress(
        Progress(
          rows: report.rowsAsked, pairs: report.pairs,
          fraction: size.map { min(1, Double(consumed) / Double(max(1, $0))) }))
    }
    return report
  }

  static func source(_ path: String) throws -> PointSource {
    guard let layer = try GeoPackageLayer(path) else { return try PointSource(path: path) }
    return try PointSource(name: path, size: layer.size) { try layer.read($0) }
  }

  private var block: Int {
    // Small enough to stay in the cache of a processor from reading to writing.
    if case .nearest = rule { 4 << 20 } else { 1 << 18 }
  }

  /// The next rows of a file, of so many bytes about, and whether these are all.
  func load(
    _ source: inout PointSource, _ plan: JoinPlan, names: [String], upTo limit: Int,
    _ report: inout Report, _ problem: (String, RowProblem) -> Void
  ) async throws -> (table: PointTable, isAll: Bool) {
    var table = PointTable(names: names)
    let parser = source.parser
    var taken = 0
    var isAll = false
    try await forEachInOrder(width: width) { () -> PointSource.Block? in
      if taken >= limit { return nil }
      let block = try source.next(size: min(limit, 1 << 20))
      taken += block?.size ?? 0
      isAll = block == nil
      return block
    } transform: {
      plan.rows($0, parser, names: names)
    } receive: { rows in
      report.leftOut += rows.problems.count
      report.strays += rows.strays
      for found in rows.problems { problem(source.name, found) }
      table.append(rows)
    }
    return (table, isAll)
  }

  private func joinWithItself(
    _ source: PointSource, _ plan: JoinPlan, problem: (String, RowProblem) -> Void,
    progress: (Progress) -> Void, output: ([UInt8]) throws -> Void
  ) async throws -> Report {
    if isFromFootprints { throw PointJoinError.footprintsThemselves }
    var source = source
    var report = Report()
    let names = plan.names(source.parser.columns, source.parser.columns)
    let parser = source.parser
    var table = PointTable(names: names.second)
    var asked = PointTable(names: names.first)
    // Columns of a table are named once, in its first line; those of a Feature in each.
    let isTwice = format == .links
    try await forEachInOrder(width: width) {
      try source.next(size: 1 << 20)
    } transform: { block -> (PointRows, PointRows) in
      let second = plan.rows(block, parser, names: names.second)
      return (second, isTwice ? plan.rows(block, parser, names: names.first) : second)
    } receive: { (pair: (PointRows, PointRows)) in
      let (second, first) = pair
      report.leftOut += second.problems.count
      report.strays += second.strays
      for found in second.problems { problem(source.name, found) }
      table.append(second)
      if isTwice { asked.append(first) }
    }
    report.rowsIndexed = table.positions.count
    let work = JoinWork(
      plan, table: table, names: names.first, isTurned: false, own: isTwice ? asked : table)
    let header = work.header(names.first, names.second)
    if !header.isEmpty { try output(header) }
    var from = 0
    var block = BlockSize(greatest: block)
    try await forEachInOrder(width: width) { () -> Range<Int>? in
      // Rows of a hundred bytes.
      let part = from..<min(table.positions.count, from + max(1, block.size / 100))
      from = part.upperBound
      return part.isEmpty ? nil : part
    } transform: {
      work.output(ofOwn: $0)
    } receive: { result in
      block.learn(from: result)
      try take(result, &report, output)
      progress(
        Progress(
          rows: report.rowsAsked, pairs: report.pairs,
          fraction: Double(report.rowsAsked) / Double(max(1, table.positions.count))))
    }
    return report
  }

  func take(
    _ result: JoinOutput, _ report: inout Report, _ output: ([UInt8]) throws -> Void
  ) throws {
    report.rowsAsked += result.rows
    report.pairs += result.pairs
    if report.pairs > greatestCount { throw PointJoinError.tooMany(greatestCount) }
    if !result.text.isEmpty { try output(result.text) }
  }
}

/// How much to read at a time, so that what comes of it fits into memory as well.
private struct BlockSize {
  let greatest: Int
  private(set) var size = 1 << 12

  private static let text = 8 << 20

  init(greatest: Int) { self.greatest = greatest }

  mutating func learn(from output: JoinOutput) {
    let consumed = max(1, output.consumed == 0 ? output.rows * 100 : output.consumed)
    let fitting = Double(Self.text) / max(1e-6, Double(output.text.count) / Double(consumed))
    size = max(256, min(greatest, min(size * 16, Int(min(fitting, 1e9)))))
  }
}
