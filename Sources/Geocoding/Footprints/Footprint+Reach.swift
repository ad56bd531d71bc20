public import GeoKernel
public import GeoModel

extension Footprint {
  /// The same best point with a disc that reaches `radius`, since what it is relative to is known less well.
  ///
  /// - Parameter why: goes on from the reason: "; in 1998 it may have stood elsewhere in Nairobi".
  /// - Throws: `GeometryError` when the radius is not between 1 mm and 19,000 km.
  public func reaching(_ radius: Meters, why: String) throws(GeometryError) -> Footprint {
    var wide = self
    wide.geometry = try GeodesicDisc(center: best, radius: radius).outline()
    wide.radius = radius
    wide.ring = nil
    let sentence = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
    wide.reason = "\(sentence)\(why)."
    return wide
  }
}
