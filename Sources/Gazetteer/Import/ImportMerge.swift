internal import GeoKernel
internal import GeoModel

/// Brings places that ship and places from dumps together: every one once, in the order that an index has.
struct ImportMerge: ~Copyable {
  private struct Codes: Hashable {
    let country: UInt16
    let admin1: UInt32
    let admin2: UInt32

    init(_ record: PlaceRecord) {
      (country, admin1, admin2) = (record.country, record.admin1, record.admin2)
    }
  }

  private struct DistrictName: Hashable {
    let country: UInt16
    let admin1: UInt32
    let key: UInt64
  }

  private(set) var world: PlaceBatch
  private(set) var counts = ImportCounts()
  /// What new divisions are looked up by.
  private(set) var codes: [NameEntry] = []
  private let settlements: Range<Int>
  private let small: Range<Int>
  /// For each row the row that stands for it: itself, another one, or none.
  private var stand: [UInt32]

  /// - Precondition: first the settlements that ship, then the other places that ship, then those of dumps.
  init(_ world: consuming PlaceBatch, settlements: Int, shipped: Int) {
    self.settlements = 0..<settlements
    small = settlements..<shipped
    stand = Array(0..<UInt32(world.records.count))
    self.world = world
  }

  func placeRows() -> PlaceRows { PlaceRows(world.records) }

  private var imported: Range<Int> { small.upperBound..<world.records.count }

  private static func isDivision(_ record: PlaceRecord) -> Bool {
    switch FeatureClass(rawValue: record.featureClass) {
    case .country, .region, .district: true
    default: false
    }
  }

  /// Divisions of dumps give their points and names to those that ship; new ones become places.
  ///
  /// Second-level codes of the tables that ship are, outside the US, words made from names. Where the names of
  /// such a district and one of a dump agree within one region they are the same, and the dump's code then
  /// means the district that ships.
  mutating func mergeDivisions(
    shippedNames: [(row: UInt32, key: UInt64)], importedNames: [(row: UInt32, key: UInt64)]
  ) {
    var rows: [String: UInt32] = [:]
    for row in small where Self.isDivision(world.records[row]) {
      rows[world.text(at: world.records[row].key)] = UInt32(row)
    }
    let districts = districtsByName(shippedNames)
    var aliases: [Codes: UInt32] = [:]
    var nameIndex = 0
    for row in imported where Self.isDivision(world.records[row]) {
      var keys: [UInt64] = []
      while nameIndex < importedNames.count, importedNames[nameIndex].row <= UInt32(row) {
        if importedNames[nameIndex].row == UInt32(row) { keys.append(importedNames[nameIndex].key) }
        nameIndex += 1
      }
      let record = world.records[row]
      guard let code = divisionKey(record) else {
        stand[row] = PlaceRecord.noRow
        continue
      }
      let namesake = keys.lazy.compactMap {
        districts[DistrictName(country: record.country, admin1: record.admin1, key: $0)] ?? nil
      }.first
      if let known = rows[code] ?? namesake {
        stand[row] = known
        if rows[code] == nil { aliases[Codes(record)] = world.records[Int(known)].admin2 }
        rows[code] = known
        update(known, from: record)
        counts.divisionsUpdated += 1
      } else if record.featureClass == FeatureClass.country.rawValue {
        stand[row] = PlaceRecord.noRow
      } else {
        let key = world.code(code)
        world.update(UInt32(row)) { $0.key = key }
        codes.append(NameEntry(key: KeyHash.code(code), rowAndKind: UInt32(row), languages: 0))
        rows[code] = UInt32(row)
        counts.divisionsAdded += 1
      }
    }
    alignDistrictCodes(aliases, rows)
  }

  private func districtsByName(_ names: [(row: UInt32, key: UInt64)]) -> [DistrictName: UInt32?] {
    var districts: [DistrictName: UInt32?] = [:]
    for (row, key) in names {
      let record = world.records[Int(row)]
      let name = DistrictName(country: record.country, admin1: record.admin1, key: key)
      if let known = districts[name], known != row {
        // Two districts of one name in one region: neither can be told by it.
        districts[name] = .some(nil)
      } else {
        districts[name] = row
      }
    }
    return districts
  }

  private func divisionKey(_ record: PlaceRecord) -> String? {
    guard let country = CountryCode.text(record.country) else { return nil }
    let (admin1, admin2) = (world.text(at: record.admin1), world.text(at: record.admin2))
    switch FeatureClass(rawValue: record.featureClass) {
    case .country: return "country:\(country)"
    case .region: return admin1.isEmpty ? nil : "region:\(country).\(admin1)"
    default: return admin1.isEmpty || admin2.isEmpty ? nil : "district:\(country).\(admin1).\(admin2)"
    }
  }

  private mutating func update(_ row: UInt32, from source: PlaceRecord) {
    world.update(row) { record in
      record.latitudeE7 = source.latitudeE7
      record.longitudeE7 = source.longitudeE7
      record.geonameID = source.geonameID
      if source.population > 0 { record.population = source.population }
      record.flags &= ~PlaceRecord.pointIsDerived
    }
  }

  private mutating func alignDistrictCodes(_ aliases: [Codes: UInt32], _ rows: [String: UInt32]) {
    guard !aliases.isEmpty else { return }
    for row in imported where world.records[row].admin2 != PlaceRecord.noString {
      if let code = aliases[Codes(world.records[row])] { world.update(UInt32(row)) { $0.admin2 = code } }
    }
  }

