/// The settlements of a country, region or district: a run of rows.
public struct MemberRows: RandomAccessCollection, Sendable {
  let rows: Range<Int>

  public var startIndex: Int { rows.lowerBound }
  public var endIndex: Int { rows.upperBound }
  public subscript(position: Int) -> PlaceID { PlaceID(row: UInt32(position)) }
}

extension Gazetteer {
  /// The settlements inside a country, region or district, ordered by region, district and GeoNames id.
  ///
  /// Empty for every other place. Nothing is copied.
  public func members(of id: PlaceID) -> MemberRows {
    let record = place(id).record
    let first = min(Int(record.firstMember), index.places.count)
    return MemberRows(rows: first..<min(first + Int(record.memberCount), index.places.count))
  }
}
