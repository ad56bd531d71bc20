/// Ties settlements, districts, regions and countries together.
struct Hierarchy {
  private struct Codes: Hashable {
    let country: UInt16
    let admin1: UInt32
    let admin2: UInt32
  }

  private struct Parents {
    var country: UInt32?
    var region: UInt32?
    var district: UInt32?
  }

  /// Rows of countries, regions and districts by their keys.
  private let rows: [String: UInt32]
  private var known: [Codes: Parents] = [:]

  /// - Precondition: the settlements are the first rows, ordered by country, region and district.
  static func connect(_ world: inout PlaceBatch, settlementCount: Int, capitals: Set<UInt32>) {
    var hierarchy = Hierarchy(world, from: settlementCount)
    for row in world.records.indices {
      let record = world.records[row]
      var parents = hierarchy.parents(of: record, world)
      switch FeatureClass(rawValue: record.featureClass) {
      case .settlement: hierarchy.enlist(UInt32(row), parents, &world)
      case .country: parents = Parents()
      case .region: parents = Parents(country: parents.country)
      case .district: parents.district = nil
      default: break
      }
      world.update(UInt32(row)) { record in
        record.countryRow = parents.country ?? PlaceRecord.noRow
        record.regionRow = parents.region ?? PlaceRecord.noRow
        record.districtRow = parents.district ?? PlaceRecord.noRow
        if record.featureClass == FeatureClass.settlement.rawValue, capitals.contains(record.geonameID) {
          record.flags |= PlaceRecord.isCapital
        }
      }
    }
  }

  private init(_ world: PlaceBatch, from first: Int) {
    var rows: [String: UInt32] = [:]
    for row in first..<world.records.count where world.records[row].key != PlaceRecord.noString {
      rows[world.text(at: world.records[row].key)] = UInt32(row)
    }
    self.rows = rows
  }

  private mutating func parents(of record: PlaceRecord, _ world: PlaceBatch) -> Parents {
    let codes = Codes(country: record.country, admin1: record.admin1, admin2: record.admin2)
    if let parents = known[codes] { return parents }
    var parents = Parents()
    if let country = CountryCode.text(record.country) {
      let region = "\(country).\(world.text(at: record.admin1))"
      parents.country = rows["country:\(country)"]
      if record.admin1 != PlaceRecord.noString { parents.region = rows["region:\(region)"] }
      if record.admin2 != PlaceRecord.noString {
        parents.district = rows["district:\(region).\(world.text(at: record.admin2))"]
      }
    }
    known[codes] = parents
    return parents
  }

  private func enlist(_ row: UInt32, _ parents: Parents, _ world: inout PlaceBatch) {
    for case let parent? in [parents.country, parents.region, parents.district] {
      world.update(parent) { upper in
        if upper.memberCount == 0 { upper.firstMember = row }
        upper.memberCount += 1
      }
    }
  }
}
