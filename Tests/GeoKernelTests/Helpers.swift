import CordonTestSupport
import GeoModel
import Testing

func position(_ longitude: Double, _ latitude: Double) throws -> Coordinate {
  try #require(Coordinate(longitude: longitude, latitude: latitude))
}

extension SplitMix64 {
  /// Somewhere on the globe; one in eight on the antimeridian or at a pole.
  mutating func coordinate() -> Coordinate {
    let longitude = int(0..<16) == 0 ? (int(0..<2) == 0 ? 180 : -180) : double(-180...180)
    let latitude = int(0..<16) == 0 ? (int(0..<2) == 0 ? 90 : -90) : double(-90...90)
    return Coordinate(reducing: longitude, latitude: latitude)
  }
}

/// The same position as seen from the other side of the antimeridian.
func bothSides(_ c: Coordinate) -> [Coordinate] {
  abs(c.longitude) < 180
    ? [c]
    : [Coordinate(reducing: 180, latitude: c.latitude), Coordinate(reducing: -180, latitude: c.latitude)]
}

/// Why a geometry is not valid once it has been written with seven decimals and read again.
func invalidityWhenWritten(_ geometry: Geometry) throws -> String? {
  var writer = JSONWriter()
  writer.append(geometry)
  return try Geometry(geoJSON: JSONValue(parsing: writer.finish())).invalidityReason()
}
