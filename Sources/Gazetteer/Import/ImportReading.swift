/// The state of an import while files are read.
final class ImportReading {
  /// Pieces of text that are in memory at a time.
  private static let wave = 4

  private let job: GazetteerImport
  private let sources: SourceTables
  private let progress: (ImportProgress) -> Void
  private let foldTables: (flat: [UInt64], overflow: [FoldOverflow])
  private let folding: NameFolding
  private let totalBytes: Int

  private var world: PlaceBatch
  private var spill: NameSpill
  private var counts = ImportCounts()
  private var problems: [DumpProblem] = []
  private var finishedBytes = 0
  private var small: SmallTables.Result
  private var settlementCount = 0
  private var shippedCount = 0
  private var shippedDistricts: [(row: UInt32, key: UInt64)] = []
  private var shippedFeatures: [(row: UInt32, key: UInt64)] = []
  private var districtNames: [(row: UInt32, key: UInt64)] = []
  private var featureNames: [(row: UInt32, key: UInt64)] = []

  init(
    _ job: GazetteerImport, sources: SourceTables, spillFolder: String,
    progress: @escaping (ImportProgress) -> Void
  ) throws(GazetteerError) {
    self.job = job
    self.sources = sources
    self.progress = progress
    // A missing file is told before minutes of work.
    var total = 0
    for path in job.dumps + [job.alternateNames].compactMap({ $0 }) {
      total += try InputFile(path: path).size
    }
    totalBytes = max(1, total)
    foldTables = FoldTableBuilder(overrides: try FoldingTable.read(sources.folder + "/folding.tsv")).tables()
    folding = NameFolding(foldTables)
    world = PlaceBatch(folding: folding)
    spill = try NameSpill(folder: spillFolder)
    small = try SmallTables.read(sources.folder, folding: folding)
  }

  // MARK: Tables that ship

  func readTables() throws(GazetteerError) {
    tell(.tables, 0)
    let builder = IndexBuilder(sources: sources) { _ in }
    for batch in try builder.readSettlements(folding) { try take(batch) }
    settlementCount = world.records.count
    for name in small.batch.names where name.rowAndKind != NameEntry.prefix {
      let row = name.rowAndKind & PostingRecord.rowMask
      let known = (row: row + UInt32(settlementCount), key: name.key)
      switch FeatureClass(rawValue: small.batch.records[Int(row)].featureClass) {
      case .district: shippedDistricts.append(known)
      case .country, .region, .settlement, nil: break
      default: shippedFeatures.append(known)
      }
    }
    try take(small.batch)
    shippedCount = world.records.count
  }

  private func take(_ batch: borrowing PlaceBatch) throws(GazetteerError) {
    let base = world.records.count
    guard base + batch.records.count <= PostingRecord.maximumRows,
      world.strings.count + batch.strings.count < Int(UInt32.max)
    else { throw .tooManyPlaces(count: base + batch.records.count, limit: PostingRecord.maximumRows) }
    world.absorb(batch)
    try spill.add(batch.names, rowBase: UInt32(base))
  }

  // MARK: Dumps

  func readDumps() throws(GazetteerError) {
    let choice = DumpRows.Choice(
      folding: folding, includesSpots: job.includesSpots, takesAlternateNames: job.languages == nil,
      featureNames: Set(shippedFeatures.map(\.key)))
    for path in job.dumps {
      try forEachPiece(of: path, stage: .dumps) { chunk in
        DumpRows(chunk, choice)
      } take: { (rows, label) throws(GazetteerError) in
        let base = UInt32(self.world.records.count)
        try self.take(rows.batch)
        self.districtNames += rows.districtNames.map { ($0.row + base, $0.key) }
        self.featureNames += rows.featureNames.map { ($0.row + base, $0.key) }
        self.counts.rows += rows.lineCount
        self.counts.otherClasses += rows.leftOut
        self.note(rows.problems, label)
        return rows.lineCount - rows.problems.count
      }
    }
  }

  func readAlternateNames() throws(GazetteerError) {
    guard let path = job.alternateNames else { return }
    var list = LanguageList(codes: small.languages)
    for language in job.languages ?? [] { _ = list.bit(language.utf8) }
    let codes = list.codes
    let choice = AlternateNames.Choice(
      folding: folding, places: PlaceRows(world.records),
      languages: DumpLanguages(codes: codes, chosen: job.languages))
    small.languages = codes
    try forEachPiece(of: path, stage: .alternateNames) { chunk in
      AlternateNames(chunk, choice)
    } take: { (names, label) throws(GazetteerError) in
      try self.spill.add(names.batch.names, rowBase: 0)
      self.counts.alternateNames += names.nameCount
      self.note(names.problems, label)
      return names.lineCount - names.problems.count
    }
  }

