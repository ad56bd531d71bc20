internal import GeoModel

/// One place as it lies in the index: 64 bytes, host byte order.
///
/// Strings are offsets into the string section, parents and members are rows.
struct PlaceRecord {
  static let noRow = UInt32.max
  static let noString = UInt32.max
  static let pointIsDerived: UInt8 = 1
  static let isCapital: UInt8 = 2
  /// The radius is that of the kind of place and not of this one.
  static let radiusIsTypical: UInt8 = 4

  var geonameID: UInt32 = 0
  var latitudeE7: Int32 = 0
  var longitudeE7: Int32 = 0
  var population: UInt32 = 0
  var radiusMeters: Float = 0
  var country: UInt16 = 0
  var featureClass: UInt8 = 0
  var flags: UInt8 = 0
  var name: UInt32 = 0
  var key: UInt32 = 0
  var kind: UInt32 = noString
  var admin1: UInt32 = noString
  var admin2: UInt32 = noString
  var countryRow: UInt32 = noRow
  var regionRow: UInt32 = noRow
  var districtRow: UInt32 = noRow
  /// Settlements inside a country, region or district: a run of rows, since settlements lie in that order.
  var firstMember: UInt32 = 0
  var memberCount: UInt32 = 0

  var coordinate: Coordinate {
    Coordinate(reducing: Double(longitudeE7) / 1e7, latitude: Double(latitudeE7) / 1e7)
  }
}
