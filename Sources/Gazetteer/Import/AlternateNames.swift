/// What one piece of an alternate-names table holds: names of places that are known by their ids.
///
/// Columns are those of GeoNames' alternateNamesV2.txt (readme.txt of the export folder): alternateNameId,
/// geonameid, isolanguage, alternate name, isPreferredName, isShortName, isColloquial, isHistoric, from, to.
struct AlternateNames: Sendable {
  struct Choice: Sendable {
    let folding: NameFolding
    let places: PlaceRows
    let languages: DumpLanguages
  }

  static let leastColumns = 4
  /// Values of `isolanguage` that mark codes, links and what else is no name.
  private static let notNames: Set = [
    "link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon", "fr_1793",
  ]

  private(set) var batch: PlaceBatch
  private(set) var problems = DumpProblems()
  private(set) var lineCount = 0
  /// Names that were taken.
  private(set) var nameCount = 0

  init(_ chunk: LineChunks.Chunk, _ choice: Choice) {
    batch = PlaceBatch(folding: choice.folding)
    var buffer = TokenBuffer(capacity: DumpRows.longestName * 2)
    LineChunks.forEachRow(chunk) { line, number, fields in
      lineCount += 1
      add(line, number, fields, choice, &buffer)
    }
  }

  private mutating func add(
    _ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ fields: DumpFields, _ choice: Choice,
    _ buffer: inout TokenBuffer
  ) {
    guard fields.count >= Self.leastColumns else {
      return problems.add(number, "\(fields.count) columns where \(Self.leastColumns) or more are needed")
    }
    func text(_ index: Int) -> UnsafeBufferPointer<UInt8> { fields.field(index, of: line) }
    func isSet(_ index: Int) -> Bool { index < fields.count && text(index).first == 0x31 }
    guard let id = DumpFields.number(text(1)).flatMap(UInt32.init(exactly:)), id > 0 else {
      return problems.add(number, "the geonameid is \(DumpRows.quoted(text(1))), not a number from 1 up")
    }
    let name = text(3)
    guard !name.isEmpty, name.count <= DumpRows.longestName else {
      return problems.add(number, "the name is empty or too long")
    }
    // Nicknames ("the Big Apple") are not what a place is found by.
    guard !isSet(6), let bit = choice.languages.bit(text(2)) else { return }
    let tag = text(2)
    if tag.count >= 4, Self.notNames.contains(String(decoding: tag, as: UTF8.self)) { return }
    guard let row = choice.places.row(id) else { return }
    let isAbbreviation = tag.elementsEqual("abbr".utf8)
    let kind: NameKind = isAbbreviation ? .abbreviation : isSet(5) ? .shortForm : .alternate
    batch.addName(name, row: row, kind: kind, languages: bit, buffer: &buffer)
    nameCount += 1
  }
}

/// The languages of an index as tags and bits, and which of them are asked for.
struct DumpLanguages: Sendable {
  private let tags: [[UInt8]]
  private let chosen: Set<[UInt8]>?

  /// - Parameters:
  ///   - codes: the languages of the index, in the order of their bits.
  ///   - chosen: the languages whose names are wanted; `nil` for all.
  init(codes: [String], chosen: [String]?) {
    tags = codes.prefix(LanguageList.limit).map { Array($0.utf8) }
    self.chosen = chosen.map { Set($0.map { Array($0.utf8) }) }
  }

  /// The bit of a tag ("en", "zh-Hant"), 0 for a language without one; `nil` when it is not wanted.
  ///
  /// Abbreviations are of every language.
  func bit(_ tag: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let code = tag.prefix { $0 != 0x2D }
    if let chosen, !chosen.contains(Array(code)), !code.elementsEqual("abbr".utf8) { return nil }
    guard let index = tags.firstIndex(where: { $0.elementsEqual(code) }) else { return 0 }
    return 1 << UInt32(index)
  }
}

/// Rows by GeoNames id.
struct PlaceRows: Sendable {
  /// Id in the high half, row in the low one, ascending.
  let packed: [UInt64]

  init(_ records: [PlaceRecord]) {
    var packed: [UInt64] = []
    packed.reserveCapacity(records.count)
    for (row, record) in records.enumerated() where record.geonameID > 0 {
      packed.append(UInt64(record.geonameID) << 32 | UInt64(row))
    }
    packed.sort()
    self.packed = packed
  }

  /// The last row with an id.
  func row(_ id: UInt32) -> UInt32? {
    var low = 0
    var high = packed.count
    while low < high {
      let middle = (low + high) / 2
      if packed[middle] >> 32 > UInt64(id) { high = middle } else { low = middle + 1 }
    }
    guard low > 0, packed[low - 1] >> 32 == UInt64(id) else { return nil }
    return UInt32(truncatingIfNeeded: packed[low - 1])
  }
}
