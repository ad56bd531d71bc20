/// Reads countries, regions, districts, natural features and demonyms into one batch.
struct SmallTables: ~Copyable {
  private(set) var batch: PlaceBatch
  private(set) var languages = LanguageList()
  private(set) var boxes: [BoxRecord] = []
  /// GeoNames ids of the capitals.
  private(set) var capitals: Set<UInt32> = []
  private var buffer = TokenBuffer(capacity: 256)
  private var countries: [UInt16: UInt32] = [:]

  /// - Parameter folder: the data folder.
  static func read(_ folder: String, folding: NameFolding) throws(GazetteerError) -> Result {
    var tables = SmallTables(batch: PlaceBatch(folding: folding))
    try tables.readCountries(folder + "/countries.tsv")
    try tables.readRegions(folder + "/regions.tsv")
    try tables.readDistricts(folder + "/districts.tsv")
    try tables.readFeatures(folder + "/features.tsv")
    try tables.readDemonyms(folder + "/demonyms.tsv")
    return Result(
      batch: tables.batch, languages: tables.languages.codes, boxes: tables.boxes, capitals: tables.capitals)
  }

  struct Result: Sendable {
    let batch: PlaceBatch
    var languages: [String]
    let boxes: [BoxRecord]
    let capitals: Set<UInt32>
  }

  private mutating func readCountries(_ path: String) throws(GazetteerError) {
    let columns = [
      "iso2", "geonameid", "name", "lat", "lon", "capital_geonameid", "population", "names", "short_forms",
      "point_source",
    ]
    try Table(path: path).forEachRow(columns: columns) { row throws(GazetteerError) in
      var record = try point(row, name: 2, latitude: 3, longitude: 4, source: 9)
      record.featureClass = FeatureClass.country.rawValue
      record.country = try row.country(0)
      let code = try row.required(0)
      record.geonameID = try row.count(1)
      record.population = try row.count(6)
      let capital = try row.count(5)
      if capital > 0 { capitals.insert(capital) }
      let place = add(record, code: "country:" + code)
      countries[record.country] = place
      addNames(row.bytes(2), place, .primary)
      addNames(row.bytes(7), place, .alternate)
      addNames(row.bytes(8), place, .shortForm)
    }
  }

  private mutating func readRegions(_ path: String) throws(GazetteerError) {
    let columns = [
      "code", "geonameid", "name", "lat", "lon", "country", "population", "point_source", "names",
      "abbreviations",
    ]
    try Table(path: path).forEachRow(columns: columns) { row throws(GazetteerError) in
      let code = try row.required(0)
      var record = try point(row, name: 2, latitude: 3, longitude: 4, source: 7)
      record.featureClass = FeatureClass.region.rawValue
      record.country = try row.country(5)
      let parts = try Self.parts(code, 2, row)
      record.admin1 = batch.code(parts[1])
      record.geonameID = try row.count(1)
      record.population = try row.count(6)
      let place = add(record, code: "region:" + code)
      addNames(row.bytes(2), place, .primary)
      addNames(row.bytes(8), place, .alternate)
      addNames(row.bytes(9), place, .abbreviation)
    }
  }

  private mutating func readDistricts(_ path: String) throws(GazetteerError) {
    let columns = [
      "code", "name", "lat", "lon", "country", "admin1", "population", "radius_km", "point_source", "names",
    ]
    try Table(path: path).forEachRow(columns: columns) { row throws(GazetteerError) in
      let code = try row.required(0)
      var record = try point(row, name: 1, latitude: 2, longitude: 3, source: 8)
      record.featureClass = FeatureClass.district.rawValue
      record.country = try row.country(4)
      record.admin1 = batch.code(row.bytes(5))
      record.admin2 = batch.code(try Self.parts(code, 3, row)[2])
      record.population = try row.count(6)
      record.radiusMeters = try Self.meters(row, 7)
      let place = add(record, code: "district:" + code)
      addNames(row.bytes(1), place, .primary)
      addNames(row.bytes(9), place, .alternate)
    }
  }