  /// Parses the pieces of a file on all cores and takes them in their order.
  ///
  /// `take` returns the number of lines that were right; a file that has none is an error.
  private func forEachPiece<T: Sendable>(
    of path: String, stage: ImportProgress.Stage, parse: @Sendable (LineChunks.Chunk) -> T,
    take: (T, String) throws(GazetteerError) -> Int
  ) throws(GazetteerError) {
    let known = problems.count
    var rightLines = 0
    var consumed = 0
    for text in try DumpFiles.open(path) {
      var chunks = LineChunks(text.source, path: text.label)
      var isAtEnd = false
      while !isAtEnd {
        var wave: [LineChunks.Chunk] = []
        while wave.count < Self.wave, !isAtEnd {
          if let chunk = try chunks.next() { wave.append(chunk) } else { isAtEnd = true }
        }
        let pieces = wave
        let results = ParallelMap.run(pieces.count) {
          parse(pieces[$0])
        } progress: { _ in
        }
        for result in results { rightLines += try take(result, text.label) }
        tell(
          stage, 0.02 + 0.63 * Double(finishedBytes + consumed + text.source.consumed) / Double(totalBytes))
      }
      consumed += text.source.consumed
    }
    finishedBytes += consumed
    guard rightLines > 0 else {
      let first = problems.count > known ? problems[known] : nil
      throw .malformed(
        path: first?.file ?? path, line: first?.line ?? 1,
        problem: first.map { "no line is right, the first because \($0.reason)" } ?? "the file is empty")
    }
  }

  private func note(_ found: DumpProblems, _ label: String) {
    counts.badRows += found.count
    let told = problems.count { $0.file == label }
    for problem in found.first.prefix(max(0, DumpProblems.kept - told)) {
      problems.append(DumpProblem(file: label, line: problem.line, reason: problem.reason))
    }
  }

  // MARK: The index

  func finish(
    _ description: String
  ) throws(GazetteerError) -> (IndexContent, ImportCounts, [DumpProblem]) {
    tell(.places, 0.65)
    var merge = ImportMerge(world, settlements: settlementCount, shipped: shippedCount)
    world = PlaceBatch(folding: folding)
    merge.mergeDivisions(shippedNames: shippedDistricts, importedNames: districtNames)
    try spill.add(merge.codes, rowBase: 0)
    merge.mergeIDs(merge.placeRows())
    merge.mergeFeatures(shippedNames: shippedFeatures, importedNames: featureNames)
    var outcome = merge.ordered()
    counts.settlements = outcome.counts.settlements
    counts.features = outcome.counts.features
    counts.replaced = outcome.counts.replaced
    counts.divisionsUpdated = outcome.counts.divisionsUpdated
    counts.divisionsAdded = outcome.counts.divisionsAdded
    counts.featuresMerged = outcome.counts.featuresMerged
    Hierarchy.connect(
      &outcome.world, settlementCount: outcome.settlementCount, capitals: small.capitals)
    tell(.outlines, 0.7)
    let outlines = AreaOutlines(of: outcome.world.records) { _ in }
    let table = try nameTable(outcome)
    tell(.writing, 0.95)
    let content = IndexBuilder.content(
      outcome.world, table, settlementCount: outcome.settlementCount, foldTables: foldTables,
      boxes: small.boxes, outlines: outlines, languages: small.languages, sources: description)
    return (content, counts, problems)
  }

  private func nameTable(_ outcome: ImportMerge.Outcome) throws(GazetteerError) -> NameTableBuilder {
    let lines = counts.rows
    let progress = progress
    let names = try spill.finish()
    let rows = outcome.rows
    return try NameTableBuilder(
      bucketCount: NameSpill.bucketCount, populations: outcome.world.records.map(\.population)
    ) { (bucket) throws(GazetteerError) in
      try names.bucket(bucket).compactMap { name in
        if name.rowAndKind == NameEntry.prefix { return name }
        let row = rows[Int(name.rowAndKind & PostingRecord.rowMask)]
        if row == PlaceRecord.noRow { return nil }
        var moved = name
        moved.rowAndKind = name.rowAndKind & ~PostingRecord.rowMask | row
        return moved
      }
    } progress: { done in
      progress(ImportProgress(stage: .names, lines: lines, fraction: 0.75 + 0.2 * done))
    }
  }

  private func tell(_ stage: ImportProgress.Stage, _ fraction: Double) {
    progress(ImportProgress(stage: stage, lines: counts.rows, fraction: min(1, fraction)))
  }
}
