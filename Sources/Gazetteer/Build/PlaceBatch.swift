/// Places, strings and names as they come out of one or more tables, before they are put together.
struct PlaceBatch {
  private(set) var records: [PlaceRecord] = []
  private(set) var strings: [UInt8] = []
  private(set) var names: [NameEntry] = []
  /// The strings that come again and again, by their bytes.
  private(set) var pooled: [[UInt8]: UInt32] = [:]
  let folding: NameFolding

  init(folding: NameFolding) { self.folding = folding }

  /// Adds a place and returns its row in this batch.
  mutating func add(_ record: PlaceRecord) -> UInt32 {
    records.append(record)
    return UInt32(records.count - 1)
  }

  /// Puts a string into the pool; strings longer than 65,535 bytes are cut.
  mutating func string(_ bytes: some Collection<UInt8>) -> UInt32 {
    let offset = UInt32(strings.count)
    let kept = bytes.prefix(0xFFFF)
    strings.append(UInt8(kept.count & 0xFF))
    strings.append(UInt8(kept.count >> 8))
    strings.append(contentsOf: kept)
    return offset
  }

  /// The same for strings that come again and again: each is kept once. An empty one is `noString`.
  mutating func code(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if bytes.isEmpty { return PlaceRecord.noString }
    let key = Array(bytes)
    if let known = pooled[key] { return known }
    let offset = string(key)
    pooled[key] = offset
    return offset
  }

  mutating func code(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { code($0) }
  }

  /// Makes a place findable under a name, and the beginnings of the name known as such.
  ///
  /// - Parameters:
  ///   - first: position in `names` of the first name of the place; a name that folds like one from there on is
  ///     not added again.
  ///   - spelling: of the place's first name; an alternate name that sounds like it is one more spelling of it.
  /// - Returns: how the name sounds, for a first name and one that was compared with it.
  @discardableResult
  mutating func addName(
    _ name: UnsafeBufferPointer<UInt8>, row: UInt32, kind: NameKind, languages: UInt32,
    buffer: inout TokenBuffer, unlessSince first: Int? = nil, like spelling: SpellingSketch? = nil
  ) -> SpellingSketch {
    let before = names.count
    // A million names are read that no other one is compared with.
    let isCompared = kind == .primary || spelling != nil
    var sketch = SpellingSketch()
    var key = KeyHash.start
    var tokens = 0
    folding.forEachToken(in: name, buffer: &buffer) { token in
      guard let start = token.baseAddress else { return }
      if tokens > 0 { names.append(NameEntry(key: key, rowAndKind: NameEntry.prefix, languages: 0)) }
      key = KeyHash.extend(key, KeyHash.token(start, token.count))
      tokens += 1
      if isCompared { sketch.append(token) }
    }
    guard tokens > 0 else { return sketch }
    if let first,
      names[first..<before].contains(where: { $0.key == key && $0.rowAndKind != NameEntry.prefix })
    {
      names.removeSubrange(before...)
      return sketch
    }
    let isSpelling = kind == .alternate && sketch.isTelling && sketch == spelling
    let kind = isSpelling ? NameKind.primary : kind
    names.append(
      NameEntry(key: key, rowAndKind: row | UInt32(kind.rawValue) << 24, languages: languages))
    return sketch
  }

  /// Makes a place findable under a code key.
  mutating func addCode(_ code: String, row: UInt32) {
    names.append(NameEntry(key: KeyHash.code(code), rowAndKind: row, languages: 0))
  }

  /// Puts the records into the order of `rows`, which names each row once.
  mutating func reorder(_ rows: [Int]) {
    var newRow = [UInt32](repeating: 0, count: rows.count)
    for (new, old) in rows.enumerated() { newRow[old] = UInt32(new) }
    records = rows.map { records[$0] }
    for index in names.indices where names[index].rowAndKind != NameEntry.prefix {
      let entry = names[index].rowAndKind
      let row = newRow[Int(entry & PostingRecord.rowMask)]
      names[index].rowAndKind = entry & ~PostingRecord.rowMask | row
    }
  }

  /// Appends another batch, its rows and string offsets moved up.
  mutating func append(_ other: PlaceBatch) {
    let rowBase = UInt32(records.count)
    let stringBase = UInt32(strings.count)
    func moved(_ offset: UInt32) -> UInt32 {
      offset == PlaceRecord.noString ? offset : offset + stringBase
    }
    strings += other.strings
    records.reserveCapacity(records.count + other.records.count)
    for var record in other.records {
      record.name += stringBase
      record.key = moved(record.key)
      record.kind = moved(record.kind)
      record.admin1 = moved(record.admin1)
      record.admin2 = moved(record.admin2)
      records.append(record)
    }
    names.reserveCapacity(names.count + other.names.count)
    for var entry in other.names {
      if entry.rowAndKind != NameEntry.prefix { entry.rowAndKind += rowBase }
      names.append(entry)
    }
  }

  /// Appends the places and strings of another batch; strings that come again are kept once in this one too.
  /// Names stay behind: their rows are to be moved up by the count of records before.
  mutating func absorb(_ other: borrowing PlaceBatch) {
    let stringBase = UInt32(strings.count)
    strings += other.strings
    var known: [UInt32: UInt32] = [PlaceRecord.noString: PlaceRecord.noString]
    for (text, offset) in other.pooled { known[offset] = pooled[text] ?? offset + stringBase }
    for (text, offset) in other.pooled where pooled[text] == nil { pooled[text] = offset + stringBase }
    for var record in other.records {
      record.name += stringBase
      record.key = known[record.key] ?? record.key + stringBase
      record.kind = known[record.kind] ?? record.kind + stringBase
      record.admin1 = known[record.admin1] ?? record.admin1 + stringBase
      record.admin2 = known[record.admin2] ?? record.admin2 + stringBase
      records.append(record)
    }
  }

  /// Puts other records in the place of all; names are left as they are.
  mutating func replaceRecords(_ change: (consuming [PlaceRecord]) -> [PlaceRecord]) {
    let old = records
    records = []
    records = change(old)
  }

  mutating func update(_ row: UInt32, _ change: (inout PlaceRecord) -> Void) { change(&records[Int(row)]) }

  func text(at offset: UInt32) -> String {
    if offset == PlaceRecord.noString { return "" }
    let start = Int(offset)
    let length = Int(strings[start]) | Int(strings[start + 1]) << 8
    return String(decoding: strings[(start + 2)..<(start + 2 + length)], as: UTF8.self)
  }
}

/// A name on its way into the table: a posting with its key, or the note that a key begins a longer name.
struct NameEntry {
  static let prefix = UInt32.max

  var key: UInt64
  var rowAndKind: UInt32
  var languages: UInt32
}