  private mutating func readFeatures(_ path: String) throws(GazetteerError) {
    let columns = [
      "id", "name", "kind", "lat", "lon", "radius_km", "west", "south", "east", "north", "names",
    ]
    try Table(path: path).forEachRow(columns: columns) { row throws(GazetteerError) in
      let id = try row.required(0)
      let kind = try row.required(2)
      var record = try point(row, name: 1, latitude: 3, longitude: 4, source: nil)
      record.featureClass = FeatureClass(featureKind: kind).rawValue
      record.kind = batch.code(kind)
      record.radiusMeters = try Self.meters(row, 5)
      let place = add(record, code: "feature:" + id)
      addNames(row.bytes(1), place, .primary)
      addNames(row.bytes(10), place, .alternate)
      if let west = try row.number(6), let south = try row.number(7), let east = try row.number(8),
        let north = try row.number(9)
      {
        guard abs(west) <= 180, abs(east) <= 180, south >= -90, north <= 90, south <= north else {
          throw row.failure("the box \(west), \(south), \(east), \(north) is not on the globe")
        }
        boxes.append(BoxRecord(row: UInt64(place), west: west, south: south, east: east, north: north))
      }
    }
  }

  private mutating func readDemonyms(_ path: String) throws(GazetteerError) {
    try Table(path: path).forEachRow(columns: ["iso2", "lang", "kind", "form"]) {
      row throws(GazetteerError) in
      guard let place = countries[try row.country(0)] else {
        throw row.failure("'\(row.text(0))' is no country of countries.tsv")
      }
      let kind: NameKind
      switch row.text(2) {
      case "adjective": kind = .adjective
      case "people": kind = .people
      default: throw row.failure("'kind' is '\(row.text(2))', neither adjective nor people")
      }
      let bit = languages.bit(row.bytes(1))
      NameList.forEachPlain(row.bytes(3)) { form in
        batch.addName(form, row: place, kind: kind, languages: bit, buffer: &buffer)
      }
    }
  }

  private mutating func point(
    _ row: borrowing TableRow, name: Int, latitude: Int, longitude: Int, source: Int?
  ) throws(GazetteerError) -> PlaceRecord {
    var record = PlaceRecord()
    guard !row.bytes(name).isEmpty else { throw row.failure("'name' is empty") }
    record.name = batch.string(row.bytes(name))
    record.latitudeE7 = try row.degreesE7(latitude, limit: 90)
    record.longitudeE7 = try row.degreesE7(longitude, limit: 180)
    if let source, ["members", "derived"].contains(row.text(source)) {
      record.flags |= PlaceRecord.pointIsDerived
    }
    return record
  }

  private mutating func add(_ record: PlaceRecord, code: String) -> UInt32 {
    var record = record
    record.key = batch.code(code)
    let place = batch.add(record)
    batch.addCode(code, row: place)
    return place
  }

  private mutating func addNames(_ field: UnsafeBufferPointer<UInt8>, _ place: UInt32, _ kind: NameKind) {
    NameList.forEachTagged(field) { tag, form in
      batch.addName(form, row: place, kind: kind, languages: languages.bit(tag), buffer: &buffer)
    }
  }

  /// The parts of a code such as "US.TX.439"; the last one may hold points itself.
  private static func parts(
    _ code: String, _ count: Int, _ row: borrowing TableRow
  ) throws(GazetteerError) -> [String] {
    let parts = code.split(separator: ".", maxSplits: count - 1, omittingEmptySubsequences: false)
    guard parts.count == count else {
      throw row.failure("'code' is '\(code)', which has not \(count) parts")
    }
    return parts.map(String.init)
  }

  private static func meters(_ row: borrowing TableRow, _ index: Int) throws(GazetteerError) -> Float {
    guard let kilometers = try row.number(index) else { return 0 }
    guard kilometers >= 0, kilometers <= 20_020 else {
      throw row.failure("'\(row.columns[index])' is \(kilometers), not a radius on the Earth")
    }
    return Float(kilometers * 1000)
  }
}
