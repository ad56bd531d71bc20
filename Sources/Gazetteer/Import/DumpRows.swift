/// What one piece of a dump holds: places with their names, rows counted within the piece.
///
/// Columns are those of GeoNames' main table ("geoname", 19 columns, readme.txt of the export folder).
struct DumpRows: Sendable {
  struct Choice: Sendable {
    let folding: NameFolding
    let includesSpots: Bool
    /// `false`: only the main name and its ASCII form are taken.
    let takesAlternateNames: Bool
    /// Keys of the names of natural features that ship.
    let featureNames: Set<UInt64>
  }

  static let columnCount = 19
  /// GeoNames' own limit is 200 characters.
  static let longestName = 800

  private(set) var batch: PlaceBatch
  private(set) var problems = DumpProblems()
  private(set) var lineCount = 0
  private(set) var leftOut = 0
  /// Name keys of second-level divisions, whose codes are not those of the tables that ship.
  private(set) var districtNames: [(row: UInt32, key: UInt64)] = []
  /// Main names of natural features that may be among those that ship.
  private(set) var featureNames: [(row: UInt32, key: UInt64)] = []

  init(_ chunk: LineChunks.Chunk, _ choice: Choice) {
    batch = PlaceBatch(folding: choice.folding)
    var buffer = TokenBuffer(capacity: Self.longestName * 2)
    LineChunks.forEachRow(chunk) { line, number, fields in
      lineCount += 1
      add(line, number, fields, choice, &buffer)
    }
  }

  private mutating func add(
    _ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ fields: DumpFields, _ choice: Choice,
    _ buffer: inout TokenBuffer
  ) {
    guard fields.count == Self.columnCount else {
      return problems.add(number, "\(fields.count) columns where \(Self.columnCount) are needed")
    }
    func text(_ index: Int) -> UnsafeBufferPointer<UInt8> { fields.field(index, of: line) }
    guard
      let feature = DumpFeature(
        featureClass: text(6), code: text(7), includingSpots: choice.includesSpots)
    else {
      return problems.add(number, "the feature class is \(Self.quoted(text(6))), no letter of GeoNames")
    }
    var record = PlaceRecord()
    if let reason = Self.read(text, into: &record) { return problems.add(number, reason) }
    switch feature {
    case .leftOut:
      leftOut += 1
      return
    case .settlement: record.featureClass = FeatureClass.settlement.rawValue
    case .division(let featureClass): record.featureClass = featureClass.rawValue
    case .natural(let featureClass, let kind, let radius):
      record.featureClass = featureClass.rawValue
      record.kind = batch.code(kind)
      record.radiusMeters = radius
      record.flags |= PlaceRecord.radiusIsTypical
    }
    record.admin1 = batch.code(text(10))
    record.admin2 = batch.code(text(11))
    record.name = batch.string(text(1))
    record.key = PlaceRecord.noString
    let row = batch.add(record)
    let firstName = batch.names.count
    let spelling = batch.addName(text(1), row: row, kind: .primary, languages: 0, buffer: &buffer)
    if record.flags & PlaceRecord.radiusIsTypical != 0, let name = batch.names.dropFirst(firstName).last,
      choice.featureNames.contains(name.key)
    {
      featureNames.append((row, name.key))
    }
    batch.addName(
      text(2), row: row, kind: .alternate, languages: 0, buffer: &buffer, unlessSince: firstName,
      like: spelling)
    if choice.takesAlternateNames { addAlternateNames(text(3), row, firstName, spelling, &buffer) }
    if record.featureClass == FeatureClass.district.rawValue {
      for name in batch.names[firstName...] where name.rowAndKind != NameEntry.prefix {
        districtNames.append((row, name.key))
      }
    }
  }

  private mutating func addAlternateNames(
    _ list: UnsafeBufferPointer<UInt8>, _ row: UInt32, _ firstName: Int, _ spelling: SpellingSketch,
    _ buffer: inout TokenBuffer
  ) {
    var start = 0
    for index in 0...list.count where index == list.count || list[index] == 0x2C {
      let name = UnsafeBufferPointer(rebasing: list[start..<index])
      start = index + 1
      if name.isEmpty || name.count > Self.longestName { continue }
      batch.addName(
        name, row: row, kind: .alternate, languages: 0, buffer: &buffer, unlessSince: firstName,
        like: spelling)
    }
  }

  /// The reason why the columns that every place needs are wrong.
  private static func read(
    _ text: (Int) -> UnsafeBufferPointer<UInt8>, into record: inout PlaceRecord
  ) -> String? {
    guard let id = DumpFields.number(text(0)).flatMap(UInt32.init(exactly:)), id > 0 else {
      return "the geonameid is \(quoted(text(0))), not a number from 1 up"
    }
    guard !text(1).isEmpty, text(1).count <= longestName else { return "the name is empty or too long" }
    guard let latitude = DecimalDegrees.parseE7(text(4)), abs(latitude) <= 900_000_000 else {
      return "the latitude is \(quoted(text(4))), not a number within ±90 degrees"
    }
    guard let longitude = DecimalDegrees.parseE7(text(5)), abs(longitude) <= 1_800_000_000 else {
      return "the longitude is \(quoted(text(5))), not a number within ±180 degrees"
    }
    guard let country = CountryCode.pack(text(8)) else {
      return "the country code is \(quoted(text(8))), not two capital letters"
    }
    var population = 0
    if !text(14).isEmpty {
      guard let number = DumpFields.number(text(14)) else {
        return "the population is \(quoted(text(14))), not a whole number"
      }
      population = number
    }
    record.geonameID = id
    record.latitudeE7 = Int32(latitude)
    record.longitudeE7 = Int32(longitude)
    record.country = country
    record.population = UInt32(clamping: population)
    return nil
  }

  static func quoted(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let start = String(decoding: text.prefix(40), as: UTF8.self)
    return "'\(start)\(text.count > 40 ? "…" : "")'"
  }
}
