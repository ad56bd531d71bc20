internal import Dispatch

/// Reads all tables and puts the index together.
struct IndexBuilder {
  let sources: SourceTables
  let progress: @Sendable (BuildProgress) -> Void

  /// The sections of the index.
  func build() throws(GazetteerError) -> IndexContent {
    let overrides = try FoldingTable.read(sources.folder + "/folding.tsv")
    let tables = FoldTableBuilder(overrides: overrides).tables()
    let folding = NameFolding(tables)
    var world = PlaceBatch(folding: folding)
    for batch in try readSettlements(folding) { world.append(batch) }
    let settlementCount = world.records.count
    let small = try SmallTables.read(sources.folder, folding: folding)
    world.append(small.batch)
    guard world.records.count <= PostingRecord.maximumRows else {
      throw .tooManyPlaces(count: world.records.count, limit: PostingRecord.maximumRows)
    }
    Hierarchy.connect(&world, settlementCount: settlementCount, capitals: small.capitals)
    let outlines = AreaOutlines(of: world.records) { share in
      progress(BuildProgress(stage: .outlines, fraction: 0.3 + 0.4 * share))
    }
    progress(BuildProgress(stage: .names, fraction: 0.7))
    let table = NameTableBuilder(world.names, populations: world.records.map(\.population))
    progress(BuildProgress(stage: .names, fraction: 0.9))
    return Self.content(
      world, table, settlementCount: settlementCount, foldTables: tables, boxes: small.boxes,
      outlines: outlines, languages: small.languages, sources: sources.folder)
  }

  /// The sections of an index of a world whose settlements come first and what `boxes` counts from next.
  static func content(
    _ world: PlaceBatch, _ table: NameTableBuilder, settlementCount: Int,
    foldTables: (flat: [UInt64], overflow: [FoldOverflow]), boxes: [BoxRecord],
    outlines: AreaOutlines, languages: [String], sources: String
  ) -> IndexContent {
    var overflow: [UInt8] = []
    for row in foldTables.overflow { row.write(to: &overflow) }
    return IndexContent(
      records: world.records, strings: world.strings, slots: table.slots, postings: table.postings,
      filter: table.filter, geonameIDs: geonameRows(world.records),
      tree: SettlementTree.build(world.records[..<settlementCount]), foldFlat: foldTables.flat,
      foldOverflow: overflow,
      boxes: boxes.map { box in
        var moved = box
        moved.row += UInt64(settlementCount)
        return moved
      },
      outlines: outlines,
      languages: Array(languages.joined(separator: "\n").utf8), sources: Array(sources.utf8))
  }

  /// One batch per country, in the order of their codes, read on all cores.
  func readSettlements(_ folding: NameFolding) throws(GazetteerError) -> [PlaceBatch] {
    let results = ParallelMap.run(sources.countries.count) { index -> Result<PlaceBatch, GazetteerError> in
      let country = sources.countries[index]
      do throws(GazetteerError) {
        let batch = try SettlementTable.read(
          sources.settlements(country), country: country, folding: folding)
        return .success(batch)
      } catch {
        return .failure(error)
      }
    } progress: { done in
      progress(BuildProgress(stage: .tables, fraction: 0.3 * Double(done) / Double(sources.countries.count)))
    }
    var batches: [PlaceBatch] = []
    for result in results { batches.append(try result.get()) }
    return batches
  }

  private static func geonameRows(_ records: [PlaceRecord]) -> [GeonameRow] {
    var rows: [GeonameRow] = []
    for (row, record) in records.enumerated() where record.geonameID > 0 {
      rows.append(GeonameRow(geonameID: record.geonameID, row: UInt32(row)))
    }
    return rows.sorted { ($0.geonameID, $0.row) < ($1.geonameID, $1.row) }
  }
}

/// How far the building of the index is.
public struct BuildProgress: Sendable {
  public enum Stage: String, Sendable {
    case tables = "reading the tables"
    case outlines = "drawing the outlines of regions"
    case names = "sorting the names"
    case writing = "writing the index"
  }

  public let stage: Stage
  /// 0 ... 1 of the whole work.
  public let fraction: Double
}
