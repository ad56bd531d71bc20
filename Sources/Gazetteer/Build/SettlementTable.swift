/// Reads one country's settlements.
enum SettlementTable {
  private static let columns = [
    "geonameid", "name", "lat", "lon", "country", "admin1", "admin2", "population", "names",
  ]

  /// The batch of a `settlements/<ISO2>.tsv`, ordered by first-level region, second-level region and id.
  static func read(_ path: String, country: String, folding: NameFolding) throws(GazetteerError) -> PlaceBatch
  {
    guard let expected = CountryCode.pack(country) else {
      throw .malformed(path: path, line: 1, problem: "the file name must be a two-letter country code")
    }
    var batch = PlaceBatch(folding: folding)
    var buffer = TokenBuffer(capacity: 256)
    var languages = LanguageList()
    try Table(path: path).forEachRow(columns: columns) { row throws(GazetteerError) in
      let code = try row.country(4)
      guard code == expected else {
        throw row.failure("the country is '\(row.text(4))' in the file of \(country)")
      }
      var record = PlaceRecord()
      record.featureClass = FeatureClass.settlement.rawValue
      record.geonameID = try row.count(0)
      guard record.geonameID > 0 else { throw row.failure("'geonameid' is missing") }
      guard !row.bytes(1).isEmpty else { throw row.failure("'name' is empty") }
      record.latitudeE7 = try row.degreesE7(2, limit: 90)
      record.longitudeE7 = try row.degreesE7(3, limit: 180)
      record.country = code
      record.admin1 = batch.code(row.bytes(5))
      record.admin2 = batch.code(row.bytes(6))
      record.population = try row.count(7)
      record.name = batch.string(row.bytes(1))
      record.key = PlaceRecord.noString
      let place = batch.add(record)
      let first = batch.addName(row.bytes(1), row: place, kind: .primary, languages: 0, buffer: &buffer)
      NameList.forEachTagged(row.bytes(8)) { tag, form in
        batch.addName(
          form, row: place, kind: .alternate, languages: languages.bit(tag), buffer: &buffer, like: first)
      }
    }
    batch.reorder(order(batch))
    return batch
  }

  private static func order(_ batch: PlaceBatch) -> [Int] {
    var texts: [UInt32: String] = [:]
    for record in batch.records {
      for offset in [record.admin1, record.admin2] where texts[offset] == nil {
        texts[offset] = batch.text(at: offset)
      }
    }
    let sorted = texts.sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
    var rank: [UInt32: UInt64] = [:]
    for (index, entry) in sorted.enumerated() { rank[entry.key] = UInt64(index) }
    func key(_ record: PlaceRecord) -> UInt64 {
      (rank[record.admin1] ?? 0) << 32 | (rank[record.admin2] ?? 0)
    }
    let keys = batch.records.map { (key($0), $0.geonameID) }
    return keys.indices.sorted { keys[$0] < keys[$1] }
  }
}