  /// A natural feature that ships keeps its point and extent; one of the same name, class and whereabouts in a
  /// dump is the same and gives it its id and names.
  mutating func mergeFeatures(
    shippedNames: [(row: UInt32, key: UInt64)], importedNames: [(row: UInt32, key: UInt64)]
  ) {
    var byName: [UInt64: [UInt32]] = [:]
    for (row, key) in shippedNames { byName[key, default: []].append(row) }
    for (row, key) in importedNames {
      let source = world.records[Int(row)]
      let same = (byName[key] ?? []).first { known in
        let record = world.records[Int(known)]
        guard record.featureClass == source.featureClass else { return false }
        let reach = max(Double(record.radiusMeters), 25_000)
        return Geodesic.wgs84.distance(Self.point(record), Self.point(source)).value <= reach
      }
      guard let same else { continue }
      stand[Int(row)] = same
      world.update(same) { if $0.geonameID == 0 { $0.geonameID = source.geonameID } }
      counts.featuresMerged += 1
    }
  }

  private static func point(_ record: PlaceRecord) -> Coordinate {
    Coordinate(reducing: Double(record.longitudeE7) / 1e7, latitude: Double(record.latitudeE7) / 1e7)
  }

  /// Of several rows with one id the last stands for all, so a dump's for one that ships.
  mutating func mergeIDs(_ places: PlaceRows) {
    var districts: Set<Codes> = []
    for row in small.lowerBound..<world.records.count
    where world.records[row].featureClass == FeatureClass.district.rawValue && stand[row] == UInt32(row) {
      districts.insert(Codes(world.records[row]))
    }
    var last: (id: UInt64, row: UInt32)?
    for packed in places.packed.reversed() {
      let row = UInt32(truncatingIfNeeded: packed)
      let record = world.records[Int(row)]
      if small.contains(Int(row)) || Self.isDivision(record) { continue }
      guard let winner = last, winner.id == packed >> 32 else {
        last = (packed >> 32, row)
        continue
      }
      stand[Int(row)] = winner.row
      guard settlements.contains(Int(row)) else { continue }
      counts.replaced += 1
      // A second-level code that no district has is worth less than the one that ships.
      let replacing = world.records[Int(winner.row)]
      if replacing.admin1 == record.admin1, replacing.country == record.country,
        !districts.contains(Codes(replacing)), districts.contains(Codes(record))
      {
        world.update(winner.row) { $0.admin2 = record.admin2 }
      }
    }
  }

  struct Outcome {
    var world: PlaceBatch
    let settlementCount: Int
    /// For each row as it was, the row now; `PlaceRecord.noRow` for what is no place.
    let rows: [UInt32]
    let counts: ImportCounts
  }

  /// Settlements by country, region, district and id; what ships beside them; new divisions; new features.
  consuming func ordered() -> Outcome {
    var order = settlementOrder()
    let settlementCount = order.count
    order += small.map(UInt32.init)
    let rest = imported.filter {
      stand[$0] == UInt32($0) && world.records[$0].featureClass != FeatureClass.settlement.rawValue
    }
    order += rest.filter { Self.isDivision(world.records[$0]) }.map(UInt32.init)
    let features = rest.filter { !Self.isDivision(world.records[$0]) }
    order += features.map(UInt32.init).sorted {
      world.records[Int($0)].geonameID < world.records[Int($1)].geonameID
    }
    counts.settlements = settlementCount
    counts.features = features.count
    var rows = [UInt32](repeating: PlaceRecord.noRow, count: stand.count)
    for (new, old) in order.enumerated() { rows[Int(old)] = UInt32(new) }
    for old in stand.indices {
      var standing = UInt32(old)
      while standing != PlaceRecord.noRow, stand[Int(standing)] != standing {
        standing = stand[Int(standing)]
      }
      rows[old] = standing == PlaceRecord.noRow ? standing : rows[Int(standing)]
    }
    var ordered = world
    world = PlaceBatch(folding: ordered.folding)
    ordered.replaceRecords { old in order.map { old[Int($0)] } }
    return Outcome(world: ordered, settlementCount: settlementCount, rows: rows, counts: counts)
  }

  private func settlementOrder() -> [UInt32] {
    var rank: [Codes: UInt64] = [:]
    var keys: [(order: UInt64, row: UInt32)] = []
    for row in world.records.indices where isStandingSettlement(row) { rank[Codes(world.records[row])] = 0 }
    let sorted = rank.keys.map { ($0, world.text(at: $0.admin1), world.text(at: $0.admin2)) }.sorted { a, b in
      if a.0.country != b.0.country { return a.0.country < b.0.country }
      if a.1 != b.1 { return a.1.utf8.lexicographicallyPrecedes(b.1.utf8) }
      return a.2.utf8.lexicographicallyPrecedes(b.2.utf8)
    }
    for (position, entry) in sorted.enumerated() { rank[entry.0] = UInt64(position) << 32 }
    keys.reserveCapacity(world.records.count)
    for row in world.records.indices where isStandingSettlement(row) {
      let record = world.records[row]
      keys.append(((rank[Codes(record)] ?? 0) | UInt64(record.geonameID), UInt32(row)))
    }
    keys.sort { $0.order < $1.order }
    return keys.map(\.row)
  }

  private func isStandingSettlement(_ row: Int) -> Bool {
    stand[row] == UInt32(row) && world.records[row].featureClass == FeatureClass.settlement.rawValue
  }
}
