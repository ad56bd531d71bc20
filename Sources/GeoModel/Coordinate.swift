/// A position on WGS 84 in decimal degrees.
///
/// Longitude is in -180 ... 180, latitude in -90 ... 90; neither is ever NaN.
public struct Coordinate: Hashable, Sendable {
  public let longitude: Double
  public let latitude: Double

  /// `nil` when a value is not finite, or the latitude or longitude is out of range.
  public init?(longitude: Double, latitude: Double) {
    guard longitude.isFinite, latitude.isFinite,
      abs(longitude) <= 180, abs(latitude) <= 90
    else { return nil }
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Any finite longitude, reduced to -180 ... 180; the latitude is clamped.
  ///
  /// For results of computations that are in range up to rounding. Traps when a value is not finite.
  public init(reducing longitude: Double, latitude: Double) {
    precondition(longitude.isFinite && latitude.isFinite, "a coordinate must be finite")
    var reduced = longitude
    if abs(reduced) > 180 {
      reduced = (longitude + 180).truncatingRemainder(dividingBy: 360)
      reduced += reduced < 0 ? 180 : -180
    }
    self.longitude = reduced
    self.latitude = min(90, max(-90, latitude))
  }

  /// Any longitude of -360 ... 360, reduced to -180 ... 180; `nil` for others and for a latitude out of range.
  ///
  /// For data of others, which counts longitudes from 0 to 360 now and then.
  public init?(wrapping longitude: Double, latitude: Double) {
    guard abs(longitude) <= 360, abs(latitude) <= 90 else { return nil }
    self.init(reducing: longitude, latitude: latitude)
  }
}
